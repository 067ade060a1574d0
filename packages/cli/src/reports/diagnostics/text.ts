/** Diagnostics of rules: as text, with the source line and a caret under the narrowest place. */
import type { Source } from "@edict/language";
import type { Diagnostic, DiagnosticSeverity } from "@edict/rulebook";
import type { Colour, Paint } from "../../output/paint.js";
import { safeSourceLine, safeText } from "../../output/safe-text.js";

/** The widest stretch of a source line that is shown. */
const widest = 160;

const colours: { readonly [S in DiagnosticSeverity]: Colour } = { error: "red", warning: "yellow", info: "blue" };

/** A diagnostic in a few lines, the last without a line break. */
export function diagnosticText(diagnostic: Diagnostic, sources: ReadonlyMap<string, Source>, paint: Paint): string {
  const { at, severity, code, message, span } = diagnostic;
  return [
    `${safeText(at.file)}:${at.line}:${at.column}: ${paint(colours[severity], severity)} ${code}: ${safeText(message)}`,
    ...excerpt(sources.get(span.file)?.text, diagnostic, paint),
    ...diagnostic.related.map(
      ({ at: other, text }) => `  see ${safeText(other.file)}:${other.line}:${other.column}: ${safeText(text)}`,
    ),
    ...diagnostic.fixes.map(({ title }) => `  fix: ${safeText(title)}`),
  ].join("\n");
}

function excerpt(text: string | undefined, { at, span }: Diagnostic, paint: Paint): readonly string[] {
  if (text === undefined || text === "") return [];
  // A line of a megabyte is looked at and shown around the place only.
  const before = at.column - 1;
  const cut = before > widest / 2 ? before - widest / 2 : 0;
  const from = span.start - before + cut;
  const [shown = ""] = text
    .slice(from, from + widest)
    .replace(/\r?$/, "")
    .split(/\r?\n/, 1);
  const length = Math.max(1, Math.min(span.end - span.start, shown.length - (before - cut)));
  const number = String(at.line);
  const margin = " ".repeat(number.length);
  const lead = safeSourceLine(shown.slice(0, before - cut)).replace(/./gsu, " ");
  return [`  ${number} | ${safeSourceLine(shown)}`, `  ${margin} | ${lead}${paint("bold", "^".repeat(length))}`];
}
