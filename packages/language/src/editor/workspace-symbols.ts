/**
 * Declarations by a query, the best first: by name, with letters left out at will (`ro1` finds RO-101), rules and tests by
 * their title too; and for a code, the rules that name it.
 */
import { codeShape, compareBytes } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import type { Declaration, Node } from "../ast/nodes.js";
import { nameOf, titleOf } from "./called.js";
import { rulesOfCode } from "./rules-of-code.js";

/** One declaration that a query finds. */
export interface FoundSymbol {
  readonly path: string;
  readonly kind: Declaration["kind"];
  readonly title: string;
  readonly detail: string;
  readonly name: Node;
}

/** No more are told: nobody reads on, and the query gets longer. */
const most = 256;

/** The declarations that a query finds; an empty one finds all. */
export function workspaceSymbols(analysis: Analysis, query: string): readonly FoundSymbol[] {
  const wanted = query.trim();
  const found: { readonly symbol: FoundSymbol; readonly score: number }[] = [];
  if (codeShape.test(wanted.toUpperCase())) {
    for (const { rule } of rulesOfCode(analysis, wanted.toUpperCase())) {
      found.push({ symbol: symbolOf(rule.source.path, rule.node), score: 0 });
    }
    return best(found);
  }
  for (const { source, node: file } of analysis.book.files) {
    for (const node of file.declarations) {
      if (node.kind === "use" || node.kind === "override" || node.kind === "waive") continue;
      const score = scoreOf(node, wanted);
      if (score !== null) found.push({ symbol: symbolOf(source.path, node), score });
    }
  }
  return best(found);
}

function best(found: { readonly symbol: FoundSymbol; readonly score: number }[]): readonly FoundSymbol[] {
  return found
    .sort((left, right) => left.score - right.score || compareBytes(left.symbol.title, right.symbol.title))
    .slice(0, most)
    .map(({ symbol }) => symbol);
}

function symbolOf(path: string, node: Declaration): FoundSymbol {
  const { start, end } = nameOf(node);
  const detail = node.kind === "rule" || node.kind === "authority" ? node.title.text : "";
  return { path, kind: node.kind, title: titleOf(node), detail, name: { start, end } };
}

/** How far a declaration is from what was asked; null where it is not meant. A name comes before a title. */
function scoreOf(node: Declaration, query: string): number | null {
  const name = distance(titleOf(node), query);
  if (name !== null || !("title" in node)) return name;
  // A title is found by words of it, not by letters here and there.
  return node.title.text.toLowerCase().includes(query.toLowerCase()) ? titlesLast : null;
}

const titlesLast = 1_000_000;

/**
 * How far a text is from a query, whose letters it must hold in their order, case and hyphens aside. A letter between
 * them counts most, one before them less, one after them least: what is begun is most likely meant.
 */
export function distance(text: string, query: string): number | null {
  const letters = plain(text);
  const wanted = plain(query);
  if (wanted === "") return 0;
  let at = letters.indexOf(wanted.charAt(0));
  if (at < 0) return null;
  let score = 2 * at;
  for (let index = 1; index < wanted.length; index++) {
    const next = letters.indexOf(wanted.charAt(index), at + 1);
    if (next < 0) return null;
    score += 4 * (next - at - 1);
    at = next;
  }
  return score + letters.length - at - 1;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, "");
}
