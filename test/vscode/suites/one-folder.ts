/** All suites that need one folder. To add one: a file beside this one, and its cases here. */
import { diagnosticsCases } from "./diagnostics.js";
import { editingCases } from "./editing.js";
import { extensionCases } from "./extension.js";
import { namesCases } from "./names.js";
import { readingCases } from "./reading.js";
import { diagnosticsOf, has, open } from "./rulebook.js";
import { lookingCases } from "./looking.js";
import { runCases } from "./run-cases.js";
import { writingCases } from "./writing.js";

/** VS Code calls this. */
export async function run(): Promise<void> {
  // Whichever case is first must not be the one that waits for the server to start.
  await diagnosticsOf((await open("codes Nobody = 77280\n")).uri, "the server", has("unused-set"));
  return runCases(extensionCases, diagnosticsCases, readingCases, writingCases, editingCases, namesCases, lookingCases);
}
