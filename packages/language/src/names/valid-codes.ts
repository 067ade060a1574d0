/**
 * The codes that there are, as the tables of a rulebook list them, each with the days on which it is valid. Rows of a
 * file come from whoever asks, who has read them; they are put in order once, however often the rules change.
 */
import type { TableData } from "@edict/rulebook";
import { codeAt, codeOrdinal, compareBytes, nearestCodes, noDate, parseIsoDate } from "@edict/rulebook";
import type { WrittenTable } from "../ast/nodes.js";
import { lastWhile } from "../source/last-while.js";
import type { Book } from "./book.js";
import { cellOf } from "./cells.js";
import type { CodeListFacts } from "./code-lists.js";
import { codeListOf } from "./code-lists.js";
import type { Days } from "./sets/settle.js";
import { always, sharedDays } from "./sets/settle.js";

/** What is known of all codes. */
export interface ValidCodes {
  /** How the lists are called, for messages. */
  readonly named: string;
  readonly lists: readonly CodeList[];
}

/** One list in order. */
export interface CodeList {
  readonly days: ReadonlyMap<string, readonly Days[]>;
  /** By shape, the places of the codes in ascending order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Gives the rows of a table that stands in a file; null where they are not known. */
export type RowsOfTable = (table: string) => TableData | null;

/**
 * The codes that a rulebook's tables list; null where none lists any, or where the rows of one are not known: half of
 * the codes would say of the other half that it does not exist.
 */
export function validCodesOf(book: Book, rowsOf: RowsOfTable): ValidCodes | null {
  const names: string[] = [];
  const lists: CodeList[] = [];
  for (const { name, declaration } of book.tables.values()) {
    if (declaration.node.lists === null) continue;
    const facts = codeListOf(book, name);
    const list = facts === null || declaration.node.broken ? null : listFrom(facts, rowsOf);
    if (list === null) return null;
    names.push(name);
    lists.push(list);
  }
  return lists.length === 0 ? null : { named: names.sort(compareBytes).join(" or "), lists };
}

/** The days on which a code is valid, in no order; empty where it never was one. */
export function daysOfCode({ lists }: ValidCodes, code: string): readonly Days[] {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only.days.get(code) ?? [];
  return lists.flatMap(({ days }) => days.get(code) ?? []);
}

/** Whether the lists hold codes of this shape at all; of others they say nothing. */
export function isListed({ lists }: ValidCodes, code: string): boolean {
  const shape = codeOrdinal(code)?.shape;
  return shape === undefined || lists.some(({ places }) => places.has(shape));
}

/** The codes of the lists from one to another of the same shape. */
export function* codesBetween({ lists }: ValidCodes, first: string, last: string): Generator<string> {
  const [low, high] = [codeOrdinal(first), codeOrdinal(last)];
  if (low === null || high === null) return;
  for (const list of lists) {
    const places = list.places.get(low.shape) ?? [];
    for (let at = lastWhile(places, (place) => place < low.ordinal) + 1; at < places.length; at++) {
      const place = places[at] ?? Infinity;
      if (place > high.ordinal) break;
      yield codeAt(low.shape, place);
    }
  }
}

/** The codes that one was most likely to be, of those that are valid on some of these days. */
export function nearestValid(codes: ValidCodes, code: string, days: Days): readonly string[] {
  return nearestCodes(code, (candidate) => daysOfCode(codes, candidate).some((own) => sharedDays(own, days) !== null));
}

/** Whether both know the same. */
export function areSameCodes(one: ValidCodes | null, other: ValidCodes | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.named === other.named &&
    one.lists.length === other.lists.length &&
    one.lists.every((list, index) => isSameList(list, other.lists[index]))
  );
}

/** A list that is written in a rule file is another object after each edit of the file. */
function isSameList(one: CodeList, other: CodeList | undefined): boolean {
  if (one === other) return true;
  if (one.days.size !== other?.days.size) return false;
  for (const [code, days] of one.days) {
    const others = other.days.get(code);
    if (others?.length !== days.length) return false;
    if (!days.every(({ from, until }, at) => from === others[at]?.from && until === others[at].until)) return false;
  }
  return true;
}

// By the rows, and by the columns that are read of them.
const known = new WeakMap<object, Map<string, CodeList>>();

function listFrom(facts: CodeListFacts, rowsOf: RowsOfTable): CodeList | null {
  const { table, codes, from, to } = facts;
  const { source } = table.declaration.node;
  const rows = source.kind === "written-table" ? source : rowsOf(table.name);
  if (rows === null) return null;
  const key = JSON.stringify([codes, from, to]);
  const before = known.get(rows)?.get(key);
  if (before !== undefined) return before;
  const list = inOrder("rows" in rows ? writtenCodes(rows, facts) : codesOfFile(rows, facts));
  known.set(rows, (known.get(rows) ?? new Map<string, CodeList>()).set(key, list));
  return list;
}

type Row = readonly [string, Days];

function inOrder(rows: Iterable<Row>): CodeList {
  const days = new Map<string, Days[]>();
  const places = new Map<string, number[]>();
  for (const [code, own] of rows) {
    const before = days.get(code);
    if (before !== undefined) {
      before.push(own);
      continue;
    }
    days.set(code, [own]);
    const at = codeOrdinal(code);
    if (at === null) continue;
    const ofShape = places.get(at.shape);
    if (ofShape === undefined) places.set(at.shape, [at.ordinal]);
    else ofShape.push(at.ordinal);
  }
  for (const ofShape of places.values()) ofShape.sort((one, other) => one - other);
  return { days, places };
}

function* writtenCodes({ rows }: WrittenTable, { table, codes, from, to }: CodeListFacts): Generator<Row> {
  const [code, first, last] = [codes, from, to].map((column) => table.columns.findIndex(({ name }) => name === column));
  for (const { cells } of rows) {
    const textAt = (column: number | undefined): string => cells[column ?? -1]?.text ?? "";
    const own = cellOf("code", textAt(code));
    if (typeof own !== "string") continue;
    const days = {
      from: parseIsoDate(textAt(first)) ?? always.from,
      until: parseIsoDate(textAt(last)) ?? always.until,
    };
    yield [own, days];
  }
}

function* codesOfFile({ count, columns }: TableData, { codes, from, to }: CodeListFacts): Generator<Row> {
  const cells = columns.get(codes)?.cells;
  const [first, last] = [from, to].map((column) => (column === null ? undefined : columns.get(column)?.cells));
  if (cells?.kind !== "text") return;
  for (let row = 0; row < count; row++) {
    const code = cells.values[cells.ids[row] ?? -1];
    if (code === undefined) continue;
    const dayAt = (column: typeof first, open: number): number => {
      const day = column?.kind === "date" ? (column.days[row] ?? noDate) : noDate;
      return day === noDate ? open : day;
    };
    yield [code, { from: dayAt(first, always.from), until: dayAt(last, always.until) }];
  }
}
