/** Runs an import over files in a folder of their own, and says what went wrong by its code. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChargeFileError } from "../../charge-file-error.js";
import type { ImportDone, ImportRequest } from "../import-request.js";

export type Imported = (
  files: { readonly [name: string]: Buffer },
  options?: Partial<ImportRequest>,
) => Promise<{ readonly done: ImportDone; readonly folder: string; readonly table: string }>;

/** Imports files, by their names, with one of the imports, into a table of that name. */
export function importing(run: (request: ImportRequest) => Promise<ImportDone>, output: string): Imported {
  return async (files, options = {}) => {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), "edict-"));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const request: ImportRequest = {
      files: Object.keys(files),
      folder,
      output,
      onto: null,
      release: null,
      effective: null,
      rationale: false,
      listed: 50,
      ...options,
    };
    const done = await run(request);
    return { done, folder, table: readFileSync(join(folder, request.output), "utf8") };
  };
}

/** The code and the file of the error that a run ends with. */
export async function errorOf(run: Promise<unknown>): Promise<string> {
  const error: unknown = await run.catch((caught: unknown) => caught);
  return error instanceof ChargeFileError ? `${error.code} ${error.file ?? ""}` : String(error);
}
