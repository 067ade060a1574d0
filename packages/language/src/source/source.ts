/**
 * A rule file's text and places within it. Offsets count UTF-16 units from 0; lines and columns count from 1, as
 * editors show them.
 */
import type { Place, Span } from "@edict/rulebook";
import { lastWhile } from "./last-while.js";

/** The text of one file, under the path that diagnostics name. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A stretch of a source, from `start` up to but not including `end`. */
export interface Stretch {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** The stretch of a source that a node of its tree covers. */
export function stretchOf(source: Source, node: { readonly start: number; readonly end: number }): Stretch {
  return { source, start: node.start, end: node.end };
}

/** What stands in a stretch, on one line. */
export function onOneLine({ text }: Source, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end).replace(/\s+/g, " ");
}

/** Line and column of an offset. */
export function placeAt(source: Source, offset: number): Place {
  const starts = lineStarts(source);
  const line = Math.max(
    0,
    lastWhile(starts, (start) => start <= offset),
  );
  return { file: source.path, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

/** The span of a stretch, as diagnostics carry it. */
export function spanOf(stretch: Stretch): Span {
  return { file: stretch.source.path, start: stretch.start, end: stretch.end };
}

/** True where nothing but blanks stands before an offset on its line. Looks no farther back than to the first other sign. */
export function isFirstOnLine(source: Source, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at--) {
    const sign = source.text.charAt(at);
    if (sign === "\n") return true;
    if (sign.trim() !== "") return false;
  }
  return true;
}

// Worked out once for each source; a source is never changed.
const startsOfSources = new WeakMap<Source, readonly number[]>();

function lineStarts(source: Source): readonly number[] {
  const known = startsOfSources.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at >= 0; at = source.text.indexOf("\n", at + 1)) starts.push(at + 1);
  startsOfSources.set(source, starts);
  return starts;
}
