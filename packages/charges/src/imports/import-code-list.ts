/**
 * Lists of valid codes to a table of codes with dates: HCPCS as CMS publishes it, or a list that a site holds a licence
 * for. What the codes mean is never written.
 */
import { resolve } from "node:path";
import { formatDate, noDate, parseIsoDate } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { readCode } from "../values/texts.js";
import { Unreadable, unreadable } from "../values/unreadable.js";
import { dayText, openDayCell } from "./cells.js";
import type { CodeRow } from "./code-history.js";
import { codeHistory, SaidCodes } from "./code-history.js";
import type { CodeListColumns } from "./code-list-columns.js";
import { publishedColumns } from "./code-list-columns.js";
import { codeListTexts } from "./code-list-text.js";
import { importErrors, importReasons } from "./diagnostics.js";
import type { ImportDone, ImportRequest } from "./import-request.js";
import { olderRecord, recorded } from "./import-request.js";
import { shapeOf } from "./imported-shape.js";
import type { OlderTable } from "./older-table.js";
import { readOlder } from "./older-table.js";
import type { RowReader } from "./read-rows.js";
import { readRows } from "./read-rows.js";
import { RejectedRows } from "./rejected-rows.js";
import { namedRelease } from "./release-names.js";
import { pieceOf, refuseOtherTables, writeTable } from "./write-table.js";

/** What is asked of an import of a code list besides what is asked of all. */
export interface CodeListRequest extends ImportRequest {
  readonly columns: CodeListColumns;
  /** The files are all there is: a code of the older table that they do not name has ended. */
  readonly complete: boolean;
}

const blank = unreadable(importReasons, "cell-blank", {});
const endsFirst = unreadable(importReasons, "deleted-before-effective", {});
const overlaps = unreadable(importReasons, "dates-overlap", {});

/** Reads the files and writes the table and its record; throws a `ChargeFileError` where that cannot be done. */
export async function importCodeList(request: CodeListRequest): Promise<ImportDone> {
  refuseOtherTables(request.output);
  const { columns } = shapeOf("code-list");
  const said = new SaidCodes();
  const counts = { repeated: 0 };
  const rejected = new RejectedRows(request.listed);
  const reader = rowReader(said, counts);
  const { files, parts } = await readRows(request, publishedColumns(request.columns), rejected, () => reader, {
    texts: codeListTexts,
  });
  const named = releaseOf(parts.map(({ name }) => name));
  const day = request.effective ?? named.day;
  const older = request.onto === null ? null : await readOlder(request.onto, request.folder, columns);
  const effective = day === null ? null : formatDate(day);
  const before = olderRecord(request, older, "code-list", { setting: null, effective });
  if (said.rows.size === 0)
    throw fileError(importErrors, "import-no-row", { file: request.output }, { rejected: rejected.count });
  const history = codeHistory(said.rows, older === null ? null : olderRows(older), {
    day: day ?? noDate,
    complete: request.complete,
  });
  if (history === null) throw fileError(importErrors, "import-date-missing", { file: request.files[0] ?? null }, {});
  const path = resolve(request.folder, request.output);
  await writeTable(path, request.output, {
    columns,
    pieces: pieceOf(history.rows.map((row) => `${row.code},${dayText(row.effective)},${dayText(row.ended)}`)),
  });
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const written = rows - counts.repeated - rejected.count;
  const release = request.release ?? named.release;
  const account = { rows, written, neverInForce: 0, repeated: counts.repeated, rejected: rejected.count };
  return recorded(request, path, {
    kind: "code-list",
    setting: null,
    releases: [{ release, effective, files, ...account }],
    span: spanOf(history.rows),
    before,
    rejectedRows: rejected.listed,
    older: history.older,
  });
}

function rowReader(said: SaidCodes, counts: { repeated: number }): RowReader {
  return ([codeCell = "", effectiveCell = "", endedCell = "", record = ""]) => {
    // HCPCS goes on with its texts in records of their own, and lists modifiers too.
    if (record !== "" && record !== "3") return "no row";
    const code = codeCell === "" ? blank : readCode(codeCell);
    if (code instanceof Unreadable) return { column: 0, why: code };
    const effective = openDayCell(effectiveCell);
    if (typeof effective !== "number") return { column: 1, why: effective };
    const end = openDayCell(endedCell);
    if (typeof end !== "number") return { column: 2, why: end };
    const ended = end >= neverEnds ? noDate : end;
    if (ended !== noDate && effective !== noDate && ended < effective) return { column: 2, why: endsFirst };
    const what = said.add({ code, effective, ended });
    if (what === "overlaps") return { column: 0, why: overlaps };
    if (what === "repeated") counts.repeated++;
    return null;
  };
}

/** Lists write 9999 for what is open. */
const neverEnds = parseIsoDate("9999-01-01") ?? noDate;

/** Where the names agree on a release; a list of one source is no older or newer than one of another. */
function releaseOf(names: readonly string[]): { readonly release: string | null; readonly day: number | null } {
  const found = names.map(namedRelease);
  const releases = new Set(found.map(({ release }) => release));
  const days = new Set(found.map((one) => one.effective));
  const [release = null] = releases;
  const [day = null] = days;
  return { release: releases.size === 1 ? release : null, day: days.size === 1 ? day : null };
}

function olderRows(older: OlderTable): readonly CodeRow[] {
  return Array.from({ length: older.count }, (_, place) => ({
    code: older.text("code", place),
    effective: older.day("effective", place),
    ended: older.day("ended", place),
  }));
}

function spanOf(rows: readonly CodeRow[]): { rows: number; from: string | null; to: string | null } {
  const from = rows.reduce((first, row) => Math.min(first, row.effective), Number.MAX_SAFE_INTEGER);
  const to = rows.reduce((last, row) => Math.max(last, row.ended), noDate);
  const begun = !rows.some(({ effective }) => effective === noDate);
  const open = rows.some(({ ended }) => ended === noDate);
  return { rows: rows.length, from: begun ? formatDate(from) : null, to: open ? null : formatDate(to) };
}
