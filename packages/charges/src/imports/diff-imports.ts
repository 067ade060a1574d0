/** Two imported tables of one kind, and what the newer changes in the older one. */
import type { TableData } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import type { KeyCounts, TableChange } from "../tables/table-changes.js";
import { tableChanges } from "../tables/table-changes.js";
import { importErrors } from "./diagnostics.js";
import type { ImportKind, ImportRecord } from "./import-record.js";
import { readImportRecord, recordPath } from "./import-record.js";
import type { ImportedShape } from "./imported-shape.js";
import { shapeOf } from "./imported-shape.js";
import { findImported, readImported } from "./older-table.js";

/** Two tables as they were named, and the folder where names are looked up. */
export interface DiffRequest {
  readonly old: string;
  readonly new: string;
  readonly folder: string;
}

/** A table that is compared. */
export interface DiffSide {
  readonly name: string;
  /** Where it is on the disk. */
  readonly path: string;
  readonly rows: number;
  /** Null where none stands beside it. */
  readonly record: ImportRecord | null;
}

export interface ImportDiff {
  readonly kind: ImportKind;
  readonly shape: ImportedShape;
  readonly old: DiffSide;
  readonly new: DiffSide;
  /** Days before this one are not compared, since one of the tables knows nothing of them; `noDate`: all are. */
  readonly since: number;
  /** Tells each change, in the order of keys and days. */
  readonly changes: (onChange: (change: TableChange) => void) => KeyCounts;
}

/** Reads two tables; throws a `ChargeFileError` where they cannot be read, or are not of one kind and setting. */
export async function diffImports(request: DiffRequest): Promise<ImportDiff> {
  const paths = [await findImported(request.old, request.folder), await findImported(request.new, request.folder)];
  const [oldPath = "", newPath = ""] = paths;
  const before = readImportRecord(oldPath, request.old);
  const after = readImportRecord(newPath, request.new);
  const kind = kindOf(request, before, after);
  const shape = shapeOf(kind);
  const older = await readImported(request.old, oldPath, shape.columns);
  const newer = await readImported(request.new, newPath, shape.columns);
  const since = shape.pictures ? Math.max(firstDay(older, shape), firstDay(newer, shape)) : noDate;
  return {
    kind,
    shape,
    old: { name: request.old, path: oldPath, rows: older.count, record: before },
    new: { name: request.new, path: newPath, rows: newer.count, record: after },
    since,
    changes: (onChange) => tableChanges(older, newer, { shape, since, onChange }),
  };
}

function kindOf({ old, new: now }: DiffRequest, before: ImportRecord | null, after: ImportRecord | null): ImportKind {
  const known = after ?? before;
  if (known === null) throw fileError(importErrors, "import-record-missing", { file: recordPath(now) }, {});
  const settings = [before?.setting ?? null, after?.setting ?? null].filter((setting) => setting !== null);
  if (before !== null && after !== null && (before.kind !== after.kind || new Set(settings).size > 1)) {
    const told = ({ kind, setting }: ImportRecord): string => (setting === null ? kind : `${kind} ${setting}`);
    const parameters = { found: told(before), wanted: told(after) };
    throw fileError(importErrors, "import-diff-another-kind", { file: old }, parameters);
  }
  return known.kind;
}

/** The first day of which a table knows something. */
function firstDay(table: TableData, { from }: ImportedShape): number {
  const cells = from === null ? undefined : table.columns.get(from)?.cells;
  // Of distinct days each stands in some row, a blank too.
  return cells?.kind === "date" && cells.days.length > 0
    ? cells.days.reduce((first, day) => Math.min(first, day))
    : noDate;
}
