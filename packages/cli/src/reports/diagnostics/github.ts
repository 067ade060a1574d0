/** Diagnostics as GitHub's workflow commands: a line each, which its runner shows beside the line of the file. */
import type { Source } from "@edict/language";
import { placeAt } from "@edict/language";
import type { Diagnostic, DiagnosticSeverity } from "@edict/rulebook";
import { safeText } from "../../output/safe-text.js";

const commands: { readonly [S in DiagnosticSeverity]: string } = { error: "error", warning: "warning", info: "notice" };

/** All diagnostics, in their order. */
export function diagnosticsGithub(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, Source>): string {
  return diagnostics.map((diagnostic) => `${annotation(diagnostic, sources.get(diagnostic.span.file))}\n`).join("");
}

function annotation({ at, code, message, severity, span }: Diagnostic, source: Source | undefined): string {
  const end = source === undefined ? at : placeAt(source, span.end);
  const properties = [
    `file=${property(at.file)}`,
    `line=${at.line}`,
    `col=${at.column}`,
    // A column of the end counts only within one line.
    ...(end.line === at.line ? [`endColumn=${Math.max(end.column, at.column)}`] : [`endLine=${end.line}`]),
    `title=${property(code)}`,
  ];
  return `::${commands[severity]} ${properties.join(",")}::${data(safeText(message))}`;
}

/** What a runner would read as the end of a value or of a line is escaped. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Of what is left, nothing moves the cursor of who looks at it in a terminal. */
function property(text: string): string {
  return safeText(data(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
