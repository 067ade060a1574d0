/** The comments of a file. They are no part of its tree: what stands between the tokens and is not blank is one. */
import type { Node } from "../ast/nodes.js";
import type { Source } from "../source/source.js";
import { isFirstOnLine } from "../source/source.js";
import { endOf } from "./tokens.js";
import { tokensOf } from "./tokens-of.js";

/** From the `#` to the end of its line. */
export interface Comment extends Node {
  /** True where nothing stands before it on its line. */
  readonly alone: boolean;
}

/** The comments of a source, in order. Worked out once for each source. */
export function commentsOf(source: Source): readonly Comment[] {
  const known = commentsOfSources.get(source);
  if (known !== undefined) return known;
  const comments: Comment[] = [];
  let from = 0;
  for (const token of tokensOf(source)) {
    addBetween(source, from, token.startOffset, comments);
    from = endOf(token);
  }
  addBetween(source, from, source.text.length, comments);
  commentsOfSources.set(source, comments);
  return comments;
}

// A source is never changed.
const commentsOfSources = new WeakMap<Source, readonly Comment[]>();

function addBetween(source: Source, from: number, to: number, comments: Comment[]): void {
  for (const { 0: written, index } of source.text.slice(from, to).matchAll(/#[^\n]*/g)) {
    const start = from + index;
    comments.push({ start, end: start + written.trimEnd().length, alone: isFirstOnLine(source, start) });
  }
}
