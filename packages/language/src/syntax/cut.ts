/** Cuts the tokens of a file into its declarations. */
import type { Diagnostic } from "@edict/rulebook";
import type { IToken, TokenType } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Source } from "../source/source.js";
import type { LanguageWord } from "./words.js";
import { declarationWords } from "./words.js";
import { comma, declaredWord, dot, endOf, equals, fieldType, isHardWord, tableRow, text, word } from "./tokens.js";

export function cut(source: Source, tokens: readonly IToken[], diagnostics: Diagnostic[]): IToken[][] {
  const pieces: IToken[][] = [];
  let current: IToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (starts(tokens, at, current)) {
      if (current.length > 0) pieces.push(current);
      current = [];
    }
    current.push(token);
  }
  if (current.length > 0) pieces.push(current);
  return pieces;
}

const starters = new Map<TokenType, LanguageWord>(declarationWords.map((text) => [word(text), text]));

function starts(tokens: readonly IToken[], at: number, current: readonly IToken[]): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const keyword = starters.get(token.tokenType);
  if (keyword === undefined) return false;
  const sees = (ahead: number, type: TokenType): boolean => {
    const other = tokens[at + ahead];
    return other !== undefined && tokenMatcher(other, type);
  };
  const name = (ahead: number) => sees(ahead, declaredWord);
  const prior = tokens[at - 1];
  if (prior !== undefined && prior.tokenType === dot) return false;
  switch (keyword) {
    case "use":
      return sees(1, text);
    case "test":
      return sees(1, text);
    case "codes":
    case "diagnoses":
    case "modifiers":
    case "payer":
    case "payers":
    case "setting":
      return name(1) && sees(2, equals);
    case "field":
      return name(1) && sees(2, fieldType);
    case "episode":
      return name(1) && (sees(2, word("of")) || sees(2, word("starts")));
    case "authority":
    case "rule":
      return name(1) && sees(2, text);
    case "table":
      return name(1) && (sees(2, tableRow) || sees(2, word("from")));
    case "layout":
      return name(1) && sees(3, word("from"));
    default:
      return name(1) && tokens[at + 2] !== undefined;
  }
}
