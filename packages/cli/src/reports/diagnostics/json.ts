/** Diagnostics as one JSON document. */
import type { Diagnostic } from "@edict/rulebook";

/** All diagnostics, in their order. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ diagnostics }, null, 2)}\n`;
}
