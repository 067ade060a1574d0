/** All temporary folders of a test run lie in one, which goes when the run ends: no test leaves anything behind. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** Called once before the first test file; what it gives back is called after the last. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "edict-tests-"));
  // The processes that run the test files, and what those start, take it over.
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
