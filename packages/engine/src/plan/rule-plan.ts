/** A rule, compiled: its versions (as written, and as each override has it) and which of them a line stands under. */
import type { Clauses, Condition, Reach, Rule, TableData } from "@edict/rulebook";
import type { CompiledCondition } from "../conditions/condition.js";
import { compileCondition } from "../conditions/condition.js";
import type { CheckContext, CheckPlan, CompanionPlan, LinesPlan } from "./check-plan.js";
import { compileCheck } from "./check-plan.js";
import type { DailyLimits } from "./daily-limits.js";
import { dailyLimitsOf } from "./daily-limits.js";
import type { NearestCode } from "./nearest-code.js";
import { nearestIn } from "./nearest-code.js";
import type { PairIndex } from "./pair-index.js";
import { pairIndexOf } from "./pair-index.js";
import type { ReachPlan } from "./reach.js";
import { compileReach } from "./reach.js";
import type { RowIndex } from "./row-index.js";
import { rowIndexOf } from "./row-index.js";
import { usableRows } from "./usable-rows.js";

export interface RulePlan {
  readonly rule: Rule;
  /** Its place among the plan's rules, which are sorted by id. */
  readonly index: number;
  readonly versions: readonly VersionPlan[];
  /** The index of the version that a line stands under, `waived` where the rule is off; null where all stand under 0. */
  readonly versionOf: ((line: number, row: number) => number) | null;
  /** The waiver that a line is under, for explanations. */
  readonly waivers: readonly ReachPlan[];
  readonly unusableRows: number;
}

export const waived = -1;

/** One whole set of clauses, compiled. */
export interface VersionPlan {
  readonly index: number;
  /** The override's reach in words; null for the rule as written. */
  readonly override: string | null;
  readonly clauses: Clauses;
  readonly table: TableData | null;
  readonly checks: readonly CheckPlan[];
  readonly reach: ReachPlan;
  /** `when` and not `unless`, read of the subject and its companion; null where neither is there. */
  readonly passes: CompiledCondition | null;
  readonly rows: RowsPlan;
  /** `suggest nearest code`; null where the version suggests something else. */
  readonly nearest: NearestCode | null;
}

/** How the rows of the table that matter to a patient are found. */
export type RowsPlan =
  | { readonly kind: "none" }
  | { readonly kind: "pairs"; readonly check: CompanionPlan; readonly index: PairIndex }
  | {
      readonly kind: "by-code";
      readonly indexes: readonly RowIndex[];
      /** A line is the subject of rows of its own code alone, in one column: the order of codes does not matter. */
      readonly apart: boolean;
      /** Where the rows limit what a day has of a code. */
      readonly limits: DailyLimits | null;
    }
  | { readonly kind: "all"; readonly usable: Uint8Array | null };

export type RuleContext = Omit<CheckContext, "table" | "usable">;

export function compileRule(rule: Rule, index: number, context: RuleContext): RulePlan {
  const { names } = context;
  const unusable = new Map<string, Uint8Array>();
  const byRow = [...rule.overrides, ...rule.waivers].some(({ reach }) => readsRow(reach));
  const versions = [
    compileVersion(rule.clauses, 0, null, context, unusable, byRow),
    ...rule.overrides.map((override, at) =>
      compileVersion(override.clauses, at + 1, override.label, context, unusable, byRow),
    ),
  ];
  const table = versions[0]?.table ?? null;
  const overrides = rule.overrides.map((override) => compileReach(override.reach, names, table));
  const waivers = rule.waivers.map((waiver) => compileReach(waiver.reach, names, table));
  return {
    rule,
    index,
    versions,
    versionOf: versionOf(overrides, waivers),
    waivers,
    unusableRows: [...unusable.values()].reduce((sum, rows) => sum + rows.reduce((count, one) => count + one, 0), 0),
  };
}

