/** The checks of a rule, compiled: what the kernels work on. */
import type { Check, CompanionTest, Condition, CountCheck, Lines, Measure, Pick, TableData } from "@edict/rulebook";
import { cellNumber, columnOfTable } from "../columns/cells.js";
import type { KeyColumn } from "../columns/keys.js";
import type { LineTest } from "../conditions/condition.js";
import { compileCondition } from "../conditions/condition.js";
import type { Choices, RowChoice } from "./choices.js";
import type { EpisodePlan, Episodes } from "./episode-plan.js";
import { toExact } from "./exact.js";
import type { Names } from "./names.js";
import type { WindowDays } from "./window-days.js";
import { isOneDay, scopeDays, windowStart } from "./window-days.js";

export type CheckPlan = LinePlan | CompanionPlan | CountPlan;

/** Lines of a choice of codes, narrowed by `having`. */
export interface LinesPlan {
  /** Its place among all of the plan, so that a patient's lines are gathered once however many checks ask. */
  readonly id: number;
  readonly label: string;
  readonly choice: RowChoice;
  readonly having: LineTest | null;
  readonly havingReadsRow: boolean;
  /** The choice or its `having` reads the row. */
  readonly readsRow: boolean;
}

export interface LinePlan {
  readonly kind: "line";
  readonly pick: Pick;
  readonly subject: LinesPlan;
  readonly requires: LineTest | null;
}

export interface CompanionPlan {
  readonly kind: "companion";
  readonly pick: Pick;
  readonly subject: LinesPlan;
  readonly companion: LinesPlan;
  readonly scope: ScopePlan;
  readonly finds: CompanionTest["kind"];
  /** What `at-least` and `fewer-than` count, and against what. */
  readonly measure: Measure | null;
  readonly amount: AmountOf;
}

export interface ScopePlan {
  readonly days: (subjectDay: number) => WindowDays;
  /** No date but the subject's own is ever in scope. */
  readonly isOneDay: boolean;
  readonly episode: EpisodePlan | null;
  readonly keys: readonly KeyColumn[];
}

export interface CountPlan {
  readonly kind: "count";
  readonly finds: "more" | "fewer";
  readonly subject: LinesPlan;
  readonly measure: Measure;
  readonly amount: AmountOf;
  readonly ratio: RatioPlan | null;
  readonly per: GroupPlan;
  readonly allLines: boolean;
  /** Lines may be in no group: those of no episode, where the subjects are not the lines of the episode's own set. */
  readonly leavesOut: boolean;
}

/** `for every M measures of B`. */
export interface RatioPlan {
  readonly amount: AmountOf;
  readonly measure: Measure;
  readonly lines: LinesPlan;
  readonly remainder: AmountOf | null;
  readonly atLeast: AmountOf | null;
}

export interface GroupPlan {
  readonly by: "line" | "patient" | "keys" | "episode" | "window";
  /** The lines of a group are of one day. */
  readonly isOfOneDay: boolean;
  /** The lines of a group follow one another among those that count, in the order of date and input. */
  readonly follow: boolean;
  /** Lines of a group are equal in these; `per day` is one of them. */
  readonly keys: readonly KeyColumn[];
  readonly episode: EpisodePlan | null;
  /** The first day of the window that ends on a day. */
  readonly windowStart: (day: number) => number;
}

/** An amount as ten-thousandths, for the row at hand. */
export type AmountOf = (row: number) => number;

/** Where the checks of a plan are compiled: what they share. */
export interface CheckContext {
  readonly names: Names;
  readonly choices: Choices;
  readonly episodes: Episodes;
  readonly lines: LinesPlan[];
  readonly table: TableData | null;
  readonly usable: Uint8Array | null;
}

