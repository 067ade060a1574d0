/** A diagnostic as the protocol has it: where, how grave, tags, the other side of it, and the page that explains it. */
import type { Source } from "@edict/language";
import type { Diagnostic as OwnDiagnostic } from "@edict/rulebook";
import type { Diagnostic, DiagnosticRelatedInformation } from "vscode-languageserver/node";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver/node";
import { rangeOf, rangeOfPlace } from "../positions.js";

/** What is needed of the rulebook and the client. */
export interface Surroundings {
  readonly sourceOf: (path: string) => Source | null;
  readonly uriOf: (path: string) => string;
  /** The address to which `unknown-name.md` is added; null where the pages are not at hand. */
  readonly pages: string | null;
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Turns one over; `source` is the file that it stands in. */
export function toProtocol(diagnostic: OwnDiagnostic, source: Source, around: Surroundings): Diagnostic {
  const { code, message } = diagnostic;
  const tag = tagOf(code);
  const related = diagnostic.related.flatMap(({ at, text }): DiagnosticRelatedInformation[] => {
    const other = around.sourceOf(at.file);
    if (other === null) return [];
    return [{ location: { uri: around.uriOf(at.file), range: rangeOfPlace(other, at) }, message: text }];
  });
  return {
    range: rangeOf(source, diagnostic.span),
    severity: severities[diagnostic.severity],
    code,
    source: "edict",
    message,
    ...(around.pages === null ? {} : { codeDescription: { href: `${around.pages}${code}.md` } }),
    ...(tag === null ? {} : { tags: [tag] }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** What nothing uses is shown faded, what has had its time struck through. */
function tagOf(code: string): DiagnosticTag | null {
  if (code.startsWith("unused-") || code.startsWith("uncited-")) return DiagnosticTag.Unnecessary;
  return /(?:^|-)(?:retired|deprecated|superseded|expired)(?:-|$)/.test(code) ? DiagnosticTag.Deprecated : null;
}
