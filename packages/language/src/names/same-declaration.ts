/** Whether a declaration says what it said before, wherever it stands in its file now. */
import type { Node } from "../ast/nodes.js";
import type { Placed } from "./declared.js";

interface DeclarationNode extends Node {
  readonly kind: string;
  readonly broken: boolean;
}

/** True where both are equal but for their places. A declaration that was read whole is what its text says. */
export function isSameDeclaration(before: Placed<DeclarationNode>, now: Placed<DeclarationNode>): boolean {
  if (before.node === now.node) return true;
  const [one, other] = [before.node, now.node];
  return (
    one.kind === other.kind &&
    !one.broken &&
    !other.broken &&
    one.end - one.start === other.end - other.start &&
    before.source.path === now.source.path &&
    before.source.text.slice(one.start, one.end) === now.source.text.slice(other.start, other.end)
  );
}