export function compileCheck(check: Check, context: CheckContext): CheckPlan {
  const subject = compileLines(check.subject, context);
  switch (check.kind) {
    case "line":
      return { kind: "line", pick: check.pick, subject, requires: lineTestOrNull(check.requires, context) };
    case "companion": {
      const { finds, scope } = check;
      const counts = finds.kind === "at-least" || finds.kind === "fewer-than";
      return {
        kind: "companion",
        pick: check.pick,
        subject,
        companion: compileLines(check.companion, context),
        scope: {
          days: scopeDays(scope.windows),
          isOneDay: isOneDay(scope.windows),
          episode: scope.episode === null ? null : context.episodes.plan(scope.episode),
          keys: scope.same.map((field) => context.names.fields.key(field)),
        },
        finds: finds.kind,
        measure: counts ? finds.measure : null,
        amount: counts ? amountOf(finds.amount, context.table) : () => 0,
      };
    }
    case "count":
      return compileCount(check, subject, context);
  }
}

function compileCount(check: CountCheck, subject: LinesPlan, context: CheckContext): CountPlan {
  const { allowance, per } = check;
  const forEvery = allowance.forEvery;
  const orNull = (amount: typeof allowance.amount | null): AmountOf | null =>
    amount === null ? null : amountOf(amount, context.table);
  const group = compileGroup(per, context);
  return {
    kind: "count",
    finds: check.finds,
    subject,
    measure: check.measure,
    amount: amountOf(allowance.amount, context.table),
    ratio:
      forEvery === null
        ? null
        : {
            amount: amountOf(forEvery.amount, context.table),
            measure: forEvery.measure,
            lines: compileLines(forEvery.lines, context),
            remainder: orNull(forEvery.remainder),
            atLeast: orNull(forEvery.atLeast),
          },
    per: group,
    allLines: check.allLines,
    leavesOut: group.episode !== null && (subject.choice.readsRow || subject.choice.widest !== group.episode.choice),
  };
}

function compileGroup(per: CountCheck["per"], context: CheckContext): GroupPlan {
  const key = (field: string): KeyColumn => context.names.fields.key(field);
  const and = per.and.map(key);
  const isAlone = and.length === 0;
  const plain = { episode: null, isOfOneDay: false, follow: isAlone, windowStart: (day: number): number => day };
  switch (per.by.kind) {
    case "line":
      return { ...plain, by: "line", keys: [], isOfOneDay: true, follow: true };
    case "patient":
      return { by: and.length === 0 ? "patient" : "keys", keys: and, ...plain };
    case "day":
      return { ...plain, by: "keys", keys: [key("date"), ...and], isOfOneDay: true };
    case "claim":
      return { ...plain, by: "keys", keys: [key("claim"), ...and], follow: false };
    case "episode":
      return { ...plain, by: "episode", keys: and, episode: context.episodes.plan(per.by.episode) };
    case "window":
      return { ...plain, by: "window", keys: and, follow: false, windowStart: windowStart(per.by.length) };
  }
}

function compileLines(lines: Lines, context: CheckContext): LinesPlan {
  const { names, table } = context;
  const choice = context.choices.choose(lines.codes, table, context.usable);
  const having = lines.having === null ? null : compileCondition(lines.having, names, table);
  const plan: LinesPlan = {
    id: context.lines.length,
    label: lines.codes.label,
    choice,
    having: having === null ? null : (line, row) => having.test(line, -1, row),
    havingReadsRow: having?.readsRow ?? false,
    readsRow: choice.readsRow || (having?.readsRow ?? false),
  };
  context.lines.push(plan);
  return plan;
}

function lineTestOrNull(condition: Condition | null, context: CheckContext): LineTest | null {
  if (condition === null) return null;
  const compiled = compileCondition(condition, context.names, context.table);
  return (line, row) => compiled.test(line, -1, row);
}

function amountOf(
  amount: { readonly kind: "number"; readonly value: number } | { readonly kind: "row"; readonly column: string },
  table: TableData | null,
): AmountOf {
  if (amount.kind === "number") {
    const exact = toExact(amount.value);
    return () => exact;
  }
  const column = columnOfTable(table, amount.column);
  return (row) => toExact(cellNumber(column, row));
}
