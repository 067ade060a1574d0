/**
 * What grows when the editor is asked to select more: a word, the item that it stands in, the list, the clause, the
 * declaration, the declaration with the comment that documents it, the file.
 */
import type { Analysis } from "../analyse.js";
import type { SyntaxNode } from "../ast/children.js";
import { pathAt } from "../ast/children.js";
import type { Declaration, Node } from "../ast/nodes.js";
import type { Source } from "../source/source.js";
import { isFirstOnLine } from "../source/source.js";

/** The stretches that hold an offset, the smallest first, each within the next. */
export function selectionRanges(analysis: Analysis, path: string, offset: number): readonly Node[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  const { source, node } = file;
  const ranges: Node[] = [];
  const nodes = pathAt(node, offset);
  for (const [at, holder] of nodes.entries()) {
    if (at === 1) ranges.push(withComment(source, holder));
    ranges.push(holder);
    const next = nodes[at + 1];
    if (next !== undefined && holder.kind !== "file") ranges.push(...runsWith(holder, next));
  }
  const last = nodes.at(-1);
  if (last?.kind === "text-literal") ranges.push({ start: last.start + 1, end: last.end - 1 });
  ranges.push(...wordAt(source, offset));
  const nested: Node[] = [];
  for (const range of ranges)
    if (isWithin(range, nested.at(-1), offset)) nested.push({ start: range.start, end: range.end });
  return nested.toReversed();
}

function isWithin({ start, end }: Node, outer: Node | undefined, offset: number): boolean {
  if (offset < start || offset > end || start === end) return false;
  return outer === undefined || (start >= outer.start && end <= outer.end && end - start < outer.end - outer.start);
}

/** The lists of a node that hold one of its parts: from the first item to the last. */
function runsWith(holder: SyntaxNode, part: SyntaxNode): readonly Node[] {
  const runs: Node[] = [];
  for (const value of Object.values(holder)) {
    if (!Array.isArray(value) || !value.includes(part)) continue;
    const items: readonly unknown[] = value;
    const [first] = items;
    const last = items.at(-1);
    if (isPlaced(first) && isPlaced(last)) runs.push({ start: first.start, end: last.end });
  }
  return runs;
}

function isPlaced(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "start" in value && "end" in value;
}

/** The word of letters, digits, `_`, `-` and `.` that holds the offset: a name, a code, a diagnosis. */
function wordAt({ text }: Source, offset: number): readonly Node[] {
  const isPart = (at: number): boolean => /[\w-]/.test(text.charAt(at));
  let start = offset;
  let end = offset;
  while (isPart(start - 1)) start--;
  while (isPart(end)) end++;
  return [{ start, end }];
}

/** The declaration and the comment lines directly above it. */
function withComment(source: Source, holder: SyntaxNode): Node {
  if (!isDocumented(holder) || !isFirstOnLine(source, holder.start)) return holder;
  const { text } = source;
  let start = text.lastIndexOf("\n", holder.start - 1) + 1;
  for (let left = holder.doc.split("\n").length; left > 0 && start > 0; left--)
    start = text.lastIndexOf("\n", start - 2) + 1;
  return { start, end: holder.end };
}

function isDocumented(node: SyntaxNode): node is SyntaxNode & { readonly doc: NonNullable<Declaration["doc"]> } {
  return "doc" in node && typeof node.doc === "string";
}
