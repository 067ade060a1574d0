/** Silences a diagnostic for a declaration, by the comment above it; the reason is to be typed. */
import type { Diagnostic } from "@edict/rulebook";
import { settableCodes } from "../../diagnostics/catalogues.js";
import { silences } from "../../diagnostics/silences.js";
import { isFirstOnLine } from "../../source/source.js";
import type { ActionPlace, CodeAction } from "./code-action.js";
import { edit, withHoles } from "./code-action.js";

/** One action for each code that is said of the declaration where the selection is, and that a project may silence. */
export function silence({ analysis, file, range, declaration }: ActionPlace): readonly CodeAction[] {
  if (declaration === null || !isFirstOnLine(file.source, declaration.start)) return [];
  const met = analysis.diagnostics.filter(
    ({ code, span }) =>
      span.file === file.source.path &&
      span.start <= range.end &&
      range.start <= span.end &&
      span.start >= declaration.start &&
      settableCodes.includes(code) &&
      // What is said of such comments is silenced by none.
      !(code in silences),
  );
  const byCode = new Map<string, Diagnostic[]>();
  for (const diagnostic of met) byCode.set(diagnostic.code, [...(byCode.get(diagnostic.code) ?? []), diagnostic]);
  const start = file.source.text.lastIndexOf("\n", declaration.start - 1) + 1;
  return [...byCode].map(([code, mends]) => {
    const made = withHoles(`# edict allow ${code}: `, { hole: "why", number: 1 }, "\n");
    return {
      title: `allow ${code} here, for a reason`,
      kind: "quickfix",
      preferred: false,
      mends,
      edits: [{ ...edit({ file }, { start, end: start }, made.text), holes: made.holes }],
    };
  });
}
