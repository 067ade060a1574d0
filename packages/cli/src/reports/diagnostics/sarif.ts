/** Diagnostics as SARIF 2.1.0, which code hosts and editors read. */
import type { Source } from "@edict/language";
import { catalogues, placeAt } from "@edict/language";
import type { Catalogue, Diagnostic, DiagnosticSeverity, Fix, Place, Span } from "@edict/rulebook";
import type { SarifLevel } from "../sarif-log.js";
import { physicalLocation, sarifLog, startOf, uriOf } from "../sarif-log.js";

const levels: { readonly [S in DiagnosticSeverity]: SarifLevel } = { error: "error", warning: "warning", info: "note" };

/** All diagnostics as one log of one run. `pages` is the address of the folder of the diagnostics' pages, or null. */
export function diagnosticsSarif(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
  pages: string | null,
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const results = diagnostics.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code), sources));
  const rules = codes.map((code) => ruleOf(code, pages));
  return sarifLog({ rules, results });
}

/** A code as SARIF's rule. Its page is an address only where there is a base: a help address must be a whole one. */
function ruleOf(code: string, pages: string | null): object {
  const [area, catalogue] = areaOf(code);
  const severity = catalogue[code]?.severity ?? "error";
  const page = `${code}.md`;
  return {
    id: code,
    shortDescription: { text: code.replaceAll("-", " ") },
    ...(pages === null ? {} : { helpUri: (pages.endsWith("/") ? pages : `${pages}/`) + page }),
    help: { text: `See docs/diagnostics/${page}.` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [area.replace(/^lint /, "")] },
  };
}

function areaOf(code: string): readonly [string, Catalogue] {
  const found = Object.entries(catalogues).find(([, catalogue]) => code in catalogue);
  if (found === undefined) throw new Error(`a diagnostic has the code ${code}, and every code is in a catalogue`);
  return found;
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, sources: ReadonlyMap<string, Source>): object {
  const { code, severity, message, span, at, related, fixes } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(at.file, regionOf(span, at, sources)) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ at: other, text }, id) => ({
            id,
            message: { text },
            physicalLocation: physicalLocation(other.file, startOf(other)),
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, sources)) }),
  };
}

function fixOf({ title, edits }: Fix, sources: ReadonlyMap<string, Source>): object {
  const files = [...new Set(edits.map(({ span }) => span.file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter(({ span }) => span.file === file)
        .map(({ span, text }) => ({
          deletedRegion: regionOf(span, null, sources),
          ...(text === "" ? {} : { insertedContent: { text } }),
        })),
    })),
  };
}

function regionOf(span: Span, at: Place | null, sources: ReadonlyMap<string, Source>): object {
  const source = sources.get(span.file);
  // What was named and could not be read has no text; its place is known all the same.
  if (source === undefined) return startOf(at ?? { line: 1, column: 1 });
  const start = placeAt(source, span.start);
  const end = placeAt(source, span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
