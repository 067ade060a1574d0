/** Spans of codes, asked whether they hold one, on whatever days. */
import type { CodeSpan } from "@edict/rulebook";
import { codeOrdinal } from "@edict/rulebook";

export class CodeSpans {
  /** By shape: the first and the last place of each span. */
  readonly #shapes = new Map<string, { readonly first: number; readonly last: number }[]>();

  constructor(spans: readonly CodeSpan[]) {
    for (const span of spans) {
      const [first, last] = [codeOrdinal(span.first), codeOrdinal(span.last)];
      if (first === null || last === null) continue;
      const known = this.#shapes.get(first.shape) ?? [];
      known.push({ first: first.ordinal, last: last.ordinal });
      this.#shapes.set(first.shape, known);
    }
  }

  holds(code: string): boolean {
    const at = codeOrdinal(code);
    if (at === null) return false;
    return this.#shapes.get(at.shape)?.some(({ first, last }) => first <= at.ordinal && at.ordinal <= last) === true;
  }
}
