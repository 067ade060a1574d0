/** What `edict import code-list` does. */
import { importCodeList } from "@edict/charges";
import type { CommandHost } from "../../commands/command-host.js";
import type { ImportOptions } from "./run-import.js";
import { runImport } from "./run-import.js";

export interface CodeListOptions extends ImportOptions {
  readonly codeColumn?: string;
  readonly effectiveColumn?: string;
  readonly endedColumn?: string;
  readonly complete?: true;
}

/** Imports lists of valid codes. */
export function codeList(files: readonly string[], options: CodeListOptions, host: CommandHost): Promise<void> {
  return runImport(
    (request, { codeColumn, effectiveColumn, endedColumn, complete }: CodeListOptions) =>
      importCodeList({
        ...request,
        columns: { code: codeColumn ?? null, effective: effectiveColumn ?? null, ended: endedColumn ?? null },
        complete: complete === true,
      }),
    files,
    options,
    host,
  );
}
