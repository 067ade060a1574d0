/**
 * One pass of mending: the preferred fixes of diagnostics, none of which touches a text that another has changed. What
 * had to wait is found again in the next pass, if it is still there.
 */
import type { Diagnostic, Edit, Fix } from "@edict/rulebook";

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
  const taken = new Map<string, Edit[]>();
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(({ preferred }) => preferred === true);
    if (fix === undefined || fix.edits.some(({ span }) => !texts.has(span.file))) continue;
    if (fix.edits.some((edit) => touches(edit, taken.get(edit.span.file) ?? []))) continue;
    for (const edit of fix.edits) {
      const own = taken.get(edit.span.file) ?? [];
      own.splice(placeOf(edit, own), 0, edit);
      taken.set(edit.span.file, own);
    }
    applied.push({ diagnostic, fix });
  }
  return { texts: changed(texts, [...taken.values()].flat()), applied };
}

/**
 * Whether an edit touches one of those taken, which stand in their order and apart. To meet at a point counts too: two
 * texts put in at one place have no order of their own.
 */
function touches({ span }: Edit, taken: readonly Edit[]): boolean {
  const place = placeOf({ span, text: "" }, taken);
  return [taken[place - 1], taken[place]].some(
    (other) => other !== undefined && other.span.start <= span.end && span.start <= other.span.end,
  );
}

/** Where an edit belongs among others in the order of their starts. */
function placeOf({ span }: Edit, taken: readonly Edit[]): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function changed(texts: ReadonlyMap<string, string>, edits: readonly Edit[]): ReadonlyMap<string, string> {
  const parts = new Map<string, { readonly done: string[]; end: number }>();
  for (const { span, text } of edits) {
    const so = parts.get(span.file) ?? { done: [], end: 0 };
    so.done.push((texts.get(span.file) ?? "").slice(so.end, span.start), text);
    so.end = span.end;
    parts.set(span.file, so);
  }
  return new Map(
    [...parts].map(([file, { done, end }]) => [file, [...done, (texts.get(file) ?? "").slice(end)].join("")]),
  );
}
