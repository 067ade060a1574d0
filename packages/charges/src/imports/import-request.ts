/** What an import is asked for, and what it answers: the same for every source. */
import type { RejectedRow } from "./rejected-rows.js";
import type { ImportCounts, ImportKind, ImportRecord, ImportedRelease } from "./import-record.js";
import { readImportRecord, writeImportRecord } from "./import-record.js";
import { fileError } from "../charge-file-error.js";
import { importErrors } from "./diagnostics.js";
import type { OlderTable } from "./older-table.js";

export interface ImportRequest {
  /** Published files, as they are named. */
  readonly files: readonly string[];
  /** The folder where names are looked up. */
  readonly folder: string;
  /** The table to write, `.csv` or `.parquet`. */
  readonly output: string;
  /** The older table whose history goes on. */
  readonly onto: string | null;
  /** What the release is called, where the files' names do not say it or say it wrongly. */
  readonly release: string | null;
  /** The first day on which the files hold, likewise. */
  readonly effective: number | null;
  /** Whether each row's rationale is written too. */
  readonly rationale: boolean;
  /** So many rejected rows are listed; all are counted. */
  readonly listed: number;
}

/** What became of the rows of the older table. */
export interface OlderRows {
  /** The files say the same. */
  readonly again: number;
  /** The files say otherwise: it has changed, or was taken back. */
  readonly replaced: number;
  /** No file names them: they stand as they were. */
  readonly kept: number;
  /** Of those kept, how many are open. */
  readonly keptOpen: number;
}

export interface ImportDone {
  readonly record: ImportRecord;
  /** The releases that this import brought. */
  readonly imported: readonly ImportedRelease[];
  /** Of all of them together. */
  readonly counts: ImportCounts;
  readonly rejectedRows: readonly RejectedRow[];
  /** Null where there was no older table. */
  readonly older: OlderRows | null;
  /** Whether the table has a column of rationales. */
  readonly rationale: boolean;
}

/** The record of the older table, which must hold what the files hold; null where there is none, or none beside it. */
export function olderRecord(
  request: ImportRequest,
  older: OlderTable | null,
  kind: ImportKind,
  { setting, effective }: { readonly setting: string | null; readonly effective: string | null },
): ImportRecord | null {
  if (request.onto === null || older === null) return null;
  const record = readImportRecord(older.path, request.onto);
  if (record === null) return null;
  const told = (of: { kind: string; setting: string | null }): string => [of.kind, of.setting ?? ""].join(" ").trim();
  const differs = record.setting !== null && setting !== null && record.setting !== setting;
  if (record.kind !== kind || differs) {
    const parameters = { found: told(record), wanted: told({ kind, setting }) };
    throw fileError(importErrors, "import-onto-another-kind", { file: request.onto }, parameters);
  }
  for (const { effective: held } of record.releases) {
    if (held === null || effective === null || held <= effective) continue;
    throw fileError(importErrors, "import-out-of-order", { file: request.onto }, { held, wanted: effective });
  }
  return record;
}

/** Writes the record beside the table and answers the request. */
export async function recorded(
  request: ImportRequest,
  path: string,
  parts: {
    readonly kind: ImportKind;
    readonly setting: string | null;
    /** In the order of their first days. */
    readonly releases: readonly ImportedRelease[];
    readonly span: { readonly rows: number; readonly from: string | null; readonly to: string | null };
    readonly before: ImportRecord | null;
    readonly rejectedRows: readonly RejectedRow[];
    readonly older: OlderRows | null;
  },
): Promise<ImportDone> {
  const { setting, releases, before } = parts;
  const again = ({ release, effective }: ImportedRelease): boolean =>
    effective !== null && releases.some((other) => other.effective === effective && other.release === release);
  const record: ImportRecord = {
    format: 1,
    kind: parts.kind,
    setting: setting ?? before?.setting ?? null,
    ...parts.span,
    releases: [...(before?.releases ?? []).filter((release) => !again(release)), ...releases],
  };
  await writeImportRecord(path, request.output, record);
  return {
    record,
    imported: releases,
    counts: summed(releases),
    rejectedRows: parts.rejectedRows,
    older: request.onto === null ? null : parts.older,
    rationale: request.rationale,
  };
}

function summed(releases: readonly ImportCounts[]): ImportCounts {
  const sum = (of: (counts: ImportCounts) => number): number => releases.reduce((total, one) => total + of(one), 0);
  return {
    rows: sum((one) => one.rows),
    written: sum((one) => one.written),
    neverInForce: sum((one) => one.neverInForce),
    repeated: sum((one) => one.repeated),
    rejected: sum((one) => one.rejected),
  };
}
