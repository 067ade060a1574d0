/** `edict import --diff OLD NEW`: what a newer table changes, and which rules have to do with it. */
import { realpathSync } from "node:fs";
import type { ChangeKind, DiffSide, ImportDiff, TableChange } from "@edict/charges";
import { diffImports } from "@edict/charges";
import { tablesOf } from "@edict/language";
import type { Rulebook } from "@edict/rulebook";
import { exitCodes } from "../../exit-codes.js";
import type { LoadedRules } from "../../files/load-rules.js";
import { Batched } from "../../output/batched.js";
import { safeText } from "../../output/safe-text.js";
import type { ImportDiffFormat } from "../../reports/formats.js";
import { csvDiff } from "../../reports/import-diff/csv.js";
import { jsonDiff } from "../../reports/import-diff/json.js";
import type { MakeDiffReport } from "../../reports/import-diff/report.js";
import { textDiff } from "../../reports/import-diff/text.js";
import { UsageError } from "../../usage-error.js";
import type { CommandHost } from "../../commands/command-host.js";
import { wholeRules } from "../whole-rules.js";
import { countOf } from "./run-import.js";
import { TouchedRules } from "./touched-rules.js";

const formats = { text: textDiff, json: jsonDiff, csv: csvDiff } satisfies {
  readonly [F in ImportDiffFormat]: MakeDiffReport;
};

export interface ImportDiffOptions {
  readonly diff: readonly string[];
  readonly rules?: readonly string[];
  readonly format: ImportDiffFormat;
  readonly limit?: string;
}

/** Compares the tables and prints what is different. */
export async function importDiff(options: ImportDiffOptions, { io, done }: CommandHost): Promise<void> {
  const [old, now, ...others] = options.diff;
  if (old === undefined || now === undefined || others.length > 0) {
    throw new UsageError("--diff takes two tables, the older one first: --diff old.csv new.csv");
  }
  const limit = options.limit === undefined ? null : countOf(options.limit);
  const loaded = options.rules === undefined ? null : wholeRules(options.rules, io);
  if (options.rules !== undefined && loaded === null) {
    done(exitCodes.failed);
    return;
  }
  const diff = await diffImports({ old, new: now, folder: io.cwd });
  const newest = newestOf(diff.new);
  if (newest !== "" && newestOf(diff.old) > newest) {
    io.stderr.write(
      `edict: ${safeText(old)} holds a later release than ${safeText(now)}; the older table is named first\n`,
    );
  }
  const touched = loaded === null ? null : new TouchedRules(loaded.rulebook, readingOf(loaded, diff));
  const out = new Batched(io.stdout);
  const report = formats[options.format]({ out, diff, limit });
  const counts = new Map<ChangeKind, number>();
  const keys = diff.changes((change) => {
    counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
    report.change(change, touched?.add(codesOf(change, diff)) ?? null);
  });
  report.end({ keys, changes: counts, rules: touched?.all() ?? null });
  out.flush();
}

/** The first day of the newest release in a table; blank where none says it. */
function newestOf({ record }: DiffSide): string {
  return (record?.releases ?? []).reduce((newest, { effective }) => maxOf(newest, effective ?? ""), "");
}

function maxOf(one: string, other: string): string {
  return one > other ? one : other;
}

function codesOf({ key }: TableChange, { shape }: ImportDiff): readonly string[] {
  return shape.keys.flatMap((name, place) => {
    const cell = key[place] ?? null;
    const isCode = shape.columns.some((column) => column.name === name && column.type === "code");
    return isCode && typeof cell === "string" ? [cell] : [];
  });
}

/** By the ids of rules, the tables that they read from one of the two files. */
function readingOf(
  { rules, rulebook }: { readonly rules: LoadedRules; readonly rulebook: Rulebook },
  diff: ImportDiff,
): ReadonlyMap<string, readonly string[]> {
  const compared = new Set([diff.old.path, diff.new.path].map((path) => realpathSync(path)));
  const tables = rulebook.tables.filter(({ source }) => {
    const path = source.kind === "file" ? rules.tablePath(source.path, source.at.file) : null;
    return path !== null && compared.has(realpathSync(path));
  });
  return new Map(
    rulebook.rules.map((rule) => {
      const read = tablesOf(rule);
      return [rule.id, tables.map(({ name }) => name).filter((name) => read.has(name))];
    }),
  );
}
