/** The frame of a SARIF 2.1.0 log, which code hosts and editors read: one run of ours, and places in rule files. */
import type { Place } from "@edict/rulebook";
import { version } from "../version.js";

/** What SARIF knows of severity. */
export type SarifLevel = "error" | "warning" | "note";

/** What a run says; `invocation` where more is to be told of it than its results. */
export interface SarifRun {
  readonly rules: readonly object[];
  readonly results: readonly object[];
  readonly invocation?: object;
}

/** The log's text. */
export function sarifLog({ rules, results, invocation }: SarifRun): string {
  const run = {
    tool: { driver: { name: "edict", semanticVersion: version, rules } },
    ...(invocation === undefined ? {} : { invocations: [invocation] }),
    columnKind: "utf16CodeUnits",
    results,
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A stretch of a file. */
export function physicalLocation(file: string, region: object): object {
  return { artifactLocation: { uri: uriOf(file) }, region };
}

/** Where something stands whose end nobody asks for. */
export function startOf({ line, column }: Pick<Place, "line" | "column">): object {
  return { startLine: line, startColumn: column };
}

/** A path as an address, relative where the path is. */
export function uriOf(path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return `file://${encoded}`;
  // A letter and a colon at the start would be read as a scheme; encoding has taken the colon away.
  return /^[A-Za-z]%3A\//.test(encoded) ? `file:///${encoded.replace("%3A", ":")}` : encoded;
}
