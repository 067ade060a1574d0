/** How much a group is allowed: N, or N for every M of B (`language.md` section 4; rulings 5, 15 and 16). */
import type { Allowance } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import { isOneOf } from "./choices.js";
import type { Line } from "./lines.js";
import { amountOf, fromTenThousandths, measured, tenThousandths } from "./measures.js";

/** The allowance of a group that `standing` are all lines of, whatever the clauses say of them. */
export function allowed(
  { amount, forEvery }: Allowance,
  standing: readonly Line[],
  row: Row | null,
  book: Book,
): number {
  const most = tenThousandths(amountOf(amount, row));
  if (forEvery === null) return fromTenThousandths(most);
  const counted = standing.filter((line) => isOneOf(forEvery.lines, line, row, book));
  const there = tenThousandths(measured(forEvery.measure, counted));
  const every = tenThousandths(amountOf(forEvery.amount, row));
  // An M that is not above 0 has no whole M, and all of B is its remainder (ruling 47).
  const whole = every > 0 ? Math.floor(there / every) : 0;
  const { remainder } = forEvery;
  const rest = there - whole * every;
  const reaches = remainder !== null && counted.length > 0 && rest >= tenThousandths(amountOf(remainder, row));
  const times = whole + (reaches ? 1 : 0);
  const atLeast = forEvery.atLeast === null ? 0 : tenThousandths(amountOf(forEvery.atLeast, row));
  return fromTenThousandths(Math.max(most * times, atLeast));
}
