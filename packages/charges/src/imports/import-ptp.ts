/**
 * NCCI procedure-to-procedure edits, as CMS publishes them, to a pair table: each row has its own dates, so the files of
 * a quarter hold all history, and a newer quarter says what an older one did not know yet.
 */
import { resolve } from "node:path";
import { formatDate, noDate } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import type { Unreadable } from "../values/unreadable.js";
import { unreadable } from "../values/unreadable.js";
import { RejectedRows } from "./rejected-rows.js";
import { codeCells, dayCell, dayText, openDayCell, quoted, textCell } from "./cells.js";
import { importErrors, importReasons } from "./diagnostics.js";
import type { ImportDone, ImportRequest } from "./import-request.js";
import { olderRecord, recorded } from "./import-request.js";
import type { OlderColumn, OlderTable } from "./older-table.js";
import { rationaleColumn, readOlder } from "./older-table.js";
import type { SettledPairs } from "./pair-rows.js";
import { PairRows, neverInForce } from "./pair-rows.js";
import type { PublishedColumn } from "./published-columns.js";
import type { RowReader } from "./read-rows.js";
import { readRows } from "./read-rows.js";
import { oneRelease } from "./release-names.js";
import { refuseOtherTables, writeTable } from "./write-table.js";

const ptpColumns: readonly OlderColumn[] = [
  { name: "column1", type: "code" },
  { name: "column2", type: "code" },
  { name: "effective", type: "date" },
  { name: "deleted", type: "date" },
  { name: "indicator", type: "number" },
];

const published: readonly PublishedColumn[] = [
  { name: "Column 1", header: /^column ?1$/i },
  { name: "Column 2", header: /^column ?2$/i },
  { name: "Effective Date", header: /^effective/i },
  { name: "Deletion Date", header: /^deletion/i },
  { name: "Modifier", header: /^modifier/i },
  { name: "PTP Edit Rationale", header: /rationale/i, optional: true },
];

const endsFirst = unreadable(importReasons, "deleted-before-effective", {});
const notAnIndicator = unreadable(importReasons, "indicator-unreadable", {});
const withoutEnd = unreadable(importReasons, "never-in-force-without-end", {});

/** Reads the files and writes the table and its record; throws a `ChargeFileError` where that cannot be done. */
export async function importPtp(request: ImportRequest): Promise<ImportDone> {
  refuseOtherTables(request.output);
  const rows = new PairRows();
  const rejected = new RejectedRows(request.listed);
  const reader = rowReader(rows, request.rationale);
  const { files, parts } = await readRows(request, published, rejected, () => reader);
  const named = oneRelease(parts.map(({ name }) => name));
  const columns = [...ptpColumns, ...(request.rationale ? [rationaleColumn] : [])];
  const older = request.onto === null ? null : await readOlder(request.onto, request.folder, columns);
  const day = request.effective ?? named.effective;
  const effective = day === null ? null : formatDate(day);
  const before = olderRecord(request, older, "ncci-ptp", { setting: named.setting, effective });
  if (older !== null) addOlder(rows, older);
  const settled = rows.settle();
  if (settled.written === 0) {
    throw fileError(importErrors, "import-no-row", { file: request.output }, { rejected: rejected.count });
  }
  const path = resolve(request.folder, request.output);
  await writeTable(path, request.output, {
    columns: columns.map(({ name }) => name),
    lines: linesOf(rows, settled, request.rationale),
  });
  const { written, neverInForce, repeated } = settled;
  const count = parts.reduce((sum, part) => sum + part.rows, 0);
  const counts = { rows: count, written, neverInForce, repeated, rejected: rejected.count };
  return recorded(request, path, {
    kind: "ncci-ptp",
    setting: named.setting,
    releases: [{ release: request.release ?? named.release, effective, files, ...counts }],
    span: spanOf(rows, settled),
    before,
    rejectedRows: rejected.listed,
    older: settled.older,
  });
}

/** Cell by cell, without anything in between: there are millions of rows. */
function rowReader(rows: PairRows, rationale: boolean): RowReader {
  const code = codeCells((text) => rows.codes.idOf(text));
  return (cells) => {
    const column1 = code(cells[0] ?? "");
    if (typeof column1 !== "number") return { column: 0, why: column1 };
    const column2 = code(cells[1] ?? "");
    if (typeof column2 !== "number") return { column: 1, why: column2 };
    const effective = dayCell(cells[2] ?? "");
    if (typeof effective !== "number") return { column: 2, why: effective };
    const deleted = openDayCell(cells[3] ?? "");
    if (typeof deleted !== "number") return { column: 3, why: deleted };
    const indicator = indicatorOf(cells[4] ?? "");
    if (typeof indicator !== "number") return { column: 4, why: indicator };
    const why = rationale ? textCell(cells[5] ?? "") : "";
    if (typeof why !== "string") return { column: 5, why };
    if (deleted !== noDate && deleted < effective) return { column: 3, why: endsFirst };
    if (indicator === neverInForce && deleted === noDate) return { column: 4, why: withoutEnd };
    rows.add(column1, column2, effective, deleted, indicator, rows.rationales.idOf(why));
    return null;
  };
}

function indicatorOf(cell: string): number | Unreadable {
  return cell === "0" || cell === "1" || cell === "9" ? Number(cell) : notAnIndicator;
}

function addOlder(rows: PairRows, older: OlderTable): void {
  rows.olderFollow();
  for (let place = 0; place < older.count; place++) {
    rows.add(
      rows.codes.idOf(older.text("column1", place)),
      rows.codes.idOf(older.text("column2", place)),
      older.day("effective", place),
      older.day("deleted", place),
      older.number("indicator", place) ?? 0,
      rows.rationales.idOf(older.text("rationale", place)),
    );
  }
}

function* linesOf(rows: PairRows, settled: SettledPairs, rationale: boolean): Generator<string> {
  const codes = rows.codes.values;
  const rationales = rows.rationales.values.map(quoted);
  for (const place of settled.rows) {
    const row = rows.at(place);
    const line = `${codes[row.column1] ?? ""},${codes[row.column2] ?? ""},${dayText(row.effective)},${dayText(row.deleted)},${row.indicator}`;
    yield rationale ? `${line},${rationales[row.rationale] ?? ""}` : line;
  }
}

function spanOf(rows: PairRows, settled: SettledPairs): { rows: number; from: string; to: string | null } {
  let from = Number.MAX_SAFE_INTEGER;
  let to = noDate;
  let open = false;
  for (const place of settled.rows) {
    const { effective, deleted } = rows.at(place);
    from = Math.min(from, effective);
    to = Math.max(to, deleted);
    open ||= deleted === noDate;
  }
  return { rows: settled.rows.length, from: formatDate(from), to: open ? null : formatDate(to) };
}
