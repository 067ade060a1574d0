/** The declaration that stands around an offset, and the one before a line. */
import type { Analysis } from "../analyse.js";
import type { Declaration } from "../ast/nodes.js";
import type { ParsedFile } from "../names/declared.js";
import { lastWhile } from "../source/last-while.js";

/** The declaration, its end included; where two touch the one that starts there, and null between them. */
export function declarationAt({ files }: Analysis, path: string, offset: number): Declaration | null {
  const declarations = files.get(path)?.node.declarations ?? [];
  const last = declarations[lastWhile(declarations, ({ start }) => start <= offset)];
  return last !== undefined && offset <= last.end ? last : null;
}

/** Where the last declaration starts that surely begins before the line of an offset. */
export function startBefore({ source, node }: ParsedFile, offset: number): number {
  const line = source.text.lastIndexOf("\n", offset - 1) + 1;
  return node.declarations[lastWhile(node.declarations, ({ start }) => start < line)]?.start ?? 0;
}
