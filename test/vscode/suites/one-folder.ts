/** All suites that need one folder. To add one: a file beside this one, and its cases here. */
import { diagnosticsCases } from "./diagnostics.js";
import { editingCases } from "./editing.js";
import { extensionCases } from "./extension.js";
import { namesCases } from "./names.js";
import { readingCases } from "./reading.js";
import { runCases } from "./run-cases.js";
import { writingCases } from "./writing.js";

/** VS Code calls this. */
export function run(): Promise<void> {
  return runCases(extensionCases, diagnosticsCases, readingCases, writingCases, editingCases, namesCases);
}
