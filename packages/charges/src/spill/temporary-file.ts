/**
 * A file of bytes that have no room in memory: charges, so that nobody else may see it. It has no name from the moment
 * that it is open, where the system allows that; then it is gone whenever the process is, however that ends.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";

export interface TemporaryFile {
  readonly write: (bytes: Uint8Array, position: number) => void;
  readonly read: (into: Uint8Array, length: number, position: number) => void;
  readonly close: () => void;
}

/** Opens a new one in the system's temporary folder; a disk that is full is a `ChargeFileError`, here and when it is written. */
export function temporaryFile(): TemporaryFile {
  return orFileError(() => {
    // A folder made so is its owner's alone, whatever the process gives to new folders otherwise.
    const folder = mkdtempSync(join(tmpdir(), "edict-"));
    const remove = (): void => rmSync(folder, { recursive: true, force: true });
    let file: number;
    try {
      file = openSync(join(folder, "lines"), "wx+", 0o600);
    } catch (error) {
      remove();
      throw error;
    }
    const isGone = removed(remove);
    if (!isGone) process.once("exit", remove);
    return {
      write: (bytes, position) => orFileError(() => writeAll(file, bytes, position)),
      read: (into, length, position) => orFileError(() => readAll(file, into, length, position)),
      close: () => {
        closeSync(file);
        if (isGone) return;
        process.off("exit", remove);
        remove();
      },
    };
  });
}

/** False where the system does not let go of the name of a file that is open. */
function removed(remove: () => void): boolean {
  try {
    remove();
    return true;
  } catch {
    return false;
  }
}

function writeAll(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}

function readAll(file: number, into: Uint8Array, length: number, position: number): void {
  for (let done = 0; done < length;) {
    const read = readSync(file, into, done, length - done, position + done);
    if (read === 0) throw new Error("a temporary file is as long as what was written to it");
    done += read;
  }
}

function orFileError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (typeof code !== "string" || !/^E[A-Z0-9]+$/.test(code)) throw error;
    const why = code === "ENOSPC" || code === "EDQUOT" ? "the disk is full" : code;
    throw fileError(fileErrors, "temporary-file-unusable", { file: null }, { why });
  }
}
