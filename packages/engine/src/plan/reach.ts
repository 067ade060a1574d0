/** `for`, `in` and `effective`: whom, where and when a rule, an override or a waiver reaches, by the subject line. */
import type { Effective, Reach, TableData } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import { valueTest } from "../columns/by-value.js";
import { cellDay, columnOfTable } from "../columns/cells.js";
import { dayOf, firstDay, lastDay } from "../columns/date-ranges.js";
import type { LineTest } from "../conditions/condition.js";
import type { Names } from "./names.js";

/** Each clause by itself, for explanations; `holds` is all of them but for dates of the row. */
export interface ReachPlan {
  /** The first and the last day, as written. */
  readonly from: number;
  readonly to: number;
  /** The payer and the setting together; null where all are meant. */
  readonly place: ((line: number) => boolean) | null;
  readonly payer: (line: number) => boolean;
  readonly setting: (line: number) => boolean;
  readonly dates: (line: number) => boolean;
  readonly holds: (line: number) => boolean;
  /** The bounds that stand in the table's row; null where there are none. */
  readonly rowDates: LineTest | null;
}

export function compileReach(reach: Reach, names: Names, table: TableData | null): ReachPlan {
  const payer = payerTest(reach.payers, names);
  const setting = reach.settings.length === 0 ? null : names.settings.test(reach.settings);
  const { effective } = reach;
  const from = effective?.from?.kind === "date" ? dayOf(effective.from.date) : firstDay;
  const to = effective?.to?.kind === "date" ? dayOf(effective.to.date) : lastDay;
  const dates: Test = (line) => {
    const day = names.days[line] ?? 0;
    return day >= from && day <= to;
  };
  const place = payer !== null && setting !== null ? bothOf(payer, setting) : (payer ?? setting);
  return {
    from,
    to,
    place,
    payer: payer ?? everywhere,
    setting: setting ?? everywhere,
    dates,
    holds: place === null ? dates : bothOf(dates, place),
    rowDates: rowDateTest(effective, names, table),
  };
}

type Test = (line: number) => boolean;

const everywhere: Test = () => true;

function bothOf(first: Test, second: Test): Test {
  return (line) => first(line) && second(line);
}

function payerTest(payers: readonly string[], names: Names): Test | null {
  if (payers.length === 0) return null;
  const named = names.payers.named(payers);
  return valueTest(names.fields.text("payer"), (text) => named(text.toLowerCase()));
}

/** An empty cell is open-ended. */
function rowDateTest(effective: Effective | null, names: Names, table: TableData | null): LineTest | null {
  const from = effective?.from?.kind === "row" ? columnOfTable(table, effective.from.column) : null;
  const to = effective?.to?.kind === "row" ? columnOfTable(table, effective.to.column) : null;
  if (from === null && to === null) return null;
  return (line, row) => {
    const day = names.days[line] ?? 0;
    const first = from === null ? noDate : cellDay(from, row);
    const last = to === null ? noDate : cellDay(to, row);
    return (first === noDate || day >= first) && (last === noDate || day <= last);
  };
}
