/**
 * What stands beside an imported table, in a file of its own: from which files of which releases it was made, and how
 * many rows each import brought. Nothing of it is needed to use the table; the next import reads it and adds to it.
 */
import { readFileSync } from "node:fs";
import { fileError } from "../charge-file-error.js";
import { importErrors } from "./diagnostics.js";
import type { SourceFile } from "./source-files.js";
import { writeWhole } from "./write-table.js";

/** What can be imported. */
export type ImportKind = (typeof importKinds)[number];

const importKinds = ["ncci-ptp", "ncci-mue", "ncci-add-on", "code-list"] as const;

/** The rows of an import: `rows` is the sum of the others. */
export interface ImportCounts {
  readonly rows: number;
  readonly written: number;
  readonly neverInForce: number;
  readonly repeated: number;
  readonly rejected: number;
}

/** A release that is in the table. */
export interface ImportedRelease extends ImportCounts {
  readonly release: string | null;
  /** The first day on which it holds, where it says one. */
  readonly effective: string | null;
  readonly files: readonly SourceFile[];
}

export interface ImportRecord {
  readonly format: 1;
  readonly kind: ImportKind;
  /** `practitioner`, `hospital` or `equipment`, where the files' names say it. */
  readonly setting: string | null;
  readonly rows: number;
  /** The first day on which a row is in force; null where one has no beginning. */
  readonly from: string | null;
  /** The last day on which a row is in force; null where one is open. */
  readonly to: string | null;
  /** In the order in which they were imported. */
  readonly releases: readonly ImportedRelease[];
}

/** Where the record of a table stands. */
export function recordPath(table: string): string {
  return `${table}.import.json`;
}

export async function writeImportRecord(table: string, name: string, record: ImportRecord): Promise<void> {
  await writeWhole(recordPath(table), recordPath(name), JSON.stringify(record, null, 2) + "\n");
}

/** The record of a table; null where none stands beside it. */
export function readImportRecord(table: string, name: string): ImportRecord | null {
  let text: string;
  try {
    text = readFileSync(recordPath(table), "utf8");
  } catch {
    return null;
  }
  const record = parsed(text);
  if (!isRecord(record)) throw fileError(importErrors, "import-record-unreadable", { file: recordPath(name) }, {});
  return record;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is ImportRecord {
  if (!isObject(value) || !Array.isArray(value["releases"])) return false;
  const releases: readonly unknown[] = value["releases"];
  return (
    value["format"] === 1 &&
    importKinds.some((kind) => kind === value["kind"]) &&
    isTextOrNull(value["setting"]) &&
    typeof value["rows"] === "number" &&
    isTextOrNull(value["from"]) &&
    isTextOrNull(value["to"]) &&
    releases.every(isRelease)
  );
}

function isRelease(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value["files"])) return false;
  const files: readonly unknown[] = value["files"];
  return (
    isTextOrNull(value["release"]) &&
    isTextOrNull(value["effective"]) &&
    ["rows", "written", "neverInForce", "repeated", "rejected"].every((count) => typeof value[count] === "number") &&
    files.every((file) => isObject(file) && typeof file["name"] === "string" && typeof file["sha256"] === "string")
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}
