/**
 * What a declaration comes to where all but its name was lost: the shortest one of its kind, so that the name is
 * declared and nothing that uses it is reported for it. Words that were put in take no room, and what they stand for
 * is taken out of the tree again.
 */
import type { IToken, TokenType } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import { declaredWord, endOf, equals, plainDigits, plainName, text, tokenAt, word } from "../tokens.js";
import type { DeclarationWord } from "../words.js";

/** `NAME` is the declaration's own. */
type Piece = readonly [TokenType, string];

const name = "NAME";
const hole: Piece = [plainName, ""];
const emptyText: Piece = [text, '""'];

const skeletons: { readonly [W in DeclarationWord]: readonly (Piece | typeof name)[] } = {
  use: [],
  codes: [name, [equals, "="], hole],
  diagnoses: [name, [equals, "="], hole],
  modifiers: [name, [equals, "="], hole],
  payer: [name, [equals, "="], emptyText],
  payers: [name, [equals, "="], hole],
  setting: [name, [equals, "="], [word("place"), "place"], hole],
  field: [name, [word("text"), "text"]],
  episode: [
    name,
    [word("of"), "of"],
    hole,
    [word("ends"), "ends"],
    [word("after"), "after"],
    [plainDigits, "1"],
    [word("days"), "days"],
    [word("idle"), "idle"],
  ],
  authority: [name, emptyText],
  table: [name, [word("from"), "from"], emptyText, hole, [word("text"), "text"]],
  layout: [name],
  rule: [name, emptyText],
  override: [name],
  waive: [name],
  test: [emptyText],
};

/** The shortest declaration with the keyword and the name of the one given, or null where it has no name. */
export function skeleton(keyword: DeclarationWord, tokens: readonly IToken[]): IToken[] | null {
  const [first, second, third] = tokens;
  const pattern = skeletons[keyword];
  if (first === undefined || pattern.length === 0) return null;
  const filled: IToken[] = [first];
  let end = endOf(first);
  for (const piece of pattern) {
    if (piece === name) {
      if (second === undefined || !tokenMatcher(second, declaredWord)) return null;
      filled.push(second);
      end = endOf(second);
      continue;
    }
    // A title that is there is kept.
    const kept = [second, third].find((token) => token?.tokenType === text && !filled.includes(token));
    if (
      piece === emptyText &&
      kept !== undefined &&
      kept.startOffset >= end &&
      keyword !== "payer" &&
      keyword !== "table"
    ) {
      filled.push(kept);
      end = endOf(kept);
    } else filled.push(tokenAt(piece[0], piece[1], end, end));
  }
  return filled;
}
