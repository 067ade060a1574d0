/**
 * Writing a text over a file that was read before: to a temporary file beside it, which then takes its name, so that no
 * crash leaves half a file. What changed in the meantime, or is no UTF-8, stays as it is.
 */
import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";

/** Why a file was left as it is, in words; null where it was written. */
export type NotReplaced = "changed in the meantime" | "is not UTF-8" | null;

const mark = "\ufeff";

/** Writes `after` over a file whose text was `before`, a byte order mark aside, which stays. */
export function replaceFile(path: string, before: string, after: string): NotReplaced {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  if (!Buffer.from(text, "utf8").equals(bytes)) return "is not UTF-8";
  const lead = text.startsWith(mark) ? mark : "";
  if (text !== lead + before) return "changed in the meantime";
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
