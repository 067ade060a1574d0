/**
 * The import of a table of pairs whose rows have their own dates: reading, settling, writing. What a source's rows look
 * like stands in its own file.
 */
import { resolve } from "node:path";
import { formatDate } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import type { TableShape } from "../tables/table-changes.js";
import { quoted } from "./cells.js";
import { importErrors } from "./diagnostics.js";
import type { ImportKind } from "./import-record.js";
import type { ImportDone, ImportRequest } from "./import-request.js";
import { olderRecord, recorded } from "./import-request.js";
import { rationaleColumn, shapeOf } from "./imported-shape.js";
import type { OlderTable } from "./older-table.js";
import { readOlder } from "./older-table.js";
import type { SettledPairs } from "./pair-rows.js";
import { PairRows } from "./pair-rows.js";
import { DayBytes, LineBytes } from "./line-bytes.js";
import type { PublishedColumn } from "./published-columns.js";
import type { PlainRowReader, RowReader } from "./read-rows.js";
import { readRows } from "./read-rows.js";
import { RejectedRows } from "./rejected-rows.js";
import { oneRelease } from "./release-names.js";
import { refuseOtherTables, writeTable } from "./write-table.js";

/** A source of pairs. */
export interface PairSource {
  readonly kind: ImportKind;
  readonly published: readonly PublishedColumn[];
  readonly readerOf: (rows: PairRows, rationale: boolean) => RowReader;
  /** Where there are so many rows that it is worth it. */
  readonly plainReaderOf?: (rows: PairRows, rationale: boolean) => PlainRowReader;
}

/** Reads the files and writes the table and its record; throws a `ChargeFileError` where that cannot be done. */
export async function importPairs(request: ImportRequest, source: PairSource): Promise<ImportDone> {
  refuseOtherTables(request.output);
  const rows = new PairRows();
  const rejected = new RejectedRows(request.listed);
  const reader = source.readerOf(rows, request.rationale);
  const plain = source.plainReaderOf?.(rows, request.rationale) ?? null;
  const { files, parts } = await readRows(request, source.published, rejected, () => reader, { plain });
  const named = oneRelease(parts.map(({ name }) => name));
  const shape = shapeOf(source.kind);
  const columns = [...shape.columns, ...(request.rationale ? [rationaleColumn] : [])];
  const older = request.onto === null ? null : await readOlder(request.onto, request.folder, columns);
  const day = request.effective ?? named.effective;
  const effective = day === null ? null : formatDate(day);
  const before = olderRecord(request, older, source.kind, { setting: named.setting, effective });
  if (older !== null) addOlder(rows, older, shape);
  const settled = rows.settle();
  if (settled.written === 0) {
    throw fileError(importErrors, "import-no-row", { file: request.output }, { rejected: rejected.count });
  }
  const path = resolve(request.folder, request.output);
  await writeTable(path, request.output, {
    columns,
    pieces: piecesOf(rows, settled, request.rationale),
  });
  const { written, neverInForce, repeated } = settled;
  const count = parts.reduce((sum, part) => sum + part.rows, 0);
  const counts = { rows: count, written, neverInForce, repeated, rejected: rejected.count };
  return recorded(request, path, {
    kind: source.kind,
    setting: named.setting,
    releases: [{ release: request.release ?? named.release, effective, files, ...counts }],
    span: { rows: written + settled.older.kept, ...settled.span },
    before,
    rejectedRows: rejected.listed,
    older: settled.older,
  });
}

function addOlder(rows: PairRows, older: OlderTable, { keys, values }: TableShape): void {
  const [first = "", second = ""] = keys;
  const [says = ""] = values;
  rows.olderFollow();
  const code = (text: string): number => rows.codes.idOf(text);
  const column1 = older.interned(first, code);
  const column2 = older.interned(second, code);
  const rationale = older.interned("rationale", (text) => rows.rationales.idOf(text));
  for (let place = 0; place < older.count; place++) {
    rows.add(
      column1(place),
      column2(place),
      older.day("effective", place),
      older.day("deleted", place),
      older.number(says, place) ?? 0,
      rationale(place),
    );
  }
}

function* piecesOf(rows: PairRows, { rows: places }: SettledPairs, rationale: boolean): Generator<Uint8Array> {
  const codes = rows.codes.values.map((code) => Buffer.from(code));
  const rationales = rows.rationales.values.map((text) => Buffer.from(quoted(text)));
  const days = new DayBytes();
  const lines = new LineBytes();
  for (const place of places) {
    lines.cell(codes[rows.column1(place)]);
    lines.cell(codes[rows.column2(place)]);
    lines.cell(days.of(rows.effective(place)));
    lines.cell(days.of(rows.deleted(place)));
    lines.digit(rows.indicator(place));
    if (rationale) lines.cell(rationales[rows.rationale(place)]);
    lines.end();
    if (lines.isFull) yield lines.take();
  }
  yield lines.take();
}
