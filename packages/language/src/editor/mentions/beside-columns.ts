/** Which fields the columns of tables are compared with: a cell means a payer only beside `payer`. */
import type { Analysis } from "../../analyse.js";
import { mentionsOf } from "./mentions-of.js";
import { tableRead } from "./table-read.js";

const known = new WeakMap<Analysis, ReadonlyMap<string, ReadonlySet<string>>>();

/** The words of the fields that a column stands beside, anywhere in the rulebook. */
export function fieldsBesideColumn(analysis: Analysis, table: string, column: string): ReadonlySet<string> {
  let fields = known.get(analysis);
  if (fields === undefined) {
    fields = collect(analysis);
    known.set(analysis, fields);
  }
  return fields.get(`${table} ${column}`) ?? none;
}

const none: ReadonlySet<string> = new Set();

function collect(analysis: Analysis): ReadonlyMap<string, ReadonlySet<string>> {
  const fields = new Map<string, Set<string>>();
  for (const file of analysis.book.files) {
    for (const { text, stands } of mentionsOf(file).all) {
      if (stands.kind !== "column" || stands.beside === null) continue;
      const table = tableRead(analysis.book, stands.rows);
      if (table === null) continue;
      const key = `${table} ${text}`;
      const beside = fields.get(key);
      if (beside === undefined) fields.set(key, new Set([stands.beside]));
      else beside.add(stands.beside);
    }
  }
  return fields;
}
