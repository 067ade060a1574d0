/** The records of a file, from its path to a sink: bytes, records, each in its own file, joined here. */
import type { ChargeFileError } from "../charge-file-error.js";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import type { InputFile } from "../files/read-bytes.js";
import { readUtf8 } from "../files/utf8-bytes.js";
import type { NamedCellsSink } from "./json/json-reader.js";
import { JsonReader, KeyCollector, LateKey } from "./json/json-reader.js";
import { isParquet } from "../parquet/open-parquet.js";
import { parquetRecords } from "../parquet/parquet-records.js";
import type { RecordPlace, RecordSink } from "./record-reader.js";
import { RecordReader } from "./record-reader.js";

/** Reads a file of text with a separator through. `onBytes` hears how many bytes were read from disk. */
export async function readRecords(file: InputFile, sink: RecordSink): Promise<void> {
  const reader = new RecordReader(file.name, sink);
  try {
    for await (const piece of readUtf8(file, () => {})) reader.push(piece);
    reader.end();
  } finally {
    reader.close();
  }
}

/** A charge file, of any kind, as it is read through. */
export interface ChargeFileRequest {
  readonly file: InputFile;
  /** The keys of its lines, where it is JSON lines and they are known. */
  readonly keys: readonly string[] | null;
  readonly onBytes: (count: number) => void;
  /** Hears of places between records, where the file is text with a separator. */
  readonly onPlace?: ((place: RecordPlace) => void) | undefined;
}

/** Hands the records of a charge file to a sink, and after each piece of them its bytes of text to the caller. */
export async function* chargeRecords(request: ChargeFileRequest, sink: NamedCellsSink): AsyncGenerator<number> {
  const { file, keys, onBytes, onPlace } = request;
  if (await isParquet(file)) {
    yield* parquetRecords(file, sink, 0, onBytes);
    return;
  }
  if (/\.parquet$/i.test(file.name) && file.canReadTwice) {
    throw fileError(fileErrors, "file-not-parquet", { file: file.name }, {});
  }
  let reader: RecordReader | JsonReader | null = null;
  try {
    for await (const piece of readUtf8(file, onBytes)) {
      reader ??= isJson(piece, file.name)
        ? new JsonReader(file.name, sink, keys)
        : new RecordReader(file.name, sink, onPlace);
      reader.push(piece);
      yield piece.length;
    }
    reader?.end();
  } finally {
    reader?.close();
  }
}

/**
 * Reads a charge file through, into the sink that `begin` makes. Where all keys of its lines have to be known first, it
 * begins again; the keys are the answer then, for who reads the file once more.
 */
export async function readChargeFile(
  file: InputFile,
  onBytes: (count: number) => void,
  begin: () => NamedCellsSink,
  goesOn: () => boolean = () => true,
  onPlace?: (place: RecordPlace) => void,
): Promise<readonly string[] | null> {
  const read = async (keys: readonly string[] | null): Promise<void> => {
    for await (const _ of chargeRecords({ file, keys, onBytes, onPlace }, begin())) if (!goesOn()) return;
  };
  try {
    await read(null);
    return null;
  } catch (error) {
    if (!(error instanceof LateKey)) throw error;
    if (!file.canReadTwice) throw error.forPipe();
  }
  const keys = await allKeys(file, begin());
  await read(keys);
  return keys;
}

async function allKeys(file: InputFile, sink: NamedCellsSink): Promise<readonly string[]> {
  const collector = new KeyCollector(file.name, sink);
  for await (const piece of readUtf8(file, () => {})) collector.push(piece);
  collector.end();
  return collector.names();
}

/** Whether a file that begins with these bytes is JSON lines: by its first character, or else by its name. */
function isJson(start: Buffer, name: string): boolean {
  const named = /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name);
  const first = start.toString("latin1", 0, 1 << 12).trimStart()[0];
  if (first === "[" && (named || /\.json(?:\.gz)?$/i.test(name))) throw notLines(name);
  return named || first === "{";
}

function notLines(file: string): ChargeFileError {
  return fileError(fileErrors, "json-is-list", { file }, {});
}
