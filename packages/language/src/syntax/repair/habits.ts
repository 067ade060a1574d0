/**
 * What people write from habit, in other words than the language's: `and` before the last item of a list, `is not`,
 * a reason code without `as`. Each repair says the language's own way.
 */
import type { IToken } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import { report } from "../../diagnostics/report.js";
import { syntax } from "../../diagnostics/syntax.js";
import type { Source } from "../../source/source.js";
import type { Failure } from "../attempt.js";
import { comma, endOf, itemWord, text, tokenAt, tokenStretch, word } from "../tokens.js";
import type { LanguageWord } from "../words.js";
import type { Candidate } from "./candidates.js";

/** Words that the language has another word for. */
export const synonyms: ReadonlyMap<string, LanguageWord> = new Map<string, LanguageWord>([
  ["prior", "before"],
  ["earlier", "before"],
  ["later", "after"],
  ["afterwards", "after"],
  ["if", "when"],
  ["every", "each"],
  ["all", "each"],
  ["date", "day"],
  ["denied", "deny"],
  ["reject", "deny"],
  ["flag", "review"],
  ["warn", "advise"],
  ["pend", "hold"],
  ["need", "requires"],
  ["needs", "requires"],
  ["must", "requires"],
  ["blank", "missing"],
  ["empty", "missing"],
  ["filled", "present"],
]);

/** The repairs of habits at a failure. */
export function habits(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  return [
    ...wordInList(source, tokens, failure.index, failure),
    ...wordInList(source, tokens, failure.index - 2, failure),
    ...isNot(source, tokens, failure),
    ...reasonWithoutAs(source, tokens, failure),
  ];
}

/** `77280 and 77290`, and `C61 or C71`, where the second was taken for another comparison. */
function wordInList(source: Source, tokens: readonly IToken[], at: number, failure: Failure): Candidate[] {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || token === undefined || after === undefined || !isItem(before) || !isItem(after))
    return [];
  if (token.tokenType !== word("and") && token.tokenType !== word("or")) return [];
  const place = tokenStretch(source, token);
  return [
    {
      tokens: tokens.with(at, tokenAt(comma, ",", token.startOffset, endOf(token))),
      past: failure.offset,
      diagnostic: () => {
        const gap = { source, start: endOf(before), end: endOf(token) };
        const fixes = [{ title: "write a comma", edits: [{ at: gap, text: "," }] }];
        return report(syntax, "word-in-a-list", place, { word: token.image }, { fixes });
      },
    },
  ];
}

/** `modifier is not 59` */
function isNot(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const at = failure.index;
  const [is, not, value] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (is?.tokenType !== word("is") || not?.tokenType !== word("not") || value === undefined) return [];
  const field = tokens[at - 3]?.image === "primary" ? at - 3 : at - 2;
  const first = tokens[field];
  if (first === undefined) return [];
  // `is not in C61` has no `is` either.
  const isIn = value.tokenType === word("in");
  const moved = tokenAt(word("not"), "not", first.startOffset, first.startOffset);
  return [
    {
      tokens: [...tokens.slice(0, field), moved, ...tokens.slice(field, isIn ? at - 1 : at), ...tokens.slice(at + 1)],
      past: failure.offset,
      diagnostic: () => {
        const place = { source, start: first.startOffset, end: endOf(not) };
        const kept = source.text.slice(first.startOffset, isIn ? is.startOffset : endOf(is)).trimEnd();
        const instead = `not ${kept}`;
        const fixes = [{ title: `write ${instead}`, edits: [{ at: place, text: instead }] }];
        return report(syntax, "is-not", place, { instead: `${instead} ${value.image}` }, { fixes });
      },
    },
  ];
}

/** `deny CARC 97` */
function reasonWithoutAs(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const token = tokens[failure.index];
  if (token?.tokenType !== word("CARC")) return [];
  const { startOffset: at } = token;
  return [
    {
      tokens: tokens.toSpliced(failure.index, 0, tokenAt(word("as"), "as", at, at)),
      past: failure.offset,
      diagnostic: () => {
        const fixes = [{ title: "write as", edits: [{ at: { source, start: at, end: at }, text: "as " }] }];
        return report(
          syntax,
          "missing-word",
          tokenStretch(source, token),
          { missing: "as", before: "CARC" },
          { fixes },
        );
      },
    },
  ];
}

function isItem(token: IToken): boolean {
  return tokenMatcher(token, itemWord) || token.tokenType === text;
}
