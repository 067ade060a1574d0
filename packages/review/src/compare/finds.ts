/** How what two sets of clauses find stands to each other, on subject lines of some days that both look at. */
import type { NormalCheck, NormalFinds } from "../normal/clauses.js";
import type { NormalCondition } from "../normal/condition.js";
import { allOf as allConditions, keyOf, negation } from "../normal/condition.js";
import type { ColumnOrder, KnownRows } from "../normal/rows.js";
import { columnsRead } from "../normal/rows.js";
import type { Days } from "./checks.js";
import { compareChecks } from "./checks.js";
import { compareConditions } from "./conditions.js";
import type { Direction } from "./direction.js";
import { allOf, both, byWithin, opposite, sameOr } from "./direction.js";

export function compareFinds(base: NormalFinds, head: NormalFinds, days: Days, rows: KnownRows): Direction {
  return allOf([
    compareRows(base, head, rows),
    compareNeeds(base, head, rows),
    compareAllChecks(base.checks, head.checks, days, rows),
    comparePasses(base, head, rows),
    sameOr(keyOf(base.rowDates) === keyOf(head.rowDates)),
  ]);
}

/** Each row is a rule of its own, so that more rows find more. */
function compareRows(base: NormalFinds, head: NormalFinds, rows: KnownRows): Direction {
  if (base.rows === null || head.rows === null) return sameOr(base.rows === head.rows);
  const relation = rows.compare(
    base.rows,
    head.rows,
    keyOf(base) === keyOf({ ...head, rows: base.rows }) ? ordersOf(base) : [],
  );
  return relation === "other" ? "unknown" : relation;
}

/** `when` and `unless` each by itself; where that proves nothing, as the one condition that they are together. */
function comparePasses(base: NormalFinds, head: NormalFinds, rows: KnownRows): Direction {
  const apart = both(
    compareConditions(base.when, head.when, rows),
    opposite(compareConditions(base.unless, head.unless, rows)),
  );
  return apart === "unknown" ? compareConditions(passes(base), passes(head), rows) : apart;
}

function passes({ when, unless }: NormalFinds): NormalCondition {
  return allConditions([when, negation(unless)]);
}

/** A row that lacks a cell that is needed now is no rule any more; one that lacks what is no longer needed is one now. */
function compareNeeds(base: NormalFinds, head: NormalFinds, rows: KnownRows): Direction {
  if (base.rows === null || head.rows === null) return "same";
  const come = head.needed.filter((column) => !base.needed.includes(column));
  const gone = base.needed.filter((column) => !head.needed.includes(column));
  return byWithin(!rows.hasBlank(base.rows, come), !rows.hasBlank(head.rows, gone));
}

/** Columns that say how far a row reaches, where all that the rule asks of them is that. */
function ordersOf({ rowDates, checks, when, unless }: NormalFinds): readonly ColumnOrder[] {
  const dates: readonly (ColumnOrder | null)[] = [
    rowDates.from === null ? null : { column: rowDates.from, further: "earlier" },
    rowDates.to === null ? null : { column: rowDates.to, further: "later" },
  ];
  const amounts = checks.map((check): ColumnOrder | null =>
    check.kind === "count" && check.finds === "more" && check.allowance.amount.kind === "row"
      ? { column: check.allowance.amount.column, further: "smaller" }
      : null,
  );
  const orders = [...dates, ...amounts].filter((order) => order !== null);
  const read = columnsRead([when, unless, checks.map(withoutAllowance)]);
  const isOnce = ({ column }: ColumnOrder): boolean =>
    !read.includes(column) && orders.filter((order) => order.column === column).length === 1;
  return orders.filter(isOnce);
}

function withoutAllowance(check: NormalCheck): unknown {
  return check.kind === "count" ? [check.subject, check.allowance.forEvery] : check;
}

/** A line is found where one of the checks finds it. Checks that both have are laid aside first. */
function compareAllChecks(
  base: readonly NormalCheck[],
  head: readonly NormalCheck[],
  days: Days,
  rows: KnownRows,
): Direction {
  const [baseKeys, headKeys] = [base.map(keyOf), head.map(keyOf)];
  const gone = base.filter((_, at) => !headKeys.includes(baseKeys[at] ?? ""));
  const come = head.filter((_, at) => !baseKeys.includes(headKeys[at] ?? ""));
  const pairs = Math.min(gone.length, come.length);
  let direction: Direction = gone.length > pairs ? "fewer" : come.length > pairs ? "more" : "same";
  for (let at = 0; at < pairs; at++) {
    const [one, other] = [gone[at], come[at]];
    if (one !== undefined && other !== undefined) direction = both(direction, compareChecks(one, other, days, rows));
  }
  return direction;
}
