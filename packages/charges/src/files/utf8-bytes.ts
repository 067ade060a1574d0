/**
 * Bytes of any encoding into bytes of UTF-8. A byte order mark decides; else the file is ASCII until its first byte
 * beyond, and there the whole file is looked through once: valid UTF-8 to its last byte is UTF-8, anything else is
 * Windows-1252 (of which Latin-1 is a part). So the decision never depends on how far into the file the first odd byte
 * is, and nothing read before it is read wrongly.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import type { Encoding } from "./encoding.js";
import { byteOrderMark, unfinishedBytes, windows1252 } from "./encoding.js";
import type { InputFile } from "./read-bytes.js";
import { readBytes } from "./read-bytes.js";
import { refuseOtherKinds } from "./refuse-other-kinds.js";

/** A file in pieces of UTF-8: whole characters, no byte order mark, no NUL. Line breaks are as the file has them. */
export async function* readUtf8(file: InputFile, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  const pieces = readBytes(file, onBytes);
  try {
    let start = Buffer.alloc(0);
    let ended = false;
    // Enough to know a byte order mark and other kinds of file by.
    while (start.length < 8 && !ended) {
      const next = await pieces.next();
      ended = next.done === true;
      if (next.done !== true) start = Buffer.concat([start, next.value]);
    }
    if (start.length === 0) throw fileError(fileErrors, "file-is-empty", { file: file.name }, {});
    const mark = byteOrderMark(start);
    const behindMark = start.subarray(mark?.length ?? 0);
    refuseOtherKinds(behindMark, file.name);
    const rest = withFirst(behindMark, pieces);
    if (mark?.encoding === "utf-16le" || mark?.encoding === "utf-16be") yield* fromUtf16(rest, mark.encoding, file);
    else yield* fromBytes(rest, mark?.encoding ?? null, file);
  } finally {
    // A file that is refused by its first bytes is closed too.
    await pieces.return(undefined);
  }
}

async function* withFirst(first: Buffer, pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* pieces;
}

async function* fromBytes(
  pieces: AsyncGenerator<Buffer>,
  marked: Encoding | null,
  file: InputFile,
): AsyncGenerator<Buffer> {
  let encoding = marked;
  let carried = Buffer.alloc(0);
  for await (const next of pieces) {
    if (next.includes(0)) throw fileError(fileErrors, "file-is-not-text", { file: file.name }, {});
    const piece = carried.length === 0 ? next : Buffer.concat([carried, next]);
    carried = Buffer.alloc(0);
    if (isAscii(piece)) {
      yield piece;
      continue;
    }
    encoding ??= (await isAllUtf8(file)) ? "utf-8" : "windows-1252";
    if (encoding === "windows-1252") {
      yield Buffer.from(windows1252(piece));
      continue;
    }
    const whole = piece.subarray(0, piece.length - unfinishedBytes(piece));
    carried = Buffer.from(piece.subarray(whole.length));
    if (!isUtf8(whole)) throw fileError(fileErrors, "file-is-not-utf-8", { file: file.name }, {});
    yield whole;
  }
  if (carried.length > 0) throw fileError(fileErrors, "file-is-not-utf-8", { file: file.name }, {});
}

/** A pipe cannot be looked through first: it is taken for UTF-8, and an odd byte in it is an error. */
async function isAllUtf8(file: InputFile): Promise<boolean> {
  if (!file.canReadTwice) return true;
  let carried = Buffer.alloc(0);
  for await (const next of readBytes(file, () => {})) {
    const piece = carried.length === 0 ? next : Buffer.concat([carried, next]);
    const whole = piece.subarray(0, piece.length - unfinishedBytes(piece));
    if (!isUtf8(whole)) return false;
    carried = Buffer.from(piece.subarray(whole.length));
  }
  return carried.length === 0;
}

async function* fromUtf16(
  pieces: AsyncGenerator<Buffer>,
  encoding: "utf-16le" | "utf-16be",
  file: InputFile,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const notText = (): unknown => fileError(fileErrors, "file-is-not-text", { file: file.name }, {});
  for await (const piece of pieces) yield utf8Of(() => decoder.decode(piece, { stream: true }));
  yield utf8Of(() => decoder.decode());

  function utf8Of(decode: () => string): Buffer {
    let text: string;
    try {
      text = decode();
    } catch {
      throw notText();
    }
    if (text.includes("\0")) throw notText();
    return Buffer.from(text);
  }
}
