/** The one order of diagnostics: file, position and code, each once. */
import type { Diagnostic } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";

/** Sorted, and without those that two checks found at one place. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set<string>();
  const once = diagnostics.filter(({ code, span }) => {
    const key = `${span.file}\n${span.start} ${span.end} ${code}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return once.sort(
    (left, right) =>
      compareBytes(left.span.file, right.span.file) ||
      left.span.start - right.span.start ||
      left.span.end - right.span.end ||
      compareBytes(left.code, right.code),
  );
}
