/**
 * A folder for what has to stand on the disk while a command runs. Only its owner may look into it, and it goes when it
 * is done with or, at the latest, when the process ends by itself.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { UsageError } from "../usage-error.js";
import { isSystemError } from "./load-rules.js";

export interface ScratchFolder {
  readonly path: string;
  /** Takes it away with all that is in it. */
  remove(): void;
}

export function scratchFolder(): ScratchFolder {
  const path = made();
  const remove = (): void => {
    process.off("exit", remove);
    rmSync(path, { recursive: true, force: true });
  };
  process.on("exit", remove);
  return { path, remove };
}

function made(): string {
  try {
    // For its owner alone, whatever the process gives to new folders otherwise.
    return mkdtempSync(join(tmpdir(), "edict-"));
  } catch (error) {
    if (isSystemError(error))
      throw new UsageError(`the temporary folder cannot be written (${error.code}); set TMPDIR`);
    throw error;
  }
}
