/**
 * Writing a text over a file that was read before: to a temporary file beside it, which then takes its name, so that no
 * crash leaves half a file. What changed in the meantime, is no UTF-8 or is protected, stays as it is.
 */
import { accessSync, chmodSync, constants, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";

/** Why a file was left as it is, in words; null where it was written. */
export type NotReplaced = "changed in the meantime" | "is not UTF-8" | "is write-protected" | null;

const mark = "\ufeff";

/** Writes `after` over a file whose text was `before`, a byte order mark aside, which stays. */
export function replaceFile(path: string, before: string, after: string): NotReplaced {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  if (!Buffer.from(text, "utf8").equals(bytes)) return "is not UTF-8";
  const lead = text.startsWith(mark) ? mark : "";
  if (text !== lead + before) return "changed in the meantime";
  if (isProtected(path)) return "is write-protected";
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, lead + after, { flag: "wx" });
    // Set apart from the writing, which would take away what the process gives to no new file.
    chmodSync(temporary, statSync(path).mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return null;
}

/** A new file takes the old one's name whatever the old one allows, so that it is asked before. */
function isProtected(path: string): boolean {
  // The administrator may write everything, and means a protection all the same.
  if ((statSync(path).mode & 0o222) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}
