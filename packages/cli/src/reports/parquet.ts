/**
 * `--format parquet`: the columns of `csv` with their types. Findings wait as lines of JSON on the disk until DuckDB
 * makes the file of them, since a Parquet file says at its end where everything is. DuckDB is heavy and rarely needed, so
 * it is loaded only here and only then, and may touch nothing but the folder of its files.
 */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { ScratchFolder } from "../files/scratch-folder.js";
import { scratchFolder } from "../files/scratch-folder.js";
import type { Io } from "../io.js";
import { Batched } from "../output/batched.js";
import { UsageError } from "../usage-error.js";
import type { ColumnKind } from "./finding-columns.js";
import { findingColumns } from "./finding-columns.js";
import type { MakeReport, ReportedFinding } from "./report.js";
import { reported } from "./report.js";
import { summaryText } from "./summary-text.js";

const types: { readonly [K in ColumnKind]: string } = {
  text: "VARCHAR",
  whole: "BIGINT",
  number: "DOUBLE",
  date: "DATE",
};

/** So much of the file is handed on at a time. */
const piece = 1 << 20;

export const parquetReport: MakeReport = async ({ io }) => {
  if (io.stdoutIsTTY) throw new UsageError("a Parquet file is no text; send it to a file: > findings.parquet");
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw new UsageError(
      "--format parquet needs the package @duckdb/node-api, which is not installed; npm install @duckdb/node-api, or --format csv",
    );
  });
  const scratch = scratchFolder();
  const lines = join(scratch.path, "findings.ndjson");
  const file = openSync(lines, "wx", 0o600);
  const out = new Batched({ write: (text) => writeSync(file, text) });
  return {
    findings: (found, judged) => {
      for (const finding of reported(found, judged)) out.write(lineOf(finding));
    },
    end: async (account) => {
      try {
        out.flush();
        closeSync(file);
        const parquet = join(scratch.path, "findings.parquet");
        const instance = await DuckDBInstance.create(":memory:");
        try {
          const connection = await instance.connect();
          for (const statement of statements(scratch, lines, parquet)) await connection.run(statement);
        } catch {
          // What DuckDB says of it may hold a value of a charge file.
          throw new UsageError(
            "the Parquet file could not be made; look for room in the temporary folder, or use --format csv",
          );
        } finally {
          instance.closeSync();
        }
        print(parquet, io);
      } finally {
        scratch.remove();
      }
      io.stderr.write(summaryText(account, { values: false }));
    },
  };
};

function lineOf(finding: ReportedFinding): string {
  const cells = findingColumns.map(({ name, kind, of }) => {
    const text = of(finding);
    const isNumber = kind === "whole" || kind === "number";
    // Half of a pair of surrogates is no text that a Parquet file could hold.
    return [
      name,
      text === null || isNumber ? text && Number(text) : text.replace(/\p{Surrogate}/gu, "\ufffd"),
    ] as const;
  });
  return `${JSON.stringify(Object.fromEntries(cells))}\n`;
}

function statements(scratch: ScratchFolder, lines: string, parquet: string): readonly string[] {
  const columns = findingColumns.map(({ name, kind }) => `${quoted(name)}: ${quoted(types[kind])}`).join(", ");
  return [
    // In the order of the findings, and the same bytes each time.
    "SET preserve_insertion_order = true",
    "SET threads = 1",
    `SET temp_directory = ${quoted(scratch.path)}`,
    `SET allowed_directories = [${quoted(scratch.path)}]`,
    "SET enable_external_access = false",
    "SET lock_configuration = true",
    `COPY (SELECT * FROM read_json(${quoted(lines)}, format = 'newline_delimited', columns = {${columns}})) ` +
      `TO ${quoted(parquet)} (FORMAT parquet, COMPRESSION zstd)`,
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Hands the file to standard output, piece by piece. */
function print(path: string, { stdout }: Io): void {
  if (stdout.writeBytes === undefined) throw new Error("standard output takes bytes, and only tests leave that out");
  const bytes = Buffer.alloc(piece);
  const file = openSync(path, "r");
  try {
    for (;;) {
      const read = readSync(file, bytes);
      if (read === 0) return;
      stdout.writeBytes(bytes.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
