/**
 * Diagnostics of a text that was edited since: moved along with the text that they stand in, and left out where an edit
 * touched them. So what the checks found stays in its place while somebody types, until they have looked again.
 */
import type { Diagnostic } from "@edict/rulebook";

/** A stretch of a text that was replaced by another of some length. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** The diagnostics of one file after edits, in their order. */
export function shifted(diagnostics: readonly Diagnostic[], edits: readonly TextEdit[]): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    let { start, end } = diagnostic.span;
    for (const edit of edits) {
      if (end < edit.start) continue;
      if (start < edit.end || end === edit.start || start === edit.end) return [];
      const by = edit.length - (edit.end - edit.start);
      start += by;
      end += by;
    }
    return [{ ...diagnostic, span: { ...diagnostic.span, start, end } }];
  });
}
