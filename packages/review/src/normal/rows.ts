/**
 * The rows of a table as a review compares them: of a rule only the columns that it reads count. The order of rows does
 * not: each row is a rule of its own.
 */
import type { Cell, Table, TableData, ColumnType } from "@edict/rulebook";
import { cellDayAt, cellNumberAt, cellTextAt, compareBytes, formatDate, noDate } from "@edict/rulebook";

export interface TableRows {
  readonly columns: readonly string[];
  /** Of each column: the same text is compared otherwise where it is a number. */
  readonly types: readonly ColumnType[];
  readonly count: number;
  /** Empty cells are empty texts. */
  readonly cell: (row: number, column: number) => string;
}

/** Some columns of the rows of some table: the same number wherever the same rows are meant. */
export type RowsId = number;

export type RowsRelation = "same" | "more" | "fewer" | "other";

/** Rows of a table that is in memory, as the engine has it. */
export function rowsOfTableData({ count, columns }: TableData): TableRows {
  const all = [...columns];
  return {
    columns: all.map(([name]) => name),
    types: all.map(([, { type }]) => type),
    count,
    cell: (row, column) => {
      const cells = all[column]?.[1].cells;
      switch (cells?.kind) {
        case "text":
          return cellTextAt(cells, row) ?? "";
        case "number": {
          const number = cellNumberAt(cells, row);
          return Number.isNaN(number) ? "" : String(number);
        }
        case "date": {
          const day = cellDayAt(cells, row);
          return day === noDate ? "" : formatDate(day);
        }
        case undefined:
          return "";
      }
    },
  };
}

/** Beyond this, rows of two tables are not laid side by side here: that is asked of the tables themselves. */
const mostRows = 300_000;

export function rowsOfTable({ columns }: Pick<Table, "columns">, rows: readonly (readonly Cell[])[]): TableRows {
  return {
    columns: columns.map(({ name }) => name),
    types: columns.map(({ type }) => type),
    count: rows.length,
    cell: (row, column) => String(rows[row]?.[column] ?? ""),
  };
}

/** Every selection of rows that the compared rulebooks read. */
export class KnownRows {
  private readonly all: Selection[] = [];
  private readonly ids = new Map<TableRows, Map<string, RowsId>>();

  idOf(table: TableRows, columns: readonly string[]): RowsId {
    const key = JSON.stringify(columns);
    const ids = this.ids.get(table) ?? new Map<string, RowsId>();
    this.ids.set(table, ids);
    const before = ids.get(key);
    if (before !== undefined) return before;
    const selection = { table, columns, rows: table.count > mostRows ? null : projected(table, columns) };
    const same = this.all.findIndex(
      (one) => JSON.stringify(one.columns) === key && areTypesSame(one, selection) && areSame(one, selection),
    );
    const id = same >= 0 ? same : this.all.push(selection) - 1;
    ids.set(key, id);
    return id;
  }

  /** What the second has as against the first, by all the columns that either reads. Columns with an order are asked by it. */
  compare(base: RowsId, head: RowsId, orders: readonly ColumnOrder[] = []): RowsRelation {
    const [one, other] = [this.all[base], this.all[head]];
    if (base === head || one === undefined || other === undefined) return "same";
    if (one.table === other.table) return "same";
    const columns = [...new Set([...one.columns, ...other.columns])].sort(compareBytes);
    if (!areTypesSame({ ...one, columns }, other)) return "other";
    if (!hasAll(one, columns) || !hasAll(other, columns) || one.rows === null || other.rows === null) return "other";
    const [before, after] = [one, other].map(({ table }) => byKey(table, columns, orders));
    if (before === undefined || after === undefined) return "other";
    const isMore = areCovered(before, after, orders);
    const isFewer = areCovered(after, before, orders);
    if (isMore) return isFewer ? "same" : "more";
    return isFewer ? "fewer" : "other";
  }

  /** Whether some row has nothing in one of these columns. */
  hasBlank(id: RowsId, columns: readonly string[]): boolean {
    const table = this.all[id]?.table;
    if (table === undefined || columns.length === 0) return false;
    const places = columns.map((column) => table.columns.indexOf(column));
    for (let row = 0; row < table.count; row++) {
      if (places.some((place) => table.cell(row, place) === "")) return true;
    }
    return false;
  }

  /** Some rows, by column: those that the other selection lacks first. */
  sample(id: RowsId, against: RowsId | null, most: number): readonly ReadonlyMap<string, string>[] {
    const own = this.all[id];
    if (own === undefined) return [];
    const { table, rows } = own;
    const other = against === null ? undefined : this.all[against];
    const known = new Set(other?.rows ?? []);
    const found: ReadonlyMap<string, string>[] = [];
    const take = (isWanted: (text: string) => boolean): void => {
      for (let row = 0; row < Math.min(table.count, mostRows) && found.length < most; row++) {
        const cells = own.columns.map((column) => table.cell(row, table.columns.indexOf(column)));
        if (isWanted(JSON.stringify(cells)))
          found.push(new Map(own.columns.map((column, at) => [column, cells[at] ?? ""])));
      }
    };
    if (rows !== null && other !== undefined) take((text) => !known.has(text));
    take(() => true);
    return found;
  }
}

