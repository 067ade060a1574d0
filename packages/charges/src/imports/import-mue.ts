/**
 * NCCI medically unlikely edits, as CMS publishes them, to a table of units with dates. The rows have none: each release
 * is a picture of the day on which it begins, and the pictures are stacked.
 */
import { resolve } from "node:path";
import { formatDate, noDate } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { readCode } from "../values/texts.js";
import { Unreadable, unreadable } from "../values/unreadable.js";
import { dayText, quoted, textCell } from "./cells.js";
import { importErrors, importReasons } from "./diagnostics.js";
import type { ImportedRelease } from "./import-record.js";
import type { ImportDone, ImportRequest } from "./import-request.js";
import { olderRecord, recorded } from "./import-request.js";
import { rationaleColumn, shapeOf } from "./imported-shape.js";
import type { OlderTable } from "./older-table.js";
import { readOlder } from "./older-table.js";
import type { PublishedColumn } from "./published-columns.js";
import type { RowReader } from "./read-rows.js";
import { readRows } from "./read-rows.js";
import { RejectedRows } from "./rejected-rows.js";
import { namedRelease, oneSetting } from "./release-names.js";
import type { SourceFile } from "./source-files.js";
import type { UnitRow, UnitsSaid } from "./unit-history.js";
import { UnitHistory } from "./unit-history.js";
import { pieceOf, refuseOtherTables, writeTable } from "./write-table.js";

const published: readonly PublishedColumn[] = [
  { name: "HCPCS/CPT Code", header: /^hcpcs/i },
  { name: "MUE Values", header: /mue values?$/i },
  { name: "MUE Adjudication Indicator", header: /adjudication/i, optional: true },
  { name: "MUE Rationale", header: /rationale/i, optional: true },
];

const blank = unreadable(importReasons, "cell-blank", {});
const notUnits = unreadable(importReasons, "units-unreadable", {});
const notAnIndicator = unreadable(importReasons, "adjudication-unreadable", {});
const otherwise = unreadable(importReasons, "code-said-otherwise", {});

/** A release as it is gathered: of one file, or of several that begin on one day. */
interface Release {
  readonly said: Map<string, UnitsSaid>;
  readonly files: SourceFile[];
  release: string | null;
  rows: number;
  repeated: number;
  rejected: number;
}

/** Reads the files and writes the table and its record; throws a `ChargeFileError` where that cannot be done. */
export async function importMue(request: ImportRequest): Promise<ImportDone> {
  refuseOtherTables(request.output);
  const rejected = new RejectedRows(request.listed);
  const { days, setting } = await readReleases(request, rejected);
  const ordered = [...days].toSorted(([one], [other]) => one - other);
  const columns = [...shapeOf("ncci-mue").columns, ...(request.rationale ? [rationaleColumn] : [])];
  const older = request.onto === null ? null : await readOlder(request.onto, request.folder, columns);
  const history = new UnitHistory(older === null ? [] : olderRows(older));
  const earliest = ordered[0]?.[0] ?? 0;
  const before = olderRecord(request, older, "ncci-mue", { setting, effective: formatDate(earliest) });
  const newest = history.newest();
  if (newest !== null && newest > earliest) {
    const parameters = { held: formatDate(newest), wanted: formatDate(earliest) };
    throw fileError(importErrors, "import-out-of-order", { file: request.onto }, parameters);
  }
  const releases: ImportedRelease[] = [];
  const counts = { again: 0, replaced: 0, kept: 0, keptOpen: 0 };
  for (const [day, { said, files, release, rows, repeated, rejected }] of ordered) {
    if (said.size === 0) throw fileError(importErrors, "import-no-row", { file: request.output }, { rejected });
    const { again, ended } = history.stack(day, said);
    counts.again += again;
    counts.replaced += ended;
    const effective = formatDate(day);
    releases.push({ release, effective, files, rows, written: said.size, neverInForce: 0, repeated, rejected });
  }
  const rows = history.rows();
  const path = resolve(request.folder, request.output);
  const lines = rows.map((row) => lineOf(row, request.rationale));
  await writeTable(path, request.output, { columns, pieces: pieceOf(lines) });
  return recorded(request, path, {
    kind: "ncci-mue",
    setting,
    releases,
    span: spanOf(rows),
    before,
    rejectedRows: rejected.listed,
    older: counts,
  });
}

