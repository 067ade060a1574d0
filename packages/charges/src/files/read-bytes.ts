/**
 * The bytes of a file, in pieces and uncompressed: gzip is known by its first two bytes, never by the file's name. A
 * file that cannot be opened, or whose compressed bytes are damaged, is a `ChargeFileError`.
 */
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ChargeFileError } from "../charge-file-error.js";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";

/** A file as the user named it, and where it is. */
export interface InputFile {
  readonly name: string;
  readonly path: string;
  /** Bytes on disk; 0 for a pipe. */
  readonly size: number;
  /** False for a pipe, whose bytes come only once. */
  readonly canReadTwice: boolean;
  /** Where the bytes come from, where that is no file of its own on the disk but a part of an archive. */
  readonly contents?: () => AsyncIterable<Buffer>;
}

const pieceSize = 1 << 20;

/** Looks a file up; a folder or a file that is not there is an error. */
export async function findFile(name: string, folder: string): Promise<InputFile> {
  const path = resolve(folder, name);
  try {
    const found = await stat(path);
    if (found.isDirectory())
      throw fileError(fileErrors, "file-not-readable", { file: name }, { why: "it is a folder" });
    return { name, path, size: found.size, canReadTwice: found.isFile() };
  } catch (error) {
    throw asFileError(error, name);
  }
}

/**
 * The bytes. `onBytes` hears how many bytes were read from disk. A piece is valid until the next but one is asked for:
 * a file is read into two buffers in turn, so that the disk reads one while the other is looked at.
 */
export async function* readBytes(file: InputFile, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  try {
    if (file.canReadTwice && file.contents === undefined && !isGzipped(await startOf(file.path))) {
      yield* inTurn(file.path, onBytes);
      return;
    }
    const pieces = piecesOf(file, onBytes);
    const start = await firstBytes(pieces);
    yield* isGzipped(start) ? unzipped(start, pieces) : joined(start, pieces);
  } catch (error) {
    throw asFileError(error, file.name);
  }
}

/** About how many bytes of text a file has; of a compressed one and of Parquet, what such files unpack to. 0 for a pipe. */
export async function bytesOfText(file: InputFile): Promise<number> {
  if (!file.canReadTwice || file.contents !== undefined) return file.size;
  try {
    const start = await startOf(file.path);
    return isGzipped(start) || start.toString("latin1") === "PAR1" ? file.size * 8 : file.size;
  } catch (error) {
    throw asFileError(error, file.name);
  }
}

/** The first four bytes of a file, zeros where it has none. */
export async function startOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const start = Buffer.alloc(4);
    await handle.read(start, 0, 4, 0);
    return start;
  } finally {
    await handle.close();
  }
}

/** Whether bytes begin as those of gzip do. */
export function isGzipped(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

async function* inTurn(path: string, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  const handle = await open(path);
  let [free, other] = [Buffer.allocUnsafeSlow(pieceSize), Buffer.allocUnsafeSlow(pieceSize)];
  let reading = handle.read(free, 0, pieceSize, null);
  try {
    for (;;) {
      const { bytesRead, buffer } = await reading;
      if (bytesRead === 0) return;
      onBytes(bytesRead);
      [free, other] = [other, free];
      reading = handle.read(free, 0, pieceSize, null);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    // Whoever wants no more does not hear of what was being read ahead.
    await reading.catch(() => {});
    await handle.close();
  }
}

async function* piecesOf(file: InputFile, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  const stream: AsyncIterable<Buffer> = file.contents?.() ?? createReadStream(file.path, { highWaterMark: pieceSize });
  for await (const piece of stream) {
    onBytes(piece.length);
    yield piece;
  }
}

/** At least two bytes, where the file has them: a pipe may hand out one at a time. */
async function firstBytes(pieces: AsyncGenerator<Buffer>): Promise<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const next = await pieces.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  return start;
}

async function* joined(start: Buffer, pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start;
  yield* pieces;
}

async function* unzipped(start: Buffer, pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  // Errors of the source and of gzip both end the loop below, so the callback has nothing left to do.
  const gunzip = createGunzip({ chunkSize: pieceSize });
  const stream: AsyncIterable<Buffer> = pipeline(Readable.from(joined(start, pieces)), gunzip, () => {});
  yield* stream;
}

/** A mistake of the machine as the error of a file; any other error as it is. */
export function asFileError(error: unknown, name: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (typeof code !== "string") return error;
  if (code === "ENOENT" || code === "ENOTDIR") return fileError(fileErrors, "file-not-found", { file: name }, {});
  if (code.startsWith("Z_")) return fileError(fileErrors, "file-is-damaged", { file: name }, {});
  return isSystemCode(code) ? unreadable(name, code) : error;
}

/** Node names the mistakes of the machine `EACCES`, `EIO` and so on; its own begin with `ERR_`. */
function isSystemCode(code: string): boolean {
  return /^E[A-Z0-9]+$/.test(code);
}

function unreadable(name: string, code: string): ChargeFileError {
  const why = code === "EACCES" || code === "EPERM" ? "no permission" : code === "EISDIR" ? "it is a folder" : code;
  return fileError(fileErrors, "file-not-readable", { file: name }, { why });
}
