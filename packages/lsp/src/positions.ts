/**
 * Offsets of ours and positions of the protocol. Both count UTF-16 units; a position counts lines from 0, and a line ends
 * at `\n`, `\r\n` or a lone `\r`, as the protocol has it.
 */
import type { Place } from "@edict/rulebook";
import type { Source } from "@edict/language";
import type { Position, Range } from "vscode-languageserver/node";

/** A stretch of one text. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** The position of an offset; past the end counts as the end. */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - (starts[low] ?? 0) };
}

/** The offset of a position; past the end of a line counts as its end. */
export function offsetAt(source: Source, { line, character }: Position): number {
  const starts = lineStarts(source);
  const start = starts[line];
  if (start === undefined) return source.text.length;
  let end = starts[line + 1] ?? source.text.length;
  while (end > start && /[\r\n]/.test(source.text.charAt(end - 1))) end -= 1;
  return Math.min(start + character, end);
}

/** The range of a stretch. */
export function rangeOf(source: Source, { start, end }: Offsets): Range {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

/** The stretch of a range. */
export function offsetsOf(source: Source, { start, end }: Range): Offsets {
  return { start: offsetAt(source, start), end: offsetAt(source, end) };
}

/** A place names no end; it is shown as the word that stands there. */
export function rangeOfPlace(source: Source, { line, column }: Place): Range {
  // Our own lines end at \n alone.
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = source.text.indexOf("\n", start) + 1;
  start += column - 1;
  const word = /^[\w.-]+|^"[^"\n]*"|^./.exec(source.text.slice(start, start + 200));
  return rangeOf(source, { start, end: start + (word?.[0].length ?? 0) });
}

// Worked out once for each source; a source is never changed.
const startsOfSources = new WeakMap<Source, readonly number[]>();

function lineStarts(source: Source): readonly number[] {
  const known = startsOfSources.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (const { index, 0: end } of source.text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  startsOfSources.set(source, starts);
  return starts;
}
