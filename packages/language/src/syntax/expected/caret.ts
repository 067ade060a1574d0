/**
 * The place of the caret, by its tokens: the declaration that is being written, what of it stands before the caret, and
 * the word that is half typed there.
 */
import type { IToken } from "chevrotain";
import type { Source } from "../../source/source.js";
import { isFirstOnLine } from "../../source/source.js";
import { cut } from "../cut.js";
import { lex } from "../lex.js";
import { isUnterminated } from "../literals.js";
import {
  closeParenthesis,
  comma,
  comparison,
  diagnosisWord,
  dot,
  dots,
  endOf,
  manyParentheses,
  openParenthesis,
  tableRow,
  text,
} from "../tokens.js";
import type { DeclarationWord } from "../words.js";
import { tokenMatcher } from "chevrotain";

/** Before the caret. Offsets are those of the whole source. */
export interface Caret {
  readonly offset: number;
  /** The declaration in which the caret stands, as far as the text before it tells; null before the first. */
  readonly keyword: DeclarationWord | null;
  /** Its tokens before the word at the caret. Their places count from `from`. */
  readonly tokens: readonly IToken[];
  readonly from: number;
  /** The word at the caret, which what is offered takes the place of; empty where there is none. */
  readonly word: { readonly start: number; readonly end: number };
  /** What is written around it: words, or a text in quotes, a row of a table, a comment. */
  readonly within: "words" | "text" | "row" | "comment";
  /** Nothing stands before the word on its line. */
  readonly startsLine: boolean;
  /** The word stands at the very left, where declarations start. */
  readonly atMargin: boolean;
}

/** The caret at an offset; `from` is where a declaration starts that is known to be one, or 0. */
export function caretAt(source: Source, from: number, offset: number): Caret {
  const before: Source = { path: source.path, text: source.text.slice(from, offset) };
  const { tokens } = lex(before);
  const last = tokens.at(-1);
  const within = whereIs(before, last);
  const start =
    within === "words" ? wordStart(before, tokens) : within === "text" ? (last?.startOffset ?? 0) : before.text.length;
  const kept =
    within === "words"
      ? tokens.filter((token) => token.startOffset < start)
      : within === "comment"
        ? tokens
        : tokens.slice(0, -1);
  const piece = cut(before, kept, []).at(-1);
  return {
    offset,
    keyword: piece?.keyword ?? null,
    tokens: piece?.tokens ?? [],
    from,
    word: {
      start: from + start,
      end: within === "words" && from + start < offset ? wordEnd(source, from + start, offset) : offset,
    },
    within,
    startsLine: isFirstOnLine(source, from + start),
    atMargin: from + start === 0 || source.text.charAt(from + start - 1) === "\n",
  };
}

function whereIs({ text: written }: Source, last: IToken | undefined): Caret["within"] {
  if (last === undefined) return isComment(written) ? "comment" : "words";
  if (last.tokenType === text && endOf(last) === written.length && isUnterminated(last.image)) return "text";
  if (last.tokenType === tableRow && !written.slice(endOf(last)).includes("\n")) return "row";
  return isComment(written.slice(endOf(last))) ? "comment" : "words";
}

function isComment(blank: string): boolean {
  return blank.slice(blank.lastIndexOf("\n") + 1).includes("#");
}

/** Where the word that ends at the caret starts; the caret where there is none. */
function wordStart({ text: written }: Source, tokens: readonly IToken[]): number {
  const end = written.length;
  const last = tokens.at(-1);
  if (last === undefined) return end;
  // `RO-` and `C61.` are words that go on; the lexer has not seen their last sign as a part of them.
  const before = last.tokenType === dot ? tokens.at(-2) : undefined;
  if (before?.tokenType === diagnosisWord && endOf(before) === last.startOffset && endOf(last) === end)
    return before.startOffset;
  if (isSign(last)) return end;
  const rest = written.slice(endOf(last));
  return rest === "" || rest === "-" ? last.startOffset : end;
}

function isSign(token: IToken): boolean {
  const signs = [comma, dot, dots, openParenthesis, closeParenthesis, manyParentheses, text, tableRow];
  return signs.includes(token.tokenType) || tokenMatcher(token, comparison);
}

function wordEnd({ text: written }: Source, start: number, offset: number): number {
  const isDiagnosis = /^[A-Z]\d[0-9A-Z]$/.test(written.slice(start, offset));
  const rest = (isDiagnosis ? /^[\w-]*(?:\.\w+)?/ : /^[\w-]*/).exec(written.slice(offset, offset + 200));
  return offset + (rest?.[0].length ?? 0);
}