function versionOf(
  overrides: readonly ReachPlan[],
  waivers: readonly ReachPlan[],
): ((line: number, row: number) => number) | null {
  if (overrides.length === 0 && waivers.length === 0) return null;
  return (line, row) => {
    for (const waiver of waivers) if (isUnder(waiver, line, row)) return waived;
    for (let at = 0; at < overrides.length; at++) {
      const override = overrides[at];
      if (override !== undefined && isUnder(override, line, row)) return at + 1;
    }
    return 0;
  };
}

/** Whether a line is under an override or a waiver. */
export function isUnder(reach: ReachPlan, line: number, row: number): boolean {
  return reach.holds(line) && (reach.rowDates === null || reach.rowDates(line, row));
}

function compileVersion(
  clauses: Clauses,
  index: number,
  override: string | null,
  context: RuleContext,
  unusable: Map<string, Uint8Array>,
  versionsByRow: boolean,
): VersionPlan {
  const { names } = context;
  const table = clauses.table === null ? null : names.table(clauses.table);
  const usable = table === null ? null : usableRows(clauses, table);
  if (table !== null && usable !== null) {
    const rows = unusable.get(table.name) ?? new Uint8Array(table.count);
    unusable.set(
      table.name,
      rows.map((one, row) => (usable[row] === 0 ? 1 : one)),
    );
  }
  const checks = clauses.checks.map((check) => compileCheck(check, { ...context, table, usable }));
  const condition = passCondition(clauses);
  return {
    index,
    override,
    clauses,
    table,
    checks,
    reach: compileReach(clauses, names, table),
    passes: condition === null ? null : compileCondition(condition, names, table),
    rows: rowsPlan(table, checks, usable, versionsByRow),
    nearest:
      clauses.suggest?.kind === "nearest-code" ? nearestIn(names.table(clauses.suggest.table), clauses.suggest) : null,
  };
}

function readsRow(reach: Reach): boolean {
  return reach.effective?.from?.kind === "row" || reach.effective?.to?.kind === "row";
}

function passCondition(clauses: Clauses): Condition | null {
  const parts: Condition[] = [];
  if (clauses.when !== null) parts.push(clauses.when);
  if (clauses.unless !== null) parts.push({ kind: "not", of: clauses.unless });
  const [only] = parts;
  return only === undefined || parts.length > 1 ? (only === undefined ? null : { kind: "all", of: parts }) : only;
}

function rowsPlan(
  table: TableData | null,
  checks: readonly CheckPlan[],
  usable: Uint8Array | null,
  versionsByRow: boolean,
): RowsPlan {
  if (table === null) return { kind: "none" };
  const check = checks.length === 1 && !versionsByRow ? checks[0] : undefined;
  if (
    check?.kind === "companion" &&
    check.finds === "present" &&
    check.pick === "each" &&
    !check.subject.havingReadsRow
  ) {
    const [subjects, others] = [check.subject.choice.cells, check.companion.choice.cells];
    if (subjects !== null && others !== null) {
      return { kind: "pairs", check, index: pairIndexOf(subjects, others, usable) };
    }
  }
  const drivers = checks.flatMap(driversOf).map((lines) => lines.choice.cells);
  const columns = drivers.filter((column) => column !== null);
  if (columns.length < drivers.length) return { kind: "all", usable };
  const indexes = [...new Set(columns)].map((column) => rowIndexOf(column, usable));
  const [index] = indexes;
  const apart = index !== undefined && indexes.length === 1 && checks.length === 1;
  return { kind: "by-code", indexes, apart, limits: apart && !versionsByRow ? dailyLimits(checks[0], index) : null };
}

function dailyLimits(check: CheckPlan | undefined, index: RowIndex): DailyLimits | null {
  const isDaily = check?.kind === "count" && check.finds === "more" && check.ratio === null && check.per.isOfOneDay;
  return isDaily && check.subject.having === null ? dailyLimitsOf(check, index) : null;
}

/** The lines without which a check says nothing of a patient: a row none of whose codes is there need not be tried. */
export function driversOf(check: CheckPlan): LinesPlan[] {
  if (check.kind !== "count" || check.finds === "more" || check.ratio === null) return [check.subject];
  return [check.subject, check.ratio.lines];
}
