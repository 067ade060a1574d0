/**
 * A table from its compiled form. A file may come from anywhere: its length, its description and each of its values are
 * looked at before they are used, so that a file that is torn or was made up is an error and nothing else.
 */
import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import type { CellIds, Column, Table, TableColumn, TableData, TextCells } from "@edict/rulebook";
import { codeNumber, compareBytes, looseDiagnosisShape, noDate } from "@edict/rulebook";
import type { ChargeFileError } from "../charge-file-error.js";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import type { InputFile } from "../files/read-bytes.js";
import { layoutKey, shownHeaders } from "../headers/header-key.js";
import type { ColumnPlace, CompiledColumn, Description } from "./compiled-table.js";
import { canUseNumbers, form, formWithoutOrder, head, magic, placesOf } from "./compiled-table.js";

/** True where the file begins as a compiled table does. */
export async function isCompiled(file: InputFile): Promise<boolean> {
  if (!file.canReadTwice) return false;
  const handle = await open(file.path);
  try {
    const start = Buffer.alloc(magic.length);
    await handle.read(start, 0, magic.length, 0);
    return start.toString("latin1") === magic;
  } finally {
    await handle.close();
  }
}

export async function readCompiled(table: Table, file: InputFile): Promise<TableData> {
  const refuse = (why: string): ChargeFileError =>
    fileError(fileErrors, "file-not-readable", { file: file.name }, { why });
  if (!canUseNumbers) throw refuse("compiled tables cannot be used on this machine; name the table's CSV file");
  const bytes = await bytesOf(file);
  const described = describedIn(bytes);
  if (typeof described === "string") throw refuse(described);
  const { description, places } = described;
  const headers = description.columns.map(({ name }) => name);
  const columns = new Map<string, TableColumn>();
  for (const column of table.columns) {
    const place = placeOf(column, places);
    if (place === undefined) {
      const header = column.header ?? column.name;
      const parameters = { column: column.name, header, headers: shownHeaders(headers) };
      throw fileError(fileErrors, "table-column-missing", { file: file.name, column: header }, parameters);
    }
    if (place.column.type !== column.type) {
      const is = `its column ${place.column.name} was compiled as ${place.column.type} and the table declares ${column.type}`;
      throw refuse(`${is}; compile it again`);
    }
    const cells = cellsAt(place, bytes, description.rows);
    if (cells === null) throw refuse(damaged);
    columns.set(column.name, { type: column.type, cells });
  }
  return { name: table.name, count: description.rows, columns };
}

const damaged = "it is no whole compiled table; compile it again";

