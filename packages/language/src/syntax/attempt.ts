/** One try to read a declaration's tokens: the node, or where and why it failed. */
import type { Diagnostic } from "@edict/rulebook";
import type { Token } from "./token-types.js";
import type { Source } from "../source/source.js";
import type { BareDeclaration } from "./grammar/declarations.js";
import { EdictParser } from "./grammar/declarations.js";

// One is enough: it keeps nothing from one declaration to the next.
const parser = new EdictParser();

/** The offset of a failure at the end of the tokens. */
export const atTheEnd = Number.MAX_SAFE_INTEGER;

/** Why a declaration could not be read. */
export interface Failure {
  /** The number of the token that could not stand where it is; past the last one at the end. */
  readonly index: number;
  /** Its offset, by which two failures are compared; `atTheEnd` at the end. */
  readonly offset: number;
  /** The first token of the clause, line or entry that was being read; -1 between them and in a header. */
  readonly part: number;
  /** The name of the token type that was wanted, or a key of what was; empty where all was read but for a rest. */
  readonly wanted: string;
  /** The phrases that were being read, the innermost last. */
  readonly phrases: readonly string[];
}

export interface Attempt {
  readonly declaration: BareDeclaration | null;
  readonly complaints: readonly Diagnostic[];
  readonly failure: Failure | null;
}

/** Reads the tokens of one declaration. */
export function attempt(source: Source, tokens: readonly Token[]): Attempt {
  parser.source = source;
  const { node, stop } = parser.read(tokens);
  const { complaints } = parser;
  if (stop === null) return { declaration: node, complaints, failure: null };
  const found = tokens.indexOf(stop.token);
  const index = found < 0 ? tokens.length : found;
  const open = parser.openPart;
  return {
    declaration: null,
    complaints,
    failure: {
      index,
      offset: found < 0 ? atTheEnd : stop.token.startOffset,
      part: open === null ? -1 : tokens.indexOf(open),
      wanted: stop.wanted,
      phrases: stop.phrases,
    },
  };
}