/** The releases by their first days. */
async function readReleases(
  request: ImportRequest,
  rejected: RejectedRows,
): Promise<{ readonly days: ReadonlyMap<number, Release>; readonly setting: string | null }> {
  const days = new Map<number, Release>();
  const names: string[] = [];
  for (const name of request.files) {
    const { files, parts } = await readRows({ ...request, files: [name] }, published, rejected, (part) =>
      rowReader(releaseOf(days, part, request), request.rationale),
    );
    for (const part of parts) {
      names.push(part.name);
      const release = releaseOf(days, part.name, request);
      release.rows += part.rows;
      release.rejected += part.rejected;
      release.files.push(...files.filter((file) => !release.files.includes(file)));
    }
  }
  return { days, setting: oneSetting(names) };
}

/** The release that a text belongs to, by the day that its name says or the request. */
function releaseOf(days: Map<number, Release>, part: string, request: ImportRequest): Release {
  const named = namedRelease(part);
  const day = request.effective ?? named.effective;
  if (day === null) throw fileError(importErrors, "import-date-missing", { file: part }, {});
  const known = days.get(day);
  if (known !== undefined) return known;
  const release = request.release ?? named.release;
  const begun: Release = { said: new Map(), files: [], release, rows: 0, repeated: 0, rejected: 0 };
  days.set(day, begun);
  return begun;
}

function rowReader(release: Release, rationale: boolean): RowReader {
  return ([codeCell = "", unitsCell = "", indicatorCell = "", why = ""]) => {
    const code = codeCell === "" ? blank : readCode(codeCell);
    if (code instanceof Unreadable) return { column: 0, why: code };
    if (!/^\d{1,9}$/.test(unitsCell)) return { column: 1, why: notUnits };
    // The cell is a digit and a label: `3 Date of Service Edit: Clinical`. Medicaid has none.
    const digit = /^([1-3])(?:\D|$)/.exec(indicatorCell)?.[1];
    if (digit === undefined && indicatorCell !== "") return { column: 2, why: notAnIndicator };
    const text = rationale ? textCell(why) : "";
    if (text instanceof Unreadable) return { column: 3, why: text };
    const units = Number(unitsCell);
    const indicator = digit === undefined ? null : Number(digit);
    const known = release.said.get(code);
    if (known === undefined) release.said.set(code, { units, indicator, rationale: text });
    else if (known.units !== units || known.indicator !== indicator) return { column: 0, why: otherwise };
    else release.repeated++;
    return null;
  };
}

function olderRows(older: OlderTable): readonly UnitRow[] {
  return Array.from({ length: older.count }, (_, place) => ({
    code: older.text("code", place),
    units: older.number("units", place) ?? 0,
    indicator: older.number("indicator", place),
    rationale: older.text("rationale", place),
    effective: older.day("effective", place),
    deleted: older.day("deleted", place),
  }));
}

function lineOf({ code, units, indicator, rationale, effective, deleted }: UnitRow, withRationale: boolean): string {
  const line = `${code},${units},${indicator ?? ""},${dayText(effective)},${dayText(deleted)}`;
  return withRationale ? `${line},${quoted(rationale)}` : line;
}

function spanOf(rows: readonly UnitRow[]): { rows: number; from: string; to: string | null } {
  const from = rows.reduce((first, { effective }) => Math.min(first, effective), Number.MAX_SAFE_INTEGER);
  const to = rows.reduce((last, { deleted }) => Math.max(last, deleted), noDate);
  const open = rows.some(({ deleted }) => deleted === noDate);
  return { rows: rows.length, from: formatDate(from), to: open ? null : formatDate(to) };
}
