/**
 * A file as it is written, for the formatter: its declarations in order, each with the places of its tokens, and its
 * tree where nothing in it is wrong. Comments and white space are what lies between the places.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { Node } from "../ast/nodes.js";
import type { Source } from "../source/source.js";
import { cut } from "./cut.js";
import type { BareDeclaration } from "./grammar/declarations.js";
import { lex } from "./lex.js";
import { parseDeclaration } from "./parse-declaration.js";
import { endOf } from "./tokens.js";

/** A declaration as it is written, or tokens that belong to none. */
export interface WrittenPiece extends Node {
  readonly tokens: readonly Node[];
  /** Null where something in it is wrong or belongs to no declaration. */
  readonly declaration: BareDeclaration | null;
}

/** The declarations of a file in the order of the text. */
export function writtenPieces(source: Source): readonly WrittenPiece[] {
  const { tokens, diagnostics } = lex(source);
  const pieces: WrittenPiece[] = [];
  for (const { keyword, tokens: own } of cut(source, tokens, diagnostics)) {
    const places = own.map((token): Node => ({ start: token.startOffset, end: endOf(token) }));
    const read = keyword === null ? null : parseDeclaration(source, keyword, own, diagnostics);
    const declaration = read === null || read.broken ? null : read.declaration;
    pieces.push({ start: places[0]?.start ?? 0, end: places.at(-1)?.end ?? 0, tokens: places, declaration });
  }
  return withoutMistaken(pieces, diagnostics);
}

/** A declaration with a mistake in it is not taken for whole, even where a tree of it was made. */
function withoutMistaken(pieces: readonly WrittenPiece[], diagnostics: readonly Diagnostic[]): readonly WrittenPiece[] {
  const places = diagnostics.map(({ span }) => span.start).sort((left, right) => left - right);
  let next = 0;
  return pieces.map((piece) => {
    while ((places[next] ?? Infinity) < piece.start) next++;
    return (places[next] ?? Infinity) <= piece.end ? { ...piece, declaration: null } : piece;
  });
}
