/**
 * Of the tokens before the caret, those that decide what may follow: the head of the declaration and the part that the
 * caret stands in, and of a long list its end. What stood in earlier parts, broken or not, has no say.
 */
import type { IToken, TokenType } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import type { Source } from "../../source/source.js";
import { hasParts, nextPart, partBefore, partStarts } from "../repair/parts.js";
import { skeleton } from "../repair/skeletons.js";
import { comma, itemWord, tableRow, text, word } from "../tokens.js";
import type { DeclarationWord } from "../words.js";
import type { WatchingParser } from "./watching-parser.js";

export interface Shortened {
  readonly tokens: readonly IToken[];
  /** The tokens up to the caret, by which the parts that were begun are told; what could not be read is not among them. */
  readonly parts: readonly IToken[];
}

/** The tokens that decide, in ways of reading the text before the caret, the nearest to it first. */
export function* shorten(
  parser: WatchingParser,
  source: Source,
  keyword: DeclarationWord,
  tokens: readonly IToken[],
): Generator<Shortened> {
  const lean = withoutMiddle(tokens);
  const whole = parser.watch(lean, null);
  // The last word may need what comes next to be read: `requires 77290 in`, and then `the same`.
  if (whole.read >= lean.length - 1) {
    const { parts } = whole;
    const [first] = parts;
    const last = parts.at(-1);
    if (first === undefined || last === undefined || !hasParts(keyword)) yield { tokens: lean, parts };
    else {
      const start = lean.indexOf(last);
      // `in` may start a clause, or `in the same` what goes on with the part before.
      const before = lean.length - start <= 2 ? parts.at(-2) : undefined;
      const kept = before === undefined ? start : lean.indexOf(before);
      yield { tokens: [...lean.slice(0, lean.indexOf(first)), ...lean.slice(kept)], parts };
    }
  }
  for (const shorter of withoutBroken(source, keyword, lean)) {
    const again = parser.watch(shorter, null);
    if (again.read === shorter.length) yield { tokens: shorter, parts: [...whole.parts.slice(0, -1), ...again.parts] };
  }
}

function* withoutBroken(
  source: Source,
  keyword: DeclarationWord,
  tokens: readonly IToken[],
): Generator<readonly IToken[]> {
  if (!hasParts(keyword)) {
    // A list that is broken farther up: its head and what follows its last comma.
    const head = tokens.slice(0, 3);
    const at = tokens.findLastIndex((token) => token.tokenType === comma);
    if (at >= head.length) yield [...head, ...tokens.slice(at + 1)];
    return;
  }
  const starts = partStarts(source, keyword, tokens);
  const first = nextPart(starts, tokens, 1);
  const header = skeleton(keyword, tokens);
  const heads = [tokens.slice(0, first), ...(header === null ? [] : [header])];
  const last = partBefore(starts, tokens.length - 1);
  if (last >= 0) for (const head of heads) yield [...head, ...tokens.slice(last)];
  // The part itself is broken: as if it were not there.
  yield* heads;
}

/** A list goes on in the same way after its second item as after its hundredth. */
function withoutMiddle(tokens: readonly IToken[]): readonly IToken[] {
  if (tokens.length < 40) return tokens;
  const kept: IToken[] = [];
  for (const [at, token] of tokens.entries()) {
    const isRow = token.tokenType === tableRow;
    if (isRow && [at - 1, at - 2, at + 1].every((near) => tokens[near]?.tokenType === tableRow)) continue;
    if (isListed(tokens, at, itemWord) || isListed(tokens, at, text)) continue;
    // The comma of an item that was left out.
    const before = tokens[at - 1];
    if (token.tokenType === comma && before !== undefined && kept.at(-1) !== before && !isRow) continue;
    kept.push(token);
  }
  return kept;
}

/** `, ITEM,` with the same before it and after it. A word that may start a field's values is none. */
function isListed(tokens: readonly IToken[], at: number, type: TokenType): boolean {
  const isItem = (index: number): boolean => {
    const token = tokens[index];
    return token !== undefined && tokenMatcher(token, type) && token.tokenType !== word("starting");
  };
  const isComma = (index: number): boolean => tokens[index]?.tokenType === comma;
  return [at - 2, at, at + 2].every(isItem) && [at - 3, at - 1, at + 1, at + 3].every(isComma);
}
