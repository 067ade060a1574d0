/** What `edict import ncci-mue` does. */
import { importMue } from "@edict/charges";
import type { CommandHost } from "../../commands/command-host.js";
import type { ImportOptions } from "./run-import.js";
import { runImport } from "./run-import.js";

/** Imports the medically unlikely edits of NCCI. */
export function ncciMue(files: readonly string[], options: ImportOptions, host: CommandHost): Promise<void> {
  return runImport(importMue, files, options, host);
}
