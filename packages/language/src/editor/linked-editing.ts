/**
 * Places that may be typed at once: the name of a written table's column in its header and after every `row.`. Only
 * where all of them stand in one file, since an editor changes no other while one types, and only for columns, which
 * mean nothing outside the rulebook.
 */
import type { Analysis } from "../analyse.js";
import type { Node } from "../ast/nodes.js";
import { nameAt, usesOf } from "./names-at.js";

/** The places that are one with what is at an offset, or null. */
export function linkedEditingAt(analysis: Analysis, path: string, offset: number): readonly Node[] | null {
  const named = nameAt(analysis, path, offset);
  if (named === null || named.target.kind !== "column") return null;
  const table = analysis.book.tables.get(named.target.table)?.declaration.node;
  if (table?.source.kind !== "written-table") return null;
  const uses = usesOf(analysis, named.target);
  if (uses.length < 2 || uses.some((use) => use.path !== path)) return null;
  return uses.map(({ start, end }) => ({ start, end }));
}
