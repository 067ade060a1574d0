/**
 * The only way a diagnostic of the language comes about: a code of a catalogue, a stretch of a source, and the
 * parameters that the code's message asks for. A wrong code or a missing parameter does not compile.
 */
import type { Diagnostic, DiagnosticKind } from "@edict/rulebook";
import type { Stretch } from "../source/source.js";
import { placeAt, spanOf } from "../source/source.js";

/** What may come with a diagnostic: the other side of it, and ways to mend it. */
export interface Company {
  readonly related?: readonly { readonly at: Stretch; readonly text: string }[];
  readonly fixes?: readonly ProposedFix[];
}

/** One way to mend a text; the title is in the imperative. */
export interface ProposedFix {
  readonly title: string;
  readonly edits: readonly { readonly at: Stretch; readonly text: string }[];
  /** See `Fix`. */
  readonly preferred?: true;
}

/** Makes the diagnostic `code` of `catalogue` at a stretch. */
export function report<K extends string, P>(
  catalogue: { readonly [C in K]: DiagnosticKind<NoInfer<P>> },
  code: K,
  at: Stretch,
  parameters: P,
  company: Company = {},
): Diagnostic {
  const kind = catalogue[code];
  return {
    code,
    severity: kind.severity,
    message: kind.message(parameters),
    at: placeAt(at.source, at.start),
    span: spanOf(at),
    related: (company.related ?? []).map((side) => ({ at: placeAt(side.at.source, side.at.start), text: side.text })),
    fixes: (company.fixes ?? []).map((fix) => ({
      title: fix.title,
      edits: fix.edits.map((edit) => ({ span: spanOf(edit.at), text: edit.text })),
      ...(fix.preferred === true ? { preferred: fix.preferred } : {}),
    })),
  };
}
