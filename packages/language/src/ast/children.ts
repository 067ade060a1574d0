/**
 * The parts of a node, found by what they are and not by a list of names: whatever has a kind and a place is a node, and
 * nothing that a tree holds is passed over. Nodes come in the order of the text.
 */
import type { Node } from "./nodes.js";

/** A node of whatever kind. */
export interface SyntaxNode extends Node {
  readonly kind: string;
}

/** The nodes directly under a node. */
export function childrenOf(node: object): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const value of Object.values(node)) collect(value, found);
  // Most nodes are a word or a number.
  return found.length < 2 ? found : found.sort((left, right) => left.start - right.start || left.end - right.end);
}

/** The nodes that hold an offset, outermost first; at the end of a node counts as within it. */
export function pathAt(root: SyntaxNode, offset: number): readonly SyntaxNode[] {
  const path: SyntaxNode[] = [];
  for (let node: SyntaxNode | undefined = root; node !== undefined;) {
    path.push(node);
    // Where two parts touch, the caret belongs to the one that starts there.
    node = childrenOf(node).findLast(({ start, end }) => start <= offset && offset <= end);
  }
  return path;
}

/** Every node under and with this one, a parent before its parts. */
export function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  // One list of what is still to come, and no generator within another: a node costs the same however deep it is.
  const left = [node];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    yield next;
    for (const child of childrenOf(next).toReversed()) left.push(child);
  }
}

function collect(value: unknown, found: SyntaxNode[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (isNode(value)) found.push(value);
  else for (const part of Object.values(value)) collect(part, found);
}

function isNode(value: object): value is SyntaxNode {
  return "kind" in value && "start" in value && "end" in value;
}
