/** What must hold of a table: columns with names of their own, and cells that their columns' types can hold. */
import { holdsFormat } from "../description/text-formats.js";
import { isList, isObject } from "./check-form.js";
import type { FoundRecord, Law } from "./laws.js";
import { shown } from "./path.js";

/** The law of a table. Only the first few cells are told: one wrong column would else be a million problems. */
export function tableLaw(found: FoundRecord): ReturnType<Law> {
  const columns = isList(found["columns"]) ? found["columns"].filter(isObject) : [];
  const names = columns.map((column) => String(column["name"]));
  const broken: (readonly [string, string])[] = names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => ["columns", `two columns are called ${shown(name)}`] as const);
  const source = found["source"];
  if (!isObject(source) || !isList(source["rows"])) return broken;
  const types = columns.map((column) => String(column["type"]));
  for (const [index, row] of source["rows"].entries()) {
    if (broken.length >= 10) return broken;
    if (!isList(row)) continue;
    if (row.length !== columns.length) {
      broken.push(["source", `row ${index + 2} has ${row.length} cells; the table has ${columns.length} columns`]);
      continue;
    }
    for (const [column, cell] of row.entries()) {
      if (!cellHolds(types[column], cell)) {
        const where = `row ${index + 2}, column ${shown(names[column])}`;
        broken.push(["source", `${where}: ${shown(cell)} does not fit a column of type ${types[column]}`]);
      }
    }
  }
  return broken;
}

function cellHolds(type: string | undefined, cell: unknown): boolean {
  if (cell === null) return true;
  if (type === "number") return typeof cell === "number";
  if (typeof cell !== "string") return false;
  return type === "date" || type === "code" || type === "diagnosis" ? holdsFormat(type, cell) : true;
}
