/**
 * The parts of a declaration, as far as they can be told from its tokens alone: the clauses of a rule, the lines of a
 * test, the entries of a layout. A part that cannot be read is left out, and the rest is read again.
 */
import type { IToken, TokenType } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import type { Source } from "../../source/source.js";
import { anyName, codeLike, comma, comparison, date, dot, numberWord, word } from "../tokens.js";
import type { DeclarationWord } from "../words.js";

/** Tells parts by their first tokens. */
export interface PartStarts {
  (index: number): boolean;
}

const sureClauseStarts = new Set<TokenType>(
  (
    [
      "effective",
      "because",
      "bundle",
      "forbid",
      "sequence",
      "limit",
      "replace",
      "when",
      "unless",
      "deny",
      "hold",
      "review",
      "advise",
      "suggest",
    ] as const
  ).map(word),
);
const likelyClauseStarts = new Set<TokenType>((["for", "in", "each", "first", "last", "expect"] as const).map(word));
/** After these, a word of the language is a name, or goes with what came before. */
const binders = new Set<TokenType>([
  dot,
  comma,
  ...(["same", "and", "or", "not", "then", "suggest", "at", "having", "the"] as const).map(word),
]);

/** How the parts of a declaration start. */
export function partStarts(source: Source, keyword: DeclarationWord, tokens: readonly IToken[]): PartStarts {
  const typeAt = (index: number): TokenType | undefined => tokens[index]?.tokenType;
  const sees = (index: number, type: TokenType): boolean => {
    const token = tokens[index];
    return token !== undefined && tokenMatcher(token, type);
  };
  const isFirstOnLine = (index: number): boolean => {
    const token = tokens[index];
    if (token === undefined) return false;
    const lineStart = source.text.lastIndexOf("\n", token.startOffset - 1) + 1;
    return source.text.slice(lineStart, token.startOffset).trim() === "";
  };
  switch (keyword) {
    case "rule":
    case "override":
    case "waive":
      return (index) => {
        const type = typeAt(index);
        const before = typeAt(index - 1);
        if (type === undefined || index < 2) return false;
        if (before !== undefined && binders.has(before)) return false;
        if (sees(index + 1, comparison) || typeAt(index + 1) === word("is")) return false;
        if (sureClauseStarts.has(type)) return true;
        return likelyClauseStarts.has(type) && isFirstOnLine(index) && typeAt(index + 1) !== word("every");
      };
    case "test":
      return (index) => {
        const type = typeAt(index);
        if (type === undefined || index < 2) return false;
        if (type === word("expect")) return true;
        const lead = type === word("day") || type === word("days") || type === word("weekdays");
        const leads = (lead && sees(index + 1, numberWord)) || (type === date && sees(index + 1, codeLike));
        const afterOn = typeAt(index - 2) === word("on") || typeAt(index - 1) === word("starting");
        return !afterOn && (leads || ((lead || type === date || type === word("given")) && isFirstOnLine(index)));
      };
    case "layout":
      return (index) =>
        index >= 2 && sees(index, anyName) && (typeAt(index + 1) === word("from") || isFirstOnLine(index));
    default:
      return () => false;
  }
}

/** True of declarations that are a header and parts, each of which can be left out. */
export function hasParts(keyword: DeclarationWord): boolean {
  return ["rule", "override", "waive", "test", "layout"].includes(keyword);
}

/** The first start of a part at or after a token; the end where there is none. */
export function nextPart(starts: PartStarts, tokens: readonly IToken[], from: number): number {
  let index = from;
  while (index < tokens.length && !starts(index)) index++;
  return index;
}

/** The start of the part that a token belongs to; -1 where it stands before all parts. */
export function partBefore(starts: PartStarts, from: number): number {
  let index = from;
  while (index >= 0 && !starts(index)) index--;
  return index;
}
