/** In which phrase of the grammar a caret stands: by what would take the next word, or else by what took the last one. */
import type { IToken, TokenType } from "chevrotain";
import type { Source } from "../../source/source.js";
import { date, endOf, plainDigits, plainName, text, tokenAt, word } from "../tokens.js";
import type { Caret } from "./caret.js";
import { shorten } from "./shorten.js";
import { watchingParser } from "./watching-parser.js";

// What a phrase asks for next, most of all a name; then the words that open what may be left out.
const probes: readonly (readonly [TokenType, string])[] = [
  [plainName, "Caret"],
  [plainDigits, "1"],
  [date, "2026-01-01"],
  [text, '""'],
  [word("within"), "within"],
  [word("per"), "per"],
];

/**
 * The phrases around the caret, the outermost first, each as its name and which call of it: `codes 2` is the second
 * asking for codes. Each way in which the next word may be taken, then how the last one was.
 */
export function phrasesAt(source: Source, caret: Caret): readonly (readonly string[])[] {
  if (caret.keyword === null) return [];
  const parser = watchingParser();
  const before: Source = { path: source.path, text: source.text.slice(caret.from, caret.offset) };
  for (const { tokens } of shorten(parser, before, caret.keyword, caret.tokens)) {
    const last = tokens.at(-1);
    const at = last === undefined ? 0 : endOf(last) + 1;
    const pathOf = (all: readonly IToken[], watched: IToken): readonly string[] | null => {
      const { taken } = parser.watch(all, watched);
      return taken === null ? null : taken.path.map(({ phrase, call }) => `${phrase} ${call}`);
    };
    const next = probes.map(([type, image]) => {
      const probe = tokenAt(type, image, at, at + image.length);
      return pathOf([...tokens, probe], probe);
    });
    const found = [...next, last === undefined ? null : pathOf(tokens, last)].filter((path) => path !== null);
    if (found.length > 0) return found;
  }
  return [];
}
