/** What `edict import ncci-ptp` does. */
import { importPtp } from "@edict/charges";
import type { CommandHost } from "../../commands/command-host.js";
import type { ImportOptions } from "./run-import.js";
import { runImport } from "./run-import.js";

/** Imports the procedure-to-procedure edits of NCCI. */
export function ncciPtp(files: readonly string[], options: ImportOptions, host: CommandHost): Promise<void> {
  return runImport(importPtp, files, options, host);
}
