/** Uses as marks in the text, so that a test's expectation is the text itself. */
import type { Use } from "../names-at.js";
import { nameAt, usesOf } from "../names-at.js";
import { analysed } from "./analysed.js";

/** The ranges that are marked in a text, and the uses of what is named at its caret. */
export function usesShown(written: string): { readonly marked: readonly string[]; readonly found: readonly string[] } {
  const { analysis, marks, path, offset } = analysed(written);
  const named = nameAt(analysis, path, offset);
  const found = named === null ? [] : usesOf(analysis, named.target).map(placeOf);
  const ranges = [...marks].flatMap(([path, { ranges }]) => ranges.map(({ start, end }) => `${path} ${start}-${end}`));
  return { marked: ranges.sort(), found: [...found].sort() };
}

function placeOf({ path, start, end }: Use): string {
  return `${path} ${start}-${end}`;
}
