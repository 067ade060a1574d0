/** A declaration that is a list: the item that cannot be read is left out, and what is left is a list again. */
import type { IToken } from "chevrotain";
import { comma, equals, tableRow, text, word } from "../tokens.js";
import type { DeclarationWord } from "../words.js";
import { skeleton } from "./skeletons.js";

/** A stretch of tokens, from `first` up to but not including `end`. */
interface Range {
  readonly first: number;
  readonly end: number;
}

/** The tokens without the item that a token stands in, or the shortest declaration where that does not help. */
export function withoutItem(
  keyword: DeclarationWord,
  tokens: readonly IToken[],
  index: number,
): readonly IToken[] | null {
  const list = listStart(tokens);
  const bare = skeleton(keyword, tokens);
  if (list < 0 || index < list) return withRows(keyword, tokens, bare);
  const item = itemAround(tokens, list, index);
  const rest = tokens.toSpliced(item.first, item.end - item.first);
  if (rest.at(-1)?.tokenType === word("except")) rest.pop();
  const opening = rest[list];
  if (rest.length >= tokens.length) return bare;
  if (opening !== undefined && opening.tokenType !== word("except")) return rest;
  // The list is empty but for what `except` takes away: what stands for an item in the shortest declaration.
  return bare === null ? null : [...bare.slice(0, list), ...bare.slice(list), ...rest.slice(list)];
}

/** A written table keeps its rows, whatever stands between its name and them. */
function withRows(
  keyword: DeclarationWord,
  tokens: readonly IToken[],
  bare: readonly IToken[] | null,
): readonly IToken[] | null {
  const rows = tokens.filter((token) => token.tokenType === tableRow);
  return keyword === "table" && bare !== null && rows.length > 0 ? [...bare.slice(0, 2), ...rows] : bare;
}

/** Where a declaration's list starts, or -1 for one that is no list. */
function listStart(tokens: readonly IToken[]): number {
  const [keyword, , third, fourth] = tokens;
  if (third?.tokenType === equals) return 3;
  if (keyword?.tokenType === word("table") && third?.tokenType === word("from") && fourth?.tokenType === text) return 4;
  return -1;
}

/** The item of a list that a token stands in, with one of its commas where both sides have one. */
function itemAround(tokens: readonly IToken[], list: number, index: number): Range {
  const separates = (at: number): boolean => {
    const type = tokens[at]?.tokenType;
    return type === comma || type === word("except");
  };
  let first = Math.min(index, tokens.length);
  while (first > list && !separates(first - 1)) first--;
  let end = Math.max(first, index);
  while (end < tokens.length && !separates(end)) end++;
  if (end === first) end = Math.min(end + 1, tokens.length);
  else if (tokens[first - 1]?.tokenType === comma && first > list) first--;
  else if (tokens[end]?.tokenType === comma) end++;
  if (end === first && first > list) first--;
  return { first, end };
}
