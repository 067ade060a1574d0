/** Tokens as the protocol has them: five whole numbers each, the places told from the one before. */
import type { SemanticToken } from "@edict/language";
import { tokenModifiers, tokenTypes } from "@edict/language";
import type { Range, SemanticTokensEdit } from "vscode-languageserver/node";
import type { Offsets } from "../positions.js";

/** Tokens in the order of the text; one that runs over a line is left out, as the protocol knows none. */
export function encoded(tokens: readonly SemanticToken[], rangeOf: (stretch: Offsets) => Range): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens) {
    const { start, end } = rangeOf(token);
    if (start.line !== end.line) continue;
    const type = tokenTypes.indexOf(token.type);
    const modifiers = token.modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
    data.push(
      start.line - line,
      start.line === line ? start.character - character : start.character,
      end.character - start.character,
      type,
      modifiers,
    );
    ({ line, character } = start);
  }
  return data;
}

/** One edit that makes `after` of `before`: what differs between their common beginning and their common end. */
export function editsBetween(before: readonly number[], after: readonly number[]): readonly SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start === before.length && start === after.length) return [];
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [{ start, deleteCount: before.length - start - end, data: after.slice(start, after.length - end) }];
}
