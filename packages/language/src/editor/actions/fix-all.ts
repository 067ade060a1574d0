/** All of a file that can be mended without a thought: the preferred fixes of its diagnostics. */
import type { Diagnostic, Edit } from "@edict/rulebook";
import type { ActionPlace, CodeAction } from "./code-action.js";
import { apart } from "./apart.js";

/** One action for the file, or none where there is nothing to mend. */
export function fixAll({ analysis, file }: ActionPlace): readonly CodeAction[] {
  const { path } = file.source;
  const mends: Diagnostic[] = [];
  const edits: Edit[] = [];
  for (const diagnostic of analysis.diagnostics) {
    if (diagnostic.span.file !== path) continue;
    const fix = diagnostic.fixes.find(({ preferred }) => preferred === true);
    if (fix === undefined || !apart(edits, fix.edits) || fix.edits.some(({ span }) => span.file !== path)) continue;
    mends.push(diagnostic);
    edits.push(...fix.edits);
  }
  if (mends.length === 0) return [];
  const title = "mend all that needs no thought";
  return [{ title, kind: "source.fixAll.edict", preferred: false, mends, edits }];
}
