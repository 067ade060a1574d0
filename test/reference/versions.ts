/** Which version of a rule judges a line: the rule as written, an override, or none where a waiver reaches (rulings 12, 26). */
import type { Clauses, Effective, Reach, Rule } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import { cellText } from "./book.js";
import { holds } from "./conditions.js";
import type { Line } from "./lines.js";
import { isInSetting, isOfPayer } from "./payers.js";

/** One version of a rule; the label is the override's. */
export interface Version {
  readonly label: string | null;
  readonly clauses: Clauses;
}

/** The rule as written, then as each override has it. */
export function versionsOf(rule: Rule): Version[] {
  return [{ label: null, clauses: rule.clauses }, ...rule.overrides];
}

/**
 * True where a line is judged by the version: no waiver reaches it, and the version's override, or else none, does. In a
 * table rule they may reach by the dates of the row at hand.
 */
export function isUnder(version: Version, rule: Rule, line: Line, row: Row | null, book: Book): boolean {
  if (rule.waivers.some((waiver) => reaches(waiver.reach, line, row, book))) return false;
  const override = rule.overrides.find(({ reach }) => reaches(reach, line, row, book));
  return (override?.clauses ?? rule.clauses) === version.clauses;
}

/** `for`, `in` and `effective` hold of the line. */
export function reaches({ payers, settings, effective }: Reach, line: Line, row: Row | null, book: Book): boolean {
  if (payers.length > 0 && !isOfPayer(book.rulebook, line, payers)) return false;
  if (settings.length > 0 && !settings.some((name) => isInSetting(book.rulebook, line, name))) return false;
  return effective === null || isWithin(effective, line, row);
}

/** The same with the bounds by `row.x` left open, as the account of the rule's subjects has it (ruling 42). */
export function reachesWithoutRow(reach: Reach, line: Line, book: Book): boolean {
  const { effective } = reach;
  const open = effective && {
    from: effective.from?.kind === "row" ? null : effective.from,
    to: effective.to?.kind === "row" ? null : effective.to,
  };
  return reaches({ payers: reach.payers, settings: reach.settings, effective: open }, line, null, book);
}

/** `for`, `in`, `effective`, `when` and `unless` hold of the line alone. */
export function passes(clauses: Clauses, line: Line, row: Row | null, book: Book): boolean {
  return reaches(clauses, line, row, book) && isMeant(clauses, line, null, row, book);
}

/** `when` is true and `unless` is false, read of the subject and the companion at hand. */
export function isMeant(
  { when, unless }: Clauses,
  subject: Line,
  other: Line | null,
  row: Row | null,
  book: Book,
): boolean {
  const at = { book, subject, other, row };
  return (when === null || holds(when, at)) && (unless === null || !holds(unless, at));
}

/** Both bounds are within; an empty cell is open. */
function isWithin({ from, to }: Effective, { date }: Line, row: Row | null): boolean {
  const first = from?.kind === "row" ? cellText(row, from.column) : from?.date;
  const last = to?.kind === "row" ? cellText(row, to.column) : to?.date;
  return (first ?? "") <= date && date <= (last ?? "9999-12-31");
}
