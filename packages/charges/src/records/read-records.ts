/** The records of a text file, from its path to a sink: bytes, text, records, each in its own file, joined here. */
import { readText } from "../files/decode-text.js";
import type { InputFile } from "../files/read-bytes.js";
import type { RecordSink } from "./record-splitter.js";
import { RecordSplitter } from "./record-splitter.js";

/** Reads a file through. `onBytes` hears how many bytes were read from disk. */
export async function readRecords(
  file: InputFile,
  sink: RecordSink,
  onBytes: (count: number) => void = () => {},
): Promise<void> {
  const splitter = new RecordSplitter(file.name, sink);
  for await (const text of readText(file, onBytes)) splitter.push(text);
  splitter.end();
}
