/** The records of a text file, from its path to a sink: bytes, records, each in its own file, joined here. */
import type { InputFile } from "../files/read-bytes.js";
import { readUtf8 } from "../files/utf8-bytes.js";
import type { RecordSink } from "./record-reader.js";
import { RecordReader } from "./record-reader.js";

/** Reads a file through. `onBytes` hears how many bytes were read from disk. */
export async function readRecords(
  file: InputFile,
  sink: RecordSink,
  onBytes: (count: number) => void = () => {},
): Promise<void> {
  const reader = new RecordReader(file.name, sink);
  for await (const piece of readUtf8(file, onBytes)) reader.push(piece);
  reader.end();
}
