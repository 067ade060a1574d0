/** `each A`, `first A`, `last A`: chosen among all lines, before any clause is looked at (rulings 1, 27 and 38). */
import type { Lines, Pick } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import { holds } from "./conditions.js";
import type { Patient } from "./episodes.js";
import { episodeOf } from "./episodes.js";
import type { Line } from "./lines.js";
import { inChoice } from "./sets.js";

/** The lines of a choice that a check looks at; of each episode where its scope names one, else of the patient. */
export function chosen(
  pick: Pick,
  lines: Lines,
  episode: string | null,
  patient: Patient,
  row: Row | null,
  book: Book,
): Line[] {
  const all = patient.lines.filter((line) => isOneOf(lines, line, row, book));
  if (pick === "each") return all;
  const at = pick === "first" ? 0 : -1;
  if (episode === null) return [...all].slice(at).slice(0, 1);
  const numbers = all.map((line) => episodeOf(patient, episode, line)).filter((number) => number !== null);
  return [...new Set(numbers)].flatMap((number) =>
    all
      .filter((line) => episodeOf(patient, episode, line) === number)
      .slice(at)
      .slice(0, 1),
  );
}

/** True for a line of a choice of codes, narrowed by `having`. */
export function isOneOf(lines: Lines, line: Line, row: Row | null, book: Book): boolean {
  if (!inChoice(lines.codes, line, row, book)) return false;
  return lines.having === null || holds(lines.having, { book, subject: line, other: null, row });
}
