/**
 * Who uses a declaration, and what it uses: rules and sets, and all else that names them. A declaration is an item; a
 * call is a place in one that names another.
 */
import type { Analysis } from "../analyse.js";
import type { Declaration, Node } from "../ast/nodes.js";
import { nameOf, titleOf } from "./called.js";
import { declarationAt } from "./declaration-at.js";
import { mentionsOf } from "./mentions/mentions-of.js";
import { targetOf } from "./mentions/target.js";
import { nameAt, usesOf } from "./names-at.js";

/** A declaration: by its place, since overrides and tests have no name of their own. */
export interface HierarchyItem {
  readonly path: string;
  readonly kind: Declaration["kind"];
  readonly title: string;
  readonly detail: string;
  readonly whole: Node;
  readonly name: Node;
}

/** The other declaration, and the places of the naming one. */
export interface HierarchyCall {
  readonly item: HierarchyItem;
  readonly at: readonly Node[];
}

/** The declaration that is named at an offset, or in whose keyword or title the offset is; null where there is none. */
export function hierarchyItemAt(analysis: Analysis, path: string, offset: number): HierarchyItem | null {
  const target = nameAt(analysis, path, offset)?.target;
  if (target !== undefined) return target.kind === "declared" ? itemNamed(analysis, target.name) : null;
  const around = declarationAt(analysis, path, offset);
  return around === null || offset > nameOf(around).end ? null : itemOf(path, around);
}

/** Who uses it, in the order of files and places. */
export function incomingCalls(analysis: Analysis, path: string, start: number): readonly HierarchyCall[] {
  const node = declarationAt(analysis, path, start);
  if (node === null || !("name" in node)) return [];
  const calls = new Map<Declaration, { item: HierarchyItem; at: Node[] }>();
  for (const use of usesOf(analysis, { kind: "declared", name: node.name.text, what: node.kind })) {
    if (use.role === "declaration") continue;
    const around = declarationAt(analysis, use.path, use.start);
    if (around !== null) add(calls, around, () => itemOf(use.path, around), use);
  }
  return [...calls.values()];
}

/** What it uses, in the order of the text. */
export function outgoingCalls(analysis: Analysis, path: string, start: number): readonly HierarchyCall[] {
  const file = analysis.files.get(path);
  const node = declarationAt(analysis, path, start);
  if (file === undefined || node === null) return [];
  const calls = new Map<string, { item: HierarchyItem; at: Node[] }>();
  for (const mention of mentionsOf(file).all) {
    if (mention.start < node.start || mention.end > node.end || mention.stands.kind === "declaring") continue;
    const target = targetOf(analysis, mention);
    const name = target?.kind === "declared" ? target.name : target?.kind === "column" ? target.table : null;
    const item = name === null ? null : itemNamed(analysis, name);
    // A table's own header is no use of the table.
    if (name === null || item === null || (item.path === path && item.whole.start === node.start)) continue;
    add(calls, name, () => item, mention);
  }
  return [...calls.values()];
}

function add<K>(
  calls: Map<K, { item: HierarchyItem; at: Node[] }>,
  key: K,
  item: () => HierarchyItem,
  { start, end }: Node,
): void {
  const known = calls.get(key);
  if (known === undefined) calls.set(key, { item: item(), at: [{ start, end }] });
  else known.at.push({ start, end });
}

function itemNamed({ book }: Analysis, name: string): HierarchyItem | null {
  const found = book.declared.get(name);
  return found === undefined ? null : itemOf(found.source.path, found.node);
}

function itemOf(path: string, node: Declaration): HierarchyItem {
  const { start, end } = nameOf(node);
  return {
    path,
    kind: node.kind,
    title: titleOf(node),
    detail: "title" in node && "name" in node ? node.title.text : "",
    whole: { start: node.start, end: node.end },
    name: { start, end },
  };
}
