/** What must follow a declaration's keyword in text that is whole: the signature that tells it from a name. */
import type { IToken, TokenType } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import { clauseWords, type DeclarationWord } from "./words.js";
import { anyName, declaredWord, equals, fieldType, freeName, tableRow, text, word } from "./tokens.js";

type Sees = (ahead: number, ...types: readonly TokenType[]) => boolean;

const clauseStarts = clauseWords.map((said) => word(said));

const named: (sees: Sees, ...types: TokenType[]) => boolean = (sees, ...types) =>
  sees(1, declaredWord) && sees(2, ...types);

const signatures: { readonly [W in DeclarationWord]: (sees: Sees) => boolean } = {
  use: (sees) => sees(1, text),
  codes: (sees) => named(sees, equals),
  diagnoses: (sees) => named(sees, equals),
  modifiers: (sees) => named(sees, equals),
  payer: (sees) => named(sees, equals),
  payers: (sees) => named(sees, equals),
  setting: (sees) => named(sees, equals),
  // `field text from "HEADER"` is a column called field.
  field: (sees) => named(sees, fieldType) && !sees(2, word("from")),
  episode: (sees) => named(sees, word("of"), word("starts")),
  authority: (sees) => named(sees, text),
  table: (sees) =>
    !sees(1, word("from")) &&
    (named(sees, tableRow, word("from")) || (named(sees, word("lists")) && sees(3, word("valid")))),
  layout: (sees) => named(sees, anyName) && sees(3, word("from")),
  rule: (sees) => named(sees, text),
  override: (sees) => sees(1, freeName) && sees(2, ...clauseStarts),
  waive: (sees) => sees(1, freeName) && sees(2, ...clauseStarts),
  test: (sees) => sees(1, text),
};

/** True where the tokens after a keyword are those that its declaration must start with. */
export function hasSignature(tokens: readonly IToken[], at: number, keyword: DeclarationWord): boolean {
  return signatures[keyword]((ahead, ...types) => {
    const token = tokens[at + ahead];
    return token !== undefined && types.some((type) => tokenMatcher(token, type));
  });
}
