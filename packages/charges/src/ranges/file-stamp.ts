/** What a file was when it was looked through, so that whoever reads parts of it later knows that it is the same. */
import { open, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import { byteOrderMark } from "../files/encoding.js";
import type { InputFile } from "../files/read-bytes.js";
import { asFileError, isGzipped, startOf } from "../files/read-bytes.js";

export interface FileStamp {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** When it was written, in nanoseconds. */
  readonly written: bigint;
  /** The length of its byte order mark. */
  readonly mark: number;
}

/** Null where the bytes on the disk are not those of the text, or come only once. */
export async function stampOf({ name, path, canReadTwice, contents }: InputFile): Promise<FileStamp | null> {
  if (!canReadTwice || contents !== undefined) return null;
  try {
    const { size, mtimeNs } = await stat(path, { bigint: true });
    const start = await startOf(path);
    const mark = byteOrderMark(start);
    if (isGzipped(start) || (mark !== null && mark.encoding !== "utf-8")) return null;
    return { name, path, size: Number(size), written: mtimeNs, mark: mark?.length ?? 0 };
  } catch (error) {
    throw asFileError(error, name);
  }
}

/** Opens the file; an error where it is another by now. */
export async function openSame(stamp: FileStamp): Promise<FileHandle> {
  const handle = await open(stamp.path);
  try {
    await requireSame(stamp, handle);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** An error where the file was written since it was looked through. */
export async function requireSame({ name, size, written }: FileStamp, handle: FileHandle): Promise<void> {
  const now = await handle.stat({ bigint: true });
  if (Number(now.size) !== size || now.mtimeNs !== written) throw changed(name);
}

/** The error of a file that has become another. */
export function changed(name: string): Error {
  return fileError(fileErrors, "file-changed", { file: name }, {});
}
