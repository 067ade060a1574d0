/** All places that name what is named at an offset: over all files, or in one for the eye. */
import type { Span } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import type { Node } from "../ast/nodes.js";
import { nameAt, usesInFile, usesOf } from "./names-at.js";

/** The places by file and offset; null where nothing is named. */
export function referencesAt(
  analysis: Analysis,
  path: string,
  offset: number,
  { declaration }: { readonly declaration: boolean },
): readonly Span[] | null {
  const named = nameAt(analysis, path, offset);
  if (named === null) return null;
  return usesOf(analysis, named.target)
    .filter(({ role }) => declaration || role === "use")
    .map((use) => ({ file: use.path, start: use.start, end: use.end }));
}

/** A place to light up; where a name is declared it is written, elsewhere read. */
export interface Highlight extends Node {
  readonly kind: "read" | "write";
}

/** The places within the file that name the same; null where nothing is named. */
export function highlightsAt(analysis: Analysis, path: string, offset: number): readonly Highlight[] | null {
  const named = nameAt(analysis, path, offset);
  if (named === null) return null;
  return usesInFile(analysis, path, named.target).map(({ start, end, role }) => ({
    start,
    end,
    kind: role === "declaration" ? "write" : "read",
  }));
}
