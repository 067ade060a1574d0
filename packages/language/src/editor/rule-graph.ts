/** The declarations of a rulebook and which of them uses which: all of them, or those around one. */
import type { Analysis } from "../analyse.js";
import type { Declaration, Node } from "../ast/nodes.js";
import type { ParsedFile } from "../names/declared.js";
import { nameOf, titleOf } from "./called.js";
import { declarationAt } from "./declaration-at.js";
import { mentionsOf } from "./mentions/mentions-of.js";
import { targetOf } from "./mentions/target.js";

/** A declaration; `use` is none. */
export interface GraphNode {
  /** The same as long as the declaration stands where it stands. */
  readonly id: string;
  readonly kind: Exclude<Declaration["kind"], "use">;
  /** What it is called. */
  readonly label: string;
  /** The title of a rule or of an authority. */
  readonly detail: string;
  readonly path: string;
  readonly name: Node;
}

/** One declaration uses another. */
export interface GraphEdge {
  readonly user: string;
  readonly used: string;
}

/** A graph; nodes in the order of files and places, each edge once. */
export interface RuleGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

// An analysis is never changed.
const graphs = new WeakMap<Analysis, RuleGraph>();

/** The whole graph. */
export function ruleGraph(analysis: Analysis): RuleGraph {
  const known = graphs.get(analysis);
  if (known !== undefined) return known;
  const { book } = analysis;
  const nodes: GraphNode[] = [];
  const edges = new Map<string, GraphEdge>();
  for (const file of book.files) {
    for (const { node, id, names } of usesOfFile(analysis, file)) {
      nodes.push({
        id,
        kind: node.kind,
        label: titleOf(node),
        detail: (node.kind === "rule" || node.kind === "authority") && "title" in node ? node.title.text : "",
        path: file.source.path,
        name: { start: nameOf(node).start, end: nameOf(node).end },
      });
      for (const name of names) {
        const used = book.declared.get(name);
        if (used === undefined) continue;
        const other = idOf(used.source.path, used.node);
        if (other !== id) edges.set(`${id}\n${other}`, { user: id, used: other });
      }
    }
  }
  const graph = { nodes, edges: [...edges.values()] };
  graphs.set(analysis, graph);
  return graph;
}

/** The declaration that stands around an offset, as a node; for an override, a waiver or a test that is itself. */
export function graphNodeAt(analysis: Analysis, path: string, offset: number): string | null {
  const around = declarationAt(analysis, path, offset);
  return around === null || around.kind === "use" ? null : idOf(path, around);
}

/**
 * The part of a graph that is about one declaration: all that it uses, in turn, and all that uses it; of what uses it,
 * sets and their like in turn too, so that a set shows the rules that it reaches.
 */
export function graphAround({ nodes, edges }: RuleGraph, id: string): RuleGraph {
  const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
  const wanted = new Set([id]);
  // What joins a set while it is walked through is walked through as well.
  for (const user of wanted) for (const edge of edges) if (edge.user === user) wanted.add(edge.used);
  const users = new Set([id]);
  for (const used of users) {
    const kind = kinds.get(used);
    const stops = kind === "override" || kind === "waive" || kind === "test" || (kind === "rule" && used !== id);
    if (!stops) for (const edge of edges) if (edge.used === used) users.add(edge.user);
  }
  for (const user of users) wanted.add(user);
  return {
    nodes: nodes.filter((node) => wanted.has(node.id)),
    edges: edges.filter(({ user, used }) => wanted.has(user) && wanted.has(used)),
  };
}

interface Using {
  readonly node: Exclude<Declaration, { readonly kind: "use" }>;
  readonly id: string;
  readonly names: ReadonlySet<string>;
}

/** What each declaration of a file names, in one walk over what the file mentions. */
function usesOfFile(analysis: Analysis, file: ParsedFile): readonly Using[] {
  const { all } = mentionsOf(file);
  let next = 0;
  return file.node.declarations.flatMap((node): readonly Using[] => {
    const names = new Set<string>();
    for (; next < all.length; next++) {
      const mention = all[next];
      if (mention === undefined || mention.start >= node.end) break;
      if (mention.start < node.start || mention.stands.kind === "declaring") continue;
      const target = targetOf(analysis, mention);
      if (target?.kind === "declared") names.add(target.name);
      if (target?.kind === "column") names.add(target.table);
    }
    return node.kind === "use" ? [] : [{ node, id: idOf(file.source.path, node), names }];
  });
}

function idOf(path: string, { start }: Node): string {
  return `${path}:${start}`;
}
