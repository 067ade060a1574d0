/** The fixes that diagnostics bring along: each by itself, and all of one code in the file at once. */
import type { Diagnostic, Edit, Fix } from "@edict/rulebook";
import type { ActionPlace, CodeAction } from "./code-action.js";
import { apart } from "./apart.js";

/** The fixes of the diagnostics that the selection meets. */
export function quickFixes({ analysis, file, range }: ActionPlace): readonly CodeAction[] {
  const inFile = analysis.diagnostics.filter(({ span }) => span.file === file.source.path);
  const met = inFile.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const single = met.flatMap((diagnostic) => diagnostic.fixes.map((fix) => quickFix(diagnostic, fix)));
  const codes = [...new Set(met.map(({ code }) => code))];
  return [...single, ...codes.flatMap((code) => fixesOfCode(code, inFile))];
}

/** A single way of mending is the one that is meant. */
function quickFix(diagnostic: Diagnostic, fix: Fix): CodeAction {
  const preferred = fix.preferred === true || diagnostic.fixes.length === 1;
  return { title: fix.title, kind: "quickfix", preferred, mends: [diagnostic], edits: fix.edits };
}

/** One action for all diagnostics of a code; each must have one way of mending, or one that is preferred. */
function fixesOfCode(code: string, diagnostics: readonly Diagnostic[]): readonly CodeAction[] {
  const mends: Diagnostic[] = [];
  const edits: Edit[] = [];
  for (const diagnostic of diagnostics) {
    if (diagnostic.code !== code) continue;
    const fix = diagnostic.fixes.length === 1 ? diagnostic.fixes[0] : diagnostic.fixes.find(isPreferred);
    if (fix === undefined || !apart(edits, fix.edits)) continue;
    mends.push(diagnostic);
    edits.push(...fix.edits);
  }
  if (mends.length < 2) return [];
  const title = `mend all ${mends.length} of ${code} in this file`;
  return [{ title, kind: "quickfix", preferred: false, mends, edits }];
}

function isPreferred({ preferred }: Fix): boolean {
  return preferred === true;
}
