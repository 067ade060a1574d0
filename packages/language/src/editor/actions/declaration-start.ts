/** Where a declaration begins with the comment that documents it. */
import type { Node } from "../../ast/nodes.js";
import type { Source } from "../../source/source.js";
import { isFirstOnLine } from "../../source/source.js";

/** The start of the first of the comment lines directly above, else of the declaration itself. */
export function declarationStart(source: Source, declaration: Node): number {
  const { text } = source;
  if (!isFirstOnLine(source, declaration.start)) return declaration.start;
  let start = text.lastIndexOf("\n", declaration.start - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (!text.slice(above, start).trimStart().startsWith("#")) break;
    start = above;
  }
  return start;
}
