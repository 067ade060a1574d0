/**
 * What of a file can be folded: declarations, the rows of tables, the lists that run over several lines, the timelines
 * of tests, blocks of comments and of `use`. Never two stretches from one line: an editor shows one sign for a line.
 */
import type { Analysis } from "../analyse.js";
import type { SyntaxNode } from "../ast/children.js";
import { walk } from "../ast/children.js";
import type { Declaration, Node } from "../ast/nodes.js";
import type { Source } from "../source/source.js";
import { placeAt } from "../source/source.js";
import { commentsOf } from "../syntax/comments-of.js";

/** A stretch of at least two lines; folded, its first line stays. */
export interface FoldingRange extends Node {
  readonly kind: "declaration" | "table" | "list" | "timeline" | "comment" | "uses";
}

/** The stretches of a file, in order. */
export function foldingRanges(analysis: Analysis, path: string): readonly FoldingRange[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  const { source, node } = file;
  const wanted = [
    ...node.declarations.flatMap((declaration) => [
      rangeOf("declaration", declaration),
      ...partsOf(declaration).filter(({ start, end }) => start < end),
    ]),
    ...usesOf(node.declarations),
    ...commentBlocks(source),
  ];
  const lines = new Set<number>();
  return wanted
    .sort((left, right) => left.start - right.start || right.end - left.end)
    .filter(({ start, end }) => {
      const line = placeAt(source, start).line;
      if (lines.has(line) || placeAt(source, end).line === line) return false;
      lines.add(line);
      return true;
    });
}

function rangeOf(kind: FoldingRange["kind"], { start, end }: Node): FoldingRange {
  return { kind, start, end };
}

function between(kind: FoldingRange["kind"], nodes: readonly Node[]): readonly FoldingRange[] {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first === undefined || last === undefined ? [] : [{ kind, start: first.start, end: last.end }];
}

function partsOf(declaration: Declaration): readonly FoldingRange[] {
  switch (declaration.kind) {
    case "table":
      return [rangeOf("table", declaration.source)];
    case "test":
      return between("timeline", declaration.lines);
    case "rule":
    case "override":
      return declaration.clauses.flatMap((clause) =>
        [...walk(clause)].filter(isList).map((one) => rangeOf("list", one)),
      );
    default:
      return [];
  }
}

function isList({ kind }: SyntaxNode): boolean {
  return kind === "code-expression" || kind === "membership";
}

/** Runs of `use` with nothing declared between. */
function usesOf(declarations: readonly Declaration[]): readonly FoldingRange[] {
  const runs: Declaration[][] = [];
  for (const [at, declaration] of declarations.entries()) {
    if (declaration.kind !== "use") continue;
    if (declarations[at - 1]?.kind === "use") runs.at(-1)?.push(declaration);
    else runs.push([declaration]);
  }
  return runs.flatMap((run) => between("uses", run));
}

/** Comments that stand alone on lines that follow one another. */
function commentBlocks(source: Source): readonly FoldingRange[] {
  const blocks: { kind: "comment"; start: number; end: number }[] = [];
  let lastLine = -1;
  for (const comment of commentsOf(source)) {
    if (!comment.alone) continue;
    const line = placeAt(source, comment.start).line;
    const block = blocks.at(-1);
    if (block !== undefined && line === lastLine + 1) block.end = comment.end;
    else blocks.push({ kind: "comment", start: comment.start, end: comment.end });
    lastLine = line;
  }
  return blocks;
}
