/** The files of an import as they were named: each with its hash, and the texts in it, which are one but in an archive. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { fileError } from "../charge-file-error.js";
import type { InputFile } from "../files/read-bytes.js";
import { findFile } from "../files/read-bytes.js";
import { readUtf8 } from "../files/utf8-bytes.js";
import { importErrors } from "./diagnostics.js";
import type { Taker, TextLayout } from "./records.js";
import { separatedTexts } from "./records.js";
import type { Workbook } from "./workbooks/read-workbook.js";
import { readWorkbook } from "./workbooks/read-workbook.js";
import { eachZipPart, mostBytes } from "./zip-parts.js";

/** A file that was read. */
export interface SourceFile {
  /** As it was named. */
  readonly name: string;
  /** Of its bytes, packed or not, in lower-case hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Reads the records of a file's texts one after another. `begin` is told each text's name and takes its records. No text
 * may have more than `most` bytes.
 */
export async function readSource(
  name: string,
  folder: string,
  begin: (part: string) => Taker,
  { most = mostBytes, texts = separatedTexts }: { readonly most?: number; readonly texts?: TextLayout } = {},
): Promise<SourceFile> {
  const file = await findFile(name, folder);
  const text = async (part: InputFile): Promise<void> => {
    if (texts.holdsRows(part.name)) await readPart(part, begin(part.name), most, texts);
  };
  const workbook = async (book: Workbook): Promise<void> => {
    if (texts.holdsRows(book.name)) await readWorkbook(book, begin(book.name).take);
  };
  if (await isZip(file)) await eachZipPart(file, { text, workbook });
  else await text(file);
  return { name, sha256: await sha256(file) };
}

async function readPart(part: InputFile, taker: Taker, most: number, { cut }: TextLayout): Promise<void> {
  const records = cut(part.name, taker);
  let bytes = 0;
  for await (const piece of readUtf8(part, () => {})) {
    bytes += piece.length;
    // Of a file that is gzip, nothing says beforehand what it unpacks to.
    if (bytes > most) throw fileError(importErrors, "import-too-large", { file: part.name }, { most: "1 GiB" });
    records.push(piece);
  }
  records.end();
}

async function isZip(file: InputFile): Promise<boolean> {
  if (!file.canReadTwice) return false;
  const handle = await open(file.path);
  try {
    const start = Buffer.alloc(4);
    await handle.read(start, 0, 4, 0);
    return start.toString("latin1") === "PK\u0003\u0004";
  } finally {
    await handle.close();
  }
}

async function sha256(file: InputFile): Promise<string> {
  const hash = createHash("sha256");
  const stream: AsyncIterable<Buffer> = createReadStream(file.path, { highWaterMark: 1 << 20 });
  for await (const piece of stream) hash.update(piece);
  return hash.digest("hex");
}
