/** Within a row of a written table: the types of columns in the header, known values below it. */
import type { Offer } from "./offer.js";
import { offer } from "./offer.js";
import type { Situation } from "./situation.js";
import type { TextItems } from "./texts.js";
import { nameItems } from "./names.js";
import { knownItems } from "./values.js";

/** The items for the cell at the caret. */
export function cellItems(situation: Situation): TextItems {
  const { source, caret } = situation;
  const line = source.text.lastIndexOf("\n", caret.offset - 1) + 1;
  const row = source.text.slice(line, caret.offset);
  const word = /[\w.]*$/.exec(row)?.[0] ?? "";
  const rest = /^[\w.]*/.exec(source.text.slice(caret.offset, caret.offset + 80))?.[0] ?? "";
  const bars = [...row.matchAll(/(?<!\\)\|/g)].length;
  const range = { start: caret.offset - word.length, end: word === "" ? caret.offset : caret.offset + rest.length };
  const isHeader = situation.before.at(-1)?.startsWith("|") !== true;
  if (isHeader) {
    const hasName = /\|\s*[\w-]+\s+\w*$/.test(row);
    const types = ["code", "number", "date", "text", "diagnosis"].map((type) => offer("keyword", type, 100));
    return { ...range, items: hasName ? types : [] };
  }
  return { ...range, items: valuesOf(situation, bars - 1) };
}

function valuesOf({ analysis, before, declaration }: Situation, column: number): readonly Offer[] {
  const facts = analysis.book.tables.get(before[1] ?? "")?.columns[column];
  if (declaration?.kind !== "table" || facts === undefined) return [];
  if (facts.name === "payer") return nameItems(analysis, ["payer", "payers"], 100);
  // The half-typed cell may have kept the column from being one of codes.
  if (facts.type === "code" || /code/i.test(facts.name)) return knownItems(analysis, "code", 100);
  return facts.type === "diagnosis" ? knownItems(analysis, "diagnosis", 100) : [];
}
