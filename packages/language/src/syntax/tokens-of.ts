/** The tokens of a file for whoever asks after it is parsed: cut once for each source, since several ask one after another. */
import type { Source } from "../source/source.js";
import { lex } from "./lex.js";

/** The tokens of a source, comments left out. */
export function tokensOf(source: Source): ReturnType<typeof lex>["tokens"] {
  const known = tokensOfSources.get(source);
  if (known !== undefined) return known;
  const { tokens } = lex(source);
  tokensOfSources.set(source, tokens);
  return tokens;
}

// A source is never changed.
const tokensOfSources = new WeakMap<Source, ReturnType<typeof lex>["tokens"]>();
