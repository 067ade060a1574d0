/** How deep parentheses and `not` stand within each other; the parser calls itself for each, so there is a limit. */
import type { IToken } from "chevrotain";
import { closeParenthesis, manyParentheses, openParenthesis, word } from "./tokens.js";

const deepest = 200;

/** The number of the first token that stands too deep, or -1. */
export function tooDeep(tokens: readonly IToken[]): number {
  const not = word("not");
  const enclosing: number[] = [];
  let base = 0;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    switch (token.tokenType) {
      case manyParentheses:
        return index;
      case openParenthesis:
        enclosing.push(base);
        base = ++depth;
        break;
      case not:
        depth++;
        break;
      case closeParenthesis:
        base = enclosing.pop() ?? 0;
        depth = base;
        break;
      default:
        depth = base;
    }
    if (depth > deepest) return index;
  }
  return -1;
}
