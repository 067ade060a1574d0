/** What a reader of values answers where a cell cannot be read: the code of the reason and its text. */
import type { DiagnosticKind } from "@edict/rulebook";
import { messageOf } from "../diagnostics.js";

/** A cell that cannot be read. A class, so that no value can be taken for it. */
export class Unreadable {
  constructor(
    readonly code: string,
    readonly reason: string,
  ) {}
}

/** The reason `code` of `catalogue`. */
export function unreadable<K extends string, P>(
  catalogue: { readonly [C in K]: DiagnosticKind<NoInfer<P>> },
  code: K,
  parameters: P,
): Unreadable {
  return new Unreadable(code, messageOf(catalogue, code, parameters));
}
