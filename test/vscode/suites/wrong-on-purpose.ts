/** A suite that is wrong on purpose: the harness must say so. */
import { deepStrictEqual } from "node:assert";
import { runCases } from "./run-cases.js";

/** VS Code calls this. */
export function run(): Promise<void> {
  return runCases({ "two and two are five": () => deepStrictEqual(2 + 2, 5) });
}
