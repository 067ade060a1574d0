/**
 * Where each declaration of a graph stands in its picture: in columns, from what uses nothing on the left over rules to
 * what changes and tests them on the right. It is the same for the same graph.
 */
import type { GraphNode, RuleGraph } from "@edict/language";
import { compareBytes } from "@edict/rulebook";

/** A node with its column and its row in it. */
export interface LaidNode {
  readonly node: GraphNode;
  readonly column: number;
  readonly row: number;
}

/** Columns from left to right; in each, those that use near things stand near to them. */
export function layOut({ nodes, edges }: RuleGraph): readonly LaidNode[] {
  const used = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const edge of edges) used.get(edge.user)?.push(edge.used);
  const depths = depthsOf(nodes, used);
  const names = nodes.filter((node) => placeOf(node) === "name");
  const rules = Math.max(-1, ...names.map(({ id }) => depths.get(id) ?? 0)) + 1;
  const columnOf = (node: GraphNode): number => {
    const place = placeOf(node);
    return place === "name" ? (depths.get(node.id) ?? 0) : place === "rule" ? rules : rules + 1;
  };
  // Columns that nothing stands in are left out.
  const columns = [...new Set(nodes.map(columnOf))].sort((one, other) => one - other);
  const rows = new Map<string, number>();
  const laid: LaidNode[] = [];
  for (const [index, column] of columns.entries()) {
    const here = nodes.filter((node) => columnOf(node) === column);
    const middle = new Map(
      here.map(({ id }) => [id, middleOf((used.get(id) ?? []).flatMap((one) => rows.get(one) ?? []))]),
    );
    const ordered = [...here].sort(
      (one, other) =>
        (middle.get(one.id) ?? 0) - (middle.get(other.id) ?? 0) ||
        compareBytes(one.kind, other.kind) ||
        compareBytes(one.label, other.label) ||
        compareBytes(one.id, other.id),
    );
    for (const [row, node] of ordered.entries()) {
      rows.set(node.id, row);
      laid.push({ node, column: index, row });
    }
  }
  return laid;
}

function middleOf(rows: readonly number[]): number {
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length;
}

function placeOf({ kind }: GraphNode): "name" | "rule" | "about rules" {
  if (kind === "rule") return "rule";
  return kind === "override" || kind === "waive" || kind === "test" ? "about rules" : "name";
}

/** How many steps of use are below each name. A circle, which is a mistake, ends where it is entered again. */
function depthsOf(
  nodes: readonly GraphNode[],
  used: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const entered = new Set<string>();
  const depth = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    if (entered.has(id)) return 0;
    entered.add(id);
    const below = Math.max(-1, ...(used.get(id) ?? []).map(depth)) + 1;
    depths.set(id, below);
    return below;
  };
  for (const { id } of nodes) depth(id);
  return depths;
}
