/** A section of a comparison for people at a terminal. */
import { columns } from "../../output/columns.js";
import type { Paint } from "../../output/paint.js";
import { safeText } from "../../output/safe-text.js";
import type { Section } from "./section.js";

export function sectionText({ heading, before, table, after }: Section, paint: Paint): string {
  const lines = [
    ...before.map((line) => `  ${safeText(line)}`),
    ...(table === null ? [] : ["", ...columns(table).map((line) => `    ${safeText(line)}`)]),
    ...(after.length === 0 ? [] : ["", ...after.map((line) => `  ${safeText(line)}`)]),
  ];
  return `${paint("bold", safeText(heading))}\n${lines.join("\n")}\n`;
}
