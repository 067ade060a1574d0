/**
 * The tables that both sides of a comparison have and that do not say the same: what changed in each, and which rules have to
 * do with it. Columns that no rule reads are not looked at.
 */
import type { ChangeKind, KeyCounts, TableChange } from "@edict/charges";
import { tableChanges } from "@edict/charges";
import { tableData } from "@edict/engine";
import { rulesNaming } from "@edict/language";
import type { HouseRule, ReadShape, Side } from "@edict/review";
import { HouseRules, readShape, rulesReading } from "@edict/review";
import type { Table, TableData } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import { TouchedRules } from "../actions/imports/touched-rules.js";
import type { TouchedRule } from "../reports/import-diff/report.js";

export interface ChangedTable {
  readonly name: string;
  readonly shape: ReadShape;
  readonly keys: KeyCounts;
  readonly changes: ReadonlyMap<ChangeKind, number>;
  /** The first of each kind. */
  readonly examples: readonly TableChange[];
  /** Ids of the rules of either side that read it. */
  readonly readBy: readonly string[];
  /** Rules of head, beside it, that say what it says now, or says no more. */
  readonly house: readonly HouseRule[];
  /** Rules of head that name a code that changed, but for those that read it; first those that name both of a pair. */
  readonly naming: readonly TouchedRule[];
}

const mostExamples = 3;

/** By the order of head's tables. */
export function changedTables(base: Side, head: Side): readonly ChangedTable[] {
  const before = new Map(base.rulebook.tables.map((table) => [table.name, table]));
  return head.rulebook.tables.flatMap((table) => {
    const old = before.get(table.name);
    if (old === undefined || saysTheSame(old, table)) return [];
    const [was, is] = [rowsOf(old, base), rowsOf(table, head)];
    const changed = was === is ? null : changedTable(table.name, [was, is], base, head);
    return changed === null ? [] : [changed];
  });
}

function changedTable(
  name: string,
  [was, is]: readonly [TableData, TableData],
  base: Side,
  head: Side,
): ChangedTable | null {
  const shape = readShape(base.rulebook, head.rulebook, name);
  if (shape === null) return null;
  const naming = rulesNaming(head.rulebook);
  const house = new HouseRules(head.rulebook, name, shape.keys, naming);
  const touched = new TouchedRules(head.rulebook, new Map());
  const changes = new Map<ChangeKind, number>();
  const examples: TableChange[] = [];
  const codes = shape.keys.map((key) =>
    head.rulebook.tables.some((table) => table.name === name && isCode(table, key)),
  );
  const onChange = (change: TableChange): void => {
    const before = changes.get(change.kind) ?? 0;
    changes.set(change.kind, before + 1);
    if (before < mostExamples) examples.push(change);
    house.add(change);
    touched.add(change.key.filter((cell) => typeof cell === "string").filter((_, place) => codes[place] === true));
  };
  const keys = tableChanges(was, is, { shape, since: noDate, onChange });
  if (changes.size === 0) return null;
  const readBy = [...new Set([base, head].flatMap((side) => rulesReading(side.rulebook, name).map(({ id }) => id)))];
  const others = touched
    .all()
    .filter(({ rule }) => !readBy.includes(rule.id))
    .sort((one, other) => other.between - one.between);
  return { name, shape, keys, changes, examples, readBy, house: house.all(), naming: others };
}

function isCode({ columns }: Table, name: string): boolean {
  return columns.some((column) => column.name === name && column.type === "code");
}

/** Of tables that are written in the rules. */
function saysTheSame(one: Table, other: Table): boolean {
  if (one.source.kind !== "rows" || other.source.kind !== "rows") return false;
  return JSON.stringify([one.columns, one.source.rows]) === JSON.stringify([other.columns, other.source.rows]);
}

function rowsOf(table: Table, { tables }: Side): TableData {
  return tables.get(table.name) ?? tableData(table);
}