/**
 * A column of which one cell reaches further than another: the date from which the row holds, reaches further the
 * earlier it is, the date until which it holds the later, an allowance the smaller.
 */
export interface ColumnOrder {
  readonly column: string;
  readonly further: "earlier" | "later" | "smaller";
}

/** The ordered cells of rows that are equal in all other columns, by those. */
function byKey(
  table: TableRows,
  columns: readonly string[],
  orders: readonly ColumnOrder[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const place = (column: string): number => table.columns.indexOf(column);
  const keys = columns.filter((column) => !orders.some((order) => order.column === column)).map(place);
  const ordered = orders.map(({ column }) => place(column));
  const found = new Map<string, (readonly string[])[]>();
  for (let row = 0; row < table.count; row++) {
    const key = JSON.stringify(keys.map((at) => table.cell(row, at)));
    const cells = ordered.map((at) => table.cell(row, at));
    const rows = found.get(key);
    if (rows === undefined) found.set(key, [cells]);
    else rows.push(cells);
  }
  return found;
}

/** Whether for every row of the one there is a row of the other that reaches at least as far. */
function areCovered(
  one: ReadonlyMap<string, readonly (readonly string[])[]>,
  other: ReadonlyMap<string, readonly (readonly string[])[]>,
  orders: readonly ColumnOrder[],
): boolean {
  return [...one].every(([key, rows]) => {
    const wider = other.get(key) ?? [];
    return rows.every((row) =>
      wider.some((cells) => orders.every(({ further }, at) => reachesAsFar(cells[at] ?? "", row[at] ?? "", further))),
    );
  });
}

/** An empty date is open; an empty number is no rule at all. */
function reachesAsFar(cell: string, than: string, further: ColumnOrder["further"]): boolean {
  if (cell === than) return true;
  switch (further) {
    case "earlier":
      return cell === "" || (than !== "" && cell <= than);
    case "later":
      return cell === "" || (than !== "" && cell >= than);
    case "smaller":
      return than === "" || (cell !== "" && Number(cell) <= Number(than));
  }
}

/** `rows` is null where there are too many to lay side by side. */
interface Selection {
  readonly table: TableRows;
  readonly columns: readonly string[];
  readonly rows: readonly string[] | null;
}

function areSame(one: Selection, other: Selection): boolean {
  const [left, right] = [one.rows, other.rows];
  if (left === null || right === null) return one.table === other.table;
  return left.length === right.length && left.every((row, at) => row === right[at]);
}

function areTypesSame({ columns, table }: Selection, other: Selection): boolean {
  const type = (of: TableRows, column: string) => of.types[of.columns.indexOf(column)];
  return columns.every((column) => type(table, column) === type(other.table, column));
}

function hasAll({ table }: Selection, columns: readonly string[]): boolean {
  return columns.every((column) => table.columns.includes(column));
}

/** The columns of its table that a part of a rule reads; what stands within `a row of …` reads another table. */
export function columnsRead(part: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null) {
      if ("where" in value) return;
      if ("column" in value && typeof value.column === "string") found.add(value.column);
      for (const [name, inner] of Object.entries(value)) {
        if (name === "columns" && Array.isArray(inner)) for (const column of inner) found.add(String(column));
        else walk(inner);
      }
    }
  };
  walk(part);
  return [...found].sort(compareBytes);
}

/** The columns of which a row must have a cell to be a rule: those of sets and of numbers, not those of comparisons. */
export function columnsNeeded(part: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) {
      for (const inner of value)
        if (key === "columns") found.add(String(inner));
        else walk(inner, key);
    } else if (typeof value === "object" && value !== null) {
      if ("where" in value) return;
      if (amounts.has(key) && "column" in value) found.add(String(value.column));
      for (const [name, inner] of Object.entries(value)) walk(inner, name);
    }
  };
  walk(part, "");
  return [...found].sort(compareBytes);
}

const amounts: ReadonlySet<string> = new Set(["amount", "remainder", "atLeast"]);

function projected(table: TableRows, columns: readonly string[]): readonly string[] {
  const places = columns.map((column) => table.columns.indexOf(column));
  const found = new Set<string>();
  for (let row = 0; row < table.count; row++) {
    found.add(JSON.stringify(places.map((place) => table.cell(row, place))));
  }
  return [...found].sort(compareBytes);
}
