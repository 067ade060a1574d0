/** What the rules of a rulebook read of a table: a column that no rule reads means nothing, whatever stands in it. */
import type { Clauses, Rule, Rulebook, Table } from "@edict/rulebook";
import { columnsRead } from "../normal/rows.js";

/** How two states of a table are laid side by side: what rows are known by, what they say, and when they hold. */
export interface ReadShape {
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** The rules that read a table. */
export function rulesReading({ rules }: Rulebook, table: string): readonly Rule[] {
  return rules.filter((rule) => versionsOf(rule).some((clauses) => readsTable(clauses, table)));
}

/** Null where no rule of either rulebook reads a column that both tables have. */
export function readShape(base: Rulebook, head: Rulebook, name: string): ReadShape | null {
  const [before, after] = [tableNamed(base, name), tableNamed(head, name)];
  const read = new Set([...columnsOf(base, before), ...columnsOf(head, after)]);
  const columns = after.columns.filter(
    (column) =>
      read.has(column.name) &&
      before.columns.some(({ name: was, type }) => was === column.name && type === column.type),
  );
  const days = [...daysOf(head, name), ...daysOf(base, name)];
  const dated = (bound: "from" | "to"): string | null =>
    days.map((one) => one[bound]).find((day) => columns.some((one) => one.name === day && one.type === "date")) ?? null;
  const [from, to] = [dated("from"), dated("to")];
  const others = columns.filter((column) => column.name !== from && column.name !== to);
  const keys = keysAmong(others);
  if (keys.length === 0) return null;
  return { keys, values: others.map((column) => column.name).filter((column) => !keys.includes(column)), from, to };
}

/** Rows are known by their codes, else by their diagnoses, else by their texts. */
function keysAmong(columns: Table["columns"]): readonly string[] {
  const ofType = (type: string): readonly string[] =>
    columns.filter((one) => one.type === type).map(({ name }) => name);
  return ["code", "diagnosis", "text", "number"].map(ofType).find((names) => names.length > 0) ?? [];
}

function columnsOf(rulebook: Rulebook, table: Table): readonly string[] {
  return rulebook.rules.flatMap((rule) =>
    versionsOf(rule).flatMap((clauses) => {
      if (namesWithin(clauses, table.name)) return table.columns.map(({ name }) => name);
      return clauses.table === table.name ? columnsRead(clauses) : [];
    }),
  );
}

function daysOf(
  rulebook: Rulebook,
  table: string,
): readonly { readonly from: string | null; readonly to: string | null }[] {
  return rulebook.rules.flatMap((rule) =>
    versionsOf(rule).flatMap(({ table: own, effective }) => {
      if (own !== table || effective === null) return [];
      const column = (bound: typeof effective.from): string | null => (bound?.kind === "row" ? bound.column : null);
      return [{ from: column(effective.from), to: column(effective.to) }];
    }),
  );
}

function readsTable(clauses: Clauses, table: string): boolean {
  return clauses.table === table || namesWithin(clauses, table);
}

/** A condition `a row of TABLE where …`, or a suggestion from a list of codes. */
function namesWithin(clauses: Clauses, table: string): boolean {
  const walk = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(walk);
    if (typeof value !== "object" || value === null) return false;
    return ("table" in value && value.table === table) || Object.values(value).some(walk);
  };
  return walk([clauses.checks, clauses.when, clauses.unless, clauses.suggest]);
}

function versionsOf({ clauses, overrides }: Rule): readonly Clauses[] {
  return [clauses, ...overrides.map((override) => override.clauses)];
}

function tableNamed({ tables }: Rulebook, name: string): Table {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new Error("only tables that both rulebooks have are laid side by side");
  return found;
}