/** All bytes of the file, in memory of their own, so that they begin at a multiple of eight. */
async function bytesOf(file: InputFile): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file.path);
  try {
    const { size } = await handle.stat();
    if (size > mostBytes) return new Uint8Array();
    const bytes = new Uint8Array(size);
    let read = 0;
    while (read < size) {
      const { bytesRead } = await handle.read(bytes, read, size - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.subarray(0, read);
  } finally {
    await handle.close();
  }
}

/** Beyond 400 million rows of pairs. */
const mostBytes = 2 ** 32;

/** A description is some hundred bytes for each column. */
const longestDescription = 1 << 24;

function describedIn(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly description: Description; readonly places: readonly ColumnPlace[] } | string {
  if (bytes.length < head.length) return damaged;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint32(head.form, true);
  if (written !== form && written !== formWithoutOrder) {
    return "it was compiled by another version of edict; compile it again";
  }
  const length = view.getUint32(head.description, true);
  if (length > longestDescription || head.length + length > bytes.length) return damaged;
  if (view.getUint32(head.checksum, true) !== crc32(bytes.subarray(head.afterChecksum))) return damaged;
  const description = parsed(Buffer.from(bytes.buffer, bytes.byteOffset + head.length, length).toString("utf8"));
  if (!isDescription(description, written === form)) return damaged;
  const { places, length: whole } = placesOf(description, length);
  return whole === bytes.length ? { description, places } : damaged;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isDescription(value: unknown, canSayOrder: boolean): value is Description {
  if (!isObject(value) || !isCount(value["rows"]) || !Array.isArray(value["columns"])) return false;
  const columns: readonly unknown[] = value["columns"];
  const { rows } = value;
  const orders = columns.flatMap((column) => (isObject(column) && "order" in column ? [column["order"]] : []));
  const [firsts, seconds] = ["first", "second"].map((order) => orders.filter((one) => one === order).length);
  const canBeOrder =
    orders.length === 0 || (canSayOrder && firsts === 1 && orders.length === 1 + (seconds ?? 0) && orders.length < 3);
  return canBeOrder && columns.every((column) => isColumn(column) && (column.width !== 0 || column.values === rows));
}

function isColumn(value: unknown): value is CompiledColumn {
  return (
    isObject(value) &&
    typeof value["name"] === "string" &&
    ["text", "code", "diagnosis", "number", "date"].some((type) => type === value["type"]) &&
    isCount(value["values"]) &&
    isCount(value["textBytes"]) &&
    isWidth(value["width"]) &&
    (value["width"] === 0 || value["values"] <= 2 ** (8 * value["width"])) &&
    (!("order" in value) || (value["width"] !== 0 && value["type"] !== "number" && value["type"] !== "date"))
  );
}

function isWidth(value: unknown): value is CompiledColumn["width"] {
  return value === 0 || value === 1 || value === 2 || value === 4;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 32;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** By the header as it stands, else as headers are compared elsewhere. */
function placeOf({ header, name }: Column, places: readonly ColumnPlace[]): ColumnPlace | undefined {
  const wanted = (header ?? name).trim();
  return (
    places.find(({ column }) => column.name.trim() === wanted) ??
    places.find(({ column }) => layoutKey(column.name) === layoutKey(wanted))
  );
}

/** The cells of a column; null where a value in it cannot be. An index of no value is an empty cell wherever it is read. */
function cellsAt(
  { column, values, ids }: ColumnPlace,
  bytes: Uint8Array<ArrayBuffer>,
  rows: number,
): TableColumn["cells"] | null {
  const { buffer, byteOffset } = bytes;
  const hasIndex = column.width !== 0 && column.order !== "first";
  const index = hasIndex ? idsAt(buffer, byteOffset + ids, rows, column.width) : null;
  switch (column.type) {
    case "text":
    case "code":
    case "diagnosis": {
      const text = Buffer.from(buffer, byteOffset + values, column.textBytes).toString("utf8");
      const texts = textsIn(parsed(text), column);
      if (texts === null) return null;
      if (column.order === "first") {
        const starts = new Int32Array(buffer, byteOffset + ids, texts.length + 1);
        return areStarts(starts, rows) ? inOrder(starts, texts, column.width) : null;
      }
      if (index === null) return null;
      const cells: TextCells = { kind: "text", ids: index, values: texts };
      return column.order === "second" ? { ...cells, order: { kind: "second" } } : cells;
    }
    case "number": {
      const numbers = new Float64Array(buffer, byteOffset + values, column.values);
      if (numbers.some((number) => Math.abs(number) === Infinity)) return null;
      return index === null ? { kind: "number", values: numbers } : { kind: "number", ids: index, values: numbers };
    }
    case "date": {
      const days = new Int32Array(buffer, byteOffset + values, column.values);
      if (days.some((day) => day !== noDate && !(Math.abs(day) <= furthestDay))) return null;
      return index === null ? { kind: "date", days } : { kind: "date", ids: index, days };
    }
  }
}

/** Whether all rows are parted among the values, each of which has some. */
function areStarts(starts: Int32Array, rows: number): boolean {
  if (starts[0] !== 0 || starts[starts.length - 1] !== rows) return false;
  for (let at = 1; at < starts.length; at++) if ((starts[at] ?? 0) <= (starts[at - 1] ?? 0)) return false;
  return true;
}

/** The cells of a column in whose order the rows stand. Who knows where they start seldom asks for the index of each. */
function inOrder(starts: Int32Array, values: readonly string[], width: number): TextCells {
  let ids: CellIds | null = null;
  const rows = starts[values.length] ?? 0;
  return {
    kind: "text",
    values,
    order: { kind: "first", starts },
    get ids() {
      if (ids !== null) return ids;
      ids = idsAt(new ArrayBuffer(rows * width), 0, rows, width);
      for (let id = 0; id < values.length; id++) ids.fill(id, starts[id], starts[id + 1]);
      return ids;
    },
  };
}

/** No date of four digits' year is further from 1970. */
const furthestDay = 3_000_000;

function idsAt(buffer: ArrayBuffer, at: number, rows: number, width: number): CellIds {
  if (width === 1) return new Uint8Array(buffer, at, rows);
  return width === 2 ? new Uint16Array(buffer, at, rows) : new Uint32Array(buffer, at, rows);
}

/** Distinct texts that the column's type can hold. */
function textsIn(value: unknown, { type, values }: CompiledColumn): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const items: readonly unknown[] = value;
  if (items.length !== values) return null;
  const texts: string[] = [];
  let before = "";
  for (let at = 0; at < items.length; at++) {
    const text = items[at];
    if (typeof text !== "string" || text === "") return null;
    if (type === "code" && codeNumber(text) < 0) return null;
    if (type === "diagnosis" && (!looseDiagnosisShape.test(text) || text.includes("."))) return null;
    // Sorted, so that none stands twice. Codes and diagnoses are ASCII, whose usual order is that of their bytes.
    if (type === "text" ? compareBytes(text, before) <= 0 : text <= before) return null;
    before = text;
    texts.push(text);
  }
  return texts;
}
