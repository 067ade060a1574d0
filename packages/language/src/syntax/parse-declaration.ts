/** One declaration's tokens to its node. */
import type { Diagnostic } from "@edict/rulebook";
import type { IToken } from "chevrotain";
import type { Source } from "../source/source.js";
import type { BareDeclaration } from "./grammar/declarations.js";
import { EdictParser } from "./grammar/declarations.js";

const parser = new EdictParser();

export function parseDeclaration(
  source: Source,
  tokens: IToken[],
  diagnostics: Diagnostic[],
): { declaration: BareDeclaration | null; broken: boolean } {
  parser.source = source;
  parser.complaints = [];
  parser.openPart = null;
  parser.input = tokens;
  const declaration: BareDeclaration | undefined = parser.declaration();
  diagnostics.push(...parser.complaints);
  return { declaration: declaration ?? null, broken: parser.errors.length > 0 };
}
