/**
 * One pass of mending: the preferred fixes of diagnostics, none of which touches a text that another has changed. What
 * had to wait is found again in the next pass, if it is still there.
 */
import type { Diagnostic, Edit, Fix } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";

/** What a pass gives. */
export interface Mended {
  /** The new texts of the files that changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The diagnostics that were mended, each with the fix that did. */
  readonly applied: readonly { readonly diagnostic: Diagnostic; readonly fix: Fix }[];
}

/** Applies the first preferred fix of each diagnostic to texts by path. */
export function applyPreferred(texts: ReadonlyMap<string, string>, diagnostics: readonly Diagnostic[]): Mended {
  const applied: { readonly diagnostic: Diagnostic; readonly fix: Fix }[] = [];
  const taken: Edit[] = [];
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(({ preferred }) => preferred === true);
    if (fix === undefined || fix.edits.some(({ span }) => !texts.has(span.file))) continue;
    if (fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    for (const edit of fix.edits) taken.push(edit);
    applied.push({ diagnostic, fix });
  }
  return { texts: changed(texts, taken), applied };
}

/** Edits that touch at a point count too: two texts put in at one place have no order of their own. */
function touch({ span: one }: Edit, { span: other }: Edit): boolean {
  return one.file === other.file && one.start <= other.end && other.start <= one.end;
}

function changed(texts: ReadonlyMap<string, string>, edits: readonly Edit[]): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  // From the end of each file, so that the offsets before stay what they are.
  const backwards = [...edits].sort(
    (left, right) => compareBytes(left.span.file, right.span.file) || right.span.start - left.span.start,
  );
  for (const { span, text } of backwards) {
    const so = result.get(span.file) ?? texts.get(span.file) ?? "";
    result.set(span.file, so.slice(0, span.start) + text + so.slice(span.end));
  }
  return result;
}
