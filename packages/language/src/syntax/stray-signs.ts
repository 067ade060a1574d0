/** Signs that mean nothing in the language, each run of them reported once, with what was probably meant. */
import type { Diagnostic } from "@edict/rulebook";
import type { ILexingError } from "chevrotain";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Source } from "../source/source.js";

/** What to write in the place of a sign, and how to call the sign where it cannot be seen. */
const signs: ReadonlyMap<string, { readonly instead: string; readonly name?: string }> = new Map([
  ["\u2013", { instead: "-", name: "the long dash –" }],
  ["\u2014", { instead: "-", name: "the long dash —" }],
  ["\u2212", { instead: "-", name: "the minus sign −" }],
  ["\u2026", { instead: ".." }],
  ["\u00a0", { instead: " ", name: "a non-breaking space" }],
  ["\u202f", { instead: " ", name: "a narrow non-breaking space" }],
  ["\u2009", { instead: " ", name: "a thin space" }],
  ["\u200b", { instead: "", name: "an invisible space" }],
  ["\u3000", { instead: " ", name: "a wide space" }],
  ["\u2264", { instead: "<=" }],
  ["\u2265", { instead: ">=" }],
  ["\u2260", { instead: "!=" }],
  ["'", { instead: '"' }],
  [";", { instead: "," }],
  ["-", { instead: ".." }],
]);

/** Reports what the lexer passed over. */
export function reportStraySigns(source: Source, errors: readonly ILexingError[], diagnostics: Diagnostic[]): void {
  for (const error of errors) {
    const run = source.text.slice(error.offset, error.offset + error.length);
    const [character = run] = run;
    const meant = signs.get(character);
    const at = { source, start: error.offset, end: error.offset + error.length };
    const isNothing = meansNothing(
      character,
      source.text.slice(Math.max(0, at.start - 20), at.start),
      source.text.slice(at.end, at.end + 200),
    );
    const instead = isNothing || meant === undefined || meant.instead.trim() === "" ? null : meant.instead;
    const shown = meant?.name ?? (run.length > 12 ? `${run.slice(0, 12)}…` : run);
    const replacement =
      !isNothing && meant !== undefined && [...run].every((sign) => sign === character) ? meant.instead : "";
    const title = instead === null ? "take it out" : `write ${instead}`;
    diagnostics.push(
      report(
        syntax,
        "stray-character",
        at,
        { character: shown, instead },
        { fixes: [{ title, edits: [{ at, text: replacement }] }] },
      ),
    );
  }
}

/** A semicolon at a line's end is not needed, within a line it is a comma; a dash is a range only between codes. */
function meansNothing(character: string, before: string, after: string): boolean {
  if (character === ";") return /^[ \t\r]*(?:#|\n|$)/.test(after);
  return character === "-" && !/[A-Z\d]{5}\s*$/.test(before);
}
