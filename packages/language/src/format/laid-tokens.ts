/**
 * The tokens of one declaration with the comments that go with each: those on lines of their own above it, and the one
 * at the end of its line. They stay with their token wherever it is put.
 */
import type { Node } from "../ast/nodes.js";
import { gapOf } from "./comments.js";

/** The width past which a line is broken where it can be. */
export const lineWidth = 120;

/** A token and its comments. */
export interface LaidToken {
  readonly text: string;
  readonly line: number;
  above: readonly string[];
  after: string | null;
}

/** A declaration's tokens, with sums that tell the width of any run of them at once. */
export interface LaidTokens {
  readonly tokens: readonly LaidToken[];
  /** The number of the token that starts at an offset. */
  indexAt(offset: number): number;
  /** The number of the last token that ends at or before an offset. */
  lastBefore(offset: number): number;
  /** The tokens from `first` to `last` on one line. */
  flat(first: number, last: number): string;
  /** How wide that line is. */
  width(first: number, last: number): number;
  /** True where a comment between two of the tokens keeps them from standing on one line. */
  isParted(first: number, last: number): boolean;
}

/** Reads the tokens of a declaration; `after` is the comment at the end of its last line. */
export function laidTokens(text: string, places: readonly Node[], after: string | null): LaidTokens {
  const tokens = withComments(text, places, after);
  const starts: number[] = [];
  const partings: number[] = [];
  let column = 0;
  let parted = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (before !== undefined) column += before.text.length + spaceBetween(before.text, token.text).length;
    if (token.above.length > 0 || (before !== undefined && before.after !== null)) parted++;
    starts.push(column);
    partings.push(parted);
  }
  const byStart = new Map(places.map(({ start }, index) => [start, index]));
  return {
    tokens,
    indexAt(offset) {
      const index = byStart.get(offset);
      if (index === undefined)
        throw new Error("a part of a tree starts where a token starts: the parser took it from there");
      return index;
    },
    lastBefore(offset) {
      let [low, high] = [0, places.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((places[middle]?.end ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    flat(first, last) {
      let line = "";
      for (let at = first; at <= last; at++) {
        const said = tokens[at]?.text ?? "";
        line += at === first ? said : `${spaceBetween(tokens[at - 1]?.text ?? "", said)}${said}`;
      }
      return line;
    },
    width: (first, last) => (starts[last] ?? 0) + (tokens[last]?.text.length ?? 0) - (starts[first] ?? 0),
    isParted: (first, last) => (partings[last] ?? 0) > (partings[first] ?? 0),
  };
}

function withComments(text: string, places: readonly Node[], after: string | null): readonly LaidToken[] {
  const tokens: LaidToken[] = [];
  let line = 0;
  let end = places[0]?.start ?? 0;
  for (const place of places) {
    const { comments, breaksAfter } = gapOf(text, end, place.start);
    const [first] = comments;
    const before = tokens.at(-1);
    const isTrailing = first !== undefined && first.breaksBefore === 0 && before !== undefined;
    if (isTrailing) before.after = first.text;
    line += comments.length + breaksAfter;
    const above = (isTrailing ? comments.slice(1) : comments).map((comment) => comment.text);
    tokens.push({ text: text.slice(place.start, place.end), line, above, after: null });
    end = place.end;
  }
  const last = tokens.at(-1);
  if (last !== undefined) last.after = after;
  for (const [index, token] of tokens.entries())
    if (token.text === ",") pastComma(tokens[index - 1], token, tokens[index + 1]);
  return tokens;
}

/** A comma stands right behind its item: comments that were between the two come after it. */
function pastComma(item: LaidToken | undefined, comma: LaidToken, next: LaidToken | undefined): void {
  if (item === undefined || next === undefined) return;
  const displaced = item.after !== null && comma.after !== null ? [comma.after] : [];
  comma.after = item.after ?? comma.after;
  item.after = null;
  next.above = [...comma.above, ...displaced, ...next.above];
  comma.above = [];
}

/** What stands between two tokens on a line. */
export function spaceBetween(before: string, next: string): "" | " " {
  if (before === "(" || before === "." || before === "..") return "";
  return next === "," || next === ")" || next === "." || next === ".." ? "" : " ";
}
