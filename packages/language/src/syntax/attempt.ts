/** One try to read a declaration's tokens: the node, or where and why it failed. */
import type { Diagnostic } from "@edict/rulebook";
import type { IToken } from "chevrotain";
import type { Source } from "../source/source.js";
import type { BareDeclaration } from "./grammar/declarations.js";
import { EdictParser } from "./grammar/declarations.js";

// Building a parser takes longer than reading a file: there is one. It keeps nothing from one declaration to the next.
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
export function attempt(source: Source, tokens: readonly IToken[]): Attempt {
  parser.source = source;
  parser.complaints = [];
  parser.openPart = null;
  // Chevrotain puts sentinels at the end of its input and takes them away again: a copy of our own.
  parser.input = tokens.slice();
  // Chevrotain throws inside itself to get out of a phrase; nobody reads those stack traces, and they cost most of it.
  const traces: unknown = Reflect.get(Error, "stackTraceLimit");
  Reflect.set(Error, "stackTraceLimit", 0);
  let declaration: BareDeclaration | undefined;
  try {
    declaration = parser.declaration();
  } finally {
    Reflect.set(Error, "stackTraceLimit", traces);
  }
  const complaints = parser.complaints;
  const [error] = parser.errors;
  if (error === undefined) return { declaration: declaration ?? null, complaints, failure: null };
  const found = tokens.indexOf(error.token);
  const index = found < 0 ? tokens.length : found;
  const open: IToken | null = parser.openPart;
  return {
    declaration: null,
    complaints,
    failure: {
      index,
      offset: found < 0 ? atTheEnd : error.token.startOffset,
      part: open === null ? -1 : tokens.indexOf(open),
      wanted: error.message,
      phrases: error.context.ruleStack,
    },
  };
}
