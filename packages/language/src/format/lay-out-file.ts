/**
 * A file as stretches that cover it from end to end, each with what stands there in the one layout: declarations with
 * the comments directly above them, blocks of comments that stand alone, and the blanks between.
 */
import type { Source } from "../source/source.js";
import type { WrittenPiece } from "../syntax/written-pieces.js";
import { writtenPieces } from "../syntax/written-pieces.js";
import type { Comment, Gap } from "./comments.js";
import { gapOf } from "./comments.js";
import { laidTokens } from "./laid-tokens.js";
import { layOutDeclaration } from "./lay-out-declaration.js";

/** A stretch of the text as written, and what it becomes. */
export interface LaidStretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The blanks between what is said; comments and declarations laid out; what keeps its text since it has a mistake. */
  readonly kind: "blank" | "laid" | "kept";
}

/** The stretches of a file. Line breaks in what they become are `\n`. */
export function layOutFile(source: Source): readonly LaidStretch[] {
  const pieces = wholePieces(source);
  if (pieces === null)
    return [{ start: 0, end: source.text.length, text: source.text.replaceAll("\r\n", "\n"), kind: "kept" }];
  return withBlanks(source.text, saidIn(source.text, pieces));
}

/** What is said, before the blanks between are put in. */
interface Said {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  /** A block of comments that stands right under the declaration above it. */
  readonly touchesAbove: boolean;
  /** A declaration on one line, which may stand right under another. */
  readonly isOneLine: boolean;
  readonly isKept: boolean;
}

/**
 * The pieces, those with signs about them that mean nothing grown to take them in, since such a text is kept to the
 * letter. Null for a file of nothing but such signs.
 */
function wholePieces({ path, text }: Source): readonly WrittenPiece[] | null {
  const pieces: WrittenPiece[] = [];
  const written = writtenPieces({ path, text });
  if (written.length === 0 && gapOf(text, 0, text.length).strays !== null) return null;
  let from = 0;
  for (const [index, piece] of written.entries()) {
    const strays = index === 0 ? gapOf(text, from, piece.start).strays : null;
    let { start, end, declaration } = piece;
    if (strays !== null) start = strays.start;
    const after = gapOf(text, end, written[index + 1]?.start ?? text.length).strays;
    if (after !== null) end = after.end;
    if (strays !== null || after !== null) declaration = null;
    if (declaration === null) {
      start = lineStartOf(text, start, from);
      end = endWithComment(text, end, written[index + 1]?.start ?? text.length);
    }
    pieces.push({ ...piece, start, end, declaration });
    from = end;
  }
  return pieces;
}

/** Where the line of an offset starts, if nothing but blanks stands before it. */
function lineStartOf(text: string, offset: number, from: number): number {
  let start = offset;
  while (start > from && /[ \t\f\r]/.test(text.charAt(start - 1))) start--;
  return start === from || text.charAt(start - 1) === "\n" ? start : offset;
}

/** The comment at the end of a line is a part of what stands there. */
function endWithComment(text: string, offset: number, next: number): number {
  const [comment] = gapOf(text, offset, next).comments;
  return comment?.breaksBefore === 0 ? comment.end : offset;
}

function saidIn(text: string, pieces: readonly WrittenPiece[]): readonly Said[] {
  const said: Said[] = [];
  let trailing: string | null = null;
  let gap = gapOf(text, 0, pieces[0]?.start ?? text.length);
  let above = blocksIn(gap, pieces.length > 0);
  for (const block of above.alone) said.push(aloneBlock(block, false));
  for (const [index, piece] of pieces.entries()) {
    const doc = above.attached;
    gap = gapOf(text, piece.end, pieces[index + 1]?.start ?? text.length);
    const [first] = gap.comments;
    const isTrailing = first !== undefined && first.breaksBefore === 0;
    trailing = isTrailing ? first.text : null;
    if (isTrailing) gap = { ...gap, comments: gap.comments.slice(1) };
    above = blocksIn(gap, index + 1 < pieces.length);
    const own = linesOf(text, piece, trailing);
    said.push({
      start: doc[0]?.start ?? piece.start,
      end: isTrailing ? first.end : piece.end,
      lines: [...doc.map((comment) => comment.text), ...own],
      touchesAbove: false,
      isOneLine: piece.declaration !== null && own.length === 1,
      isKept: piece.declaration === null,
    });
    for (const [at, block] of above.alone.entries())
      said.push(aloneBlock(block, at === 0 && block[0]?.breaksBefore === 1));
  }
  return said;
}

function linesOf(text: string, piece: WrittenPiece, trailing: string | null): readonly string[] {
  if (piece.declaration === null) return text.slice(piece.start, piece.end).split(/\r?\n/);
  return layOutDeclaration(text, laidTokens(text, piece.tokens, trailing), piece.declaration);
}

interface Blocks {
  readonly alone: readonly (readonly Comment[])[];
  /** The comments directly above the declaration that follows. */
  readonly attached: readonly Comment[];
}

/** Comments by the blank lines between them. */
function blocksIn({ comments, breaksAfter }: Gap, isFollowed: boolean): Blocks {
  const blocks: Comment[][] = [];
  for (const comment of comments) {
    const current = blocks.at(-1);
    if (current === undefined || comment.breaksBefore > 1) blocks.push([comment]);
    else current.push(comment);
  }
  const attached = isFollowed && breaksAfter === 1 ? blocks.pop() : undefined;
  return { alone: blocks, attached: attached ?? [] };
}

/** A block right under a declaration keeps its indent: it may be a clause that was taken out. */
function aloneBlock(block: readonly Comment[], touchesAbove: boolean): Said {
  const [first] = block;
  const indent = touchesAbove && first?.isFlushLeft === false ? "  " : "";
  const lines = block.map(({ text }) => `${indent}${text}`);
  return {
    start: first?.start ?? 0,
    end: block.at(-1)?.end ?? 0,
    lines,
    touchesAbove,
    isOneLine: false,
    isKept: false,
  };
}

function withBlanks(text: string, said: readonly Said[]): readonly LaidStretch[] {
  const stretches: LaidStretch[] = [];
  let end = 0;
  for (const [index, one] of said.entries()) {
    const before = said[index - 1];
    const blank = text.slice(end, one.start);
    const isTogether = one.touchesAbove || (before?.isOneLine === true && one.isOneLine && !hasBlankLine(blank));
    const between = before === undefined ? "" : isTogether ? "\n" : "\n\n";
    stretches.push({ start: end, end: one.start, text: between, kind: "blank" });
    stretches.push({ start: one.start, end: one.end, text: one.lines.join("\n"), kind: one.isKept ? "kept" : "laid" });
    end = one.end;
  }
  stretches.push({ start: end, end: text.length, text: said.length === 0 ? "" : "\n", kind: "blank" });
  return stretches;
}

function hasBlankLine(blank: string): boolean {
  return blank.indexOf("\n") !== blank.lastIndexOf("\n");
}
