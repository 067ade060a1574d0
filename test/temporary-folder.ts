/**
 * One folder for whatever tests write, in the system's temporary one: it is taken away when all have run, so that a test
 * need not clear up after itself, and one that fails half-way leaves nothing either.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let folder: string | null = null;

/** Before the first test. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), "edict-tests-"));
  // Those that run tests, and what they start, have our environment; Windows asks for the other two names.
  for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = folder;
}

/** After the last one. */
export function teardown(): void {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}
