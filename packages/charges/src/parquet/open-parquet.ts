/**
 * A Parquet file opened for reading, through DuckDB. DuckDB is heavy and rarely needed, so it is loaded only here and only
 * then, and it may open this one file and nothing else.
 */
import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import type { ChargeFileError } from "../charge-file-error.js";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import type { InputFile } from "../files/read-bytes.js";
import { startOf } from "../files/read-bytes.js";

/** A column of the file. */
export interface ParquetColumn {
  readonly name: string;
  /** As SQL writes it. */
  readonly type: string;
}

/** So many of the first rows are a sample. */
export const sampleRows = 4096;

/** The file. */
export interface OpenParquet {
  readonly columns: readonly ParquetColumn[];
  readonly rowCount: number;
  /** What some expressions of SQL come to, for each row in the order of the file. */
  readonly select: (expressions: readonly string[]) => AsyncGenerator<DuckDBDataChunk>;
  /** What expressions over some of the first rows together come to, as numbers. */
  readonly sample: (expressions: readonly string[]) => Promise<readonly number[]>;
  readonly close: () => void;
}

/** True where the file begins as Parquet does. */
export async function isParquet(file: InputFile): Promise<boolean> {
  if (!file.canReadTwice || file.contents !== undefined) return false;
  return (await startOf(file.path)).toString("latin1") === "PAR1";
}

/** Opens the file; a `ChargeFileError` where DuckDB is not installed, or cannot read it. */
export async function openParquet(file: InputFile): Promise<OpenParquet> {
  // DuckDB takes these for a pattern of names, and would read other files.
  if (/[*?[]/.test(file.path)) throw fileError(fileErrors, "table-file-name", { file: file.name }, {});
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw fileError(fileErrors, "parquet-not-installed", { file: file.name }, {});
  });
  const instance = await DuckDBInstance.create(":memory:");
  const close = (): void => instance.closeSync();
  try {
    const connection = await instance.connect();
    await connection.run(`SET allowed_paths = [${quoted(file.path, "'")}]`);
    // Rows come in the order of the file, on one thread as all else here.
    await connection.run("SET preserve_insertion_order = true");
    await connection.run("SET threads = 1");
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run("SET enable_external_access = false");
    await connection.run("SET lock_configuration = true");
    // Columns that are in the file's name and not in the file are none. Old programs do not say that a text is one.
    const source = `read_parquet(${quoted(file.path, "'")}, hive_partitioning = false, binary_as_string = true)`;
    const { columns, rowCount } = await described(connection, source).catch(() => {
      throw damaged(file);
    });
    return {
      columns,
      rowCount,
      close,
      select: (expressions) => selected(connection, source, expressions, file),
      sample: (expressions) => sampled(connection, source, expressions, file),
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function described(
  connection: DuckDBConnection,
  source: string,
): Promise<{ readonly columns: readonly ParquetColumn[]; readonly rowCount: number }> {
  const result = await connection.stream(`SELECT * FROM ${source} LIMIT 0`);
  const types = result.columnTypes();
  const columns = result.columnNames().flatMap((name, place) => {
    const type = types[place];
    return type === undefined ? [] : [{ name, type: String(type) }];
  });
  const counted = await connection.runAndReadAll(`SELECT CAST(count(*) AS DOUBLE) FROM ${source}`);
  return { columns, rowCount: Number(counted.getRows()[0]?.[0] ?? 0) };
}

async function* selected(
  connection: DuckDBConnection,
  source: string,
  expressions: readonly string[],
  file: InputFile,
): AsyncGenerator<DuckDBDataChunk> {
  // What DuckDB says of a mistake may hold a value of the file.
  const result = await connection.stream(`SELECT ${expressions.join(", ")} FROM ${source}`).catch(() => {
    throw damaged(file);
  });
  const next = (): Promise<DuckDBDataChunk | null> => {
    const fetched = result.fetchChunk().catch(() => {
      throw damaged(file);
    });
    // It may fail before anybody waits for it.
    fetched.catch(() => {});
    return fetched;
  };
  let reading = next();
  try {
    for (;;) {
      const chunk = await reading;
      if (chunk === null || chunk.rowCount === 0) return;
      // DuckDB reads the next rows while these are looked at.
      reading = next();
      yield chunk;
    }
  } finally {
    // Whoever wants no more does not hear of what was being read ahead.
    await reading.catch(() => {});
  }
}

async function sampled(
  connection: DuckDBConnection,
  source: string,
  expressions: readonly string[],
  file: InputFile,
): Promise<readonly number[]> {
  const numbers = expressions.map((expression) => `CAST(${expression} AS DOUBLE)`).join(", ");
  const query = `SELECT ${numbers} FROM (SELECT * FROM ${source} LIMIT ${sampleRows})`;
  const result = await connection.runAndReadAll(query).catch(() => {
    throw damaged(file);
  });
  return (result.getRows()[0] ?? []).map((value) => Number(value ?? 0));
}

/** The error of a file that is not what it should be. */
export function damaged(file: InputFile): ChargeFileError {
  return fileError(fileErrors, "file-not-readable", { file: file.name }, { why: "it is no whole Parquet file" });
}

/** A name or a text as SQL has it. */
export function quoted(text: string, quote: "'" | '"'): string {
  return quote + text.replaceAll(quote, quote + quote) + quote;
}
