/**
 * What the language has a sign or a form of its own for, spelt as people spell it elsewhere: `greater than`, `5,000`,
 * and `77301 requires` without `each`.
 */
import type { IToken } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import { report } from "../../diagnostics/report.js";
import { syntax } from "../../diagnostics/syntax.js";
import type { Source } from "../../source/source.js";
import type { Failure } from "../attempt.js";
import {
  comma,
  dots,
  equals,
  endOf,
  fiveDigits,
  itemWord,
  otherComparison,
  plainDigits,
  tokenAt,
  tokenStretch,
  word,
} from "../tokens.js";
import type { LanguageWord } from "../words.js";
import type { Candidate } from "./candidates.js";
import { onOneLine } from "../../source/source.js";

/** The repairs of such spellings at a failure. */
export function speltOtherwise(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  return [
    ...comparisonInWords(source, tokens, failure, failure.index),
    ...comparisonInWords(source, tokens, failure, failure.index - 1),
    ...between(source, tokens, failure),
    ...otherWords(source, tokens, failure),
    ...commaInNumber(source, tokens, failure),
    ...rangeInWords(source, tokens, failure),
    ...requiresWithoutEach(source, tokens, failure),
  ];
}

/** How comparisons are said, the longer phrases first. */
const phrases: readonly (readonly [words: readonly string[], sign: string])[] = [
  [["greater", "than", "or", "equal", "to"], ">="],
  [["less", "than", "or", "equal", "to"], "<="],
  [["greater", "than"], ">"],
  [["more", "than"], ">"],
  [["less", "than"], "<"],
  [["fewer", "than"], "<"],
  [["at", "least"], ">="],
  [["at", "most"], "<="],
  [["not", "equal", "to"], "!="],
  [["equal", "to"], "="],
  [["equals"], "="],
  [["exceeds"], ">"],
  [["above"], ">"],
  [["over"], ">"],
  [["below"], "<"],
  [["under"], "<"],
];

/** `units greater than 4`, `units is at least 4` */
function comparisonInWords(source: Source, tokens: readonly IToken[], failure: Failure, from: number): Candidate[] {
  if (from < 1) return [];
  const said = phrases.find(([words]) => words.every((one, index) => tokens[from + index]?.image === one));
  if (said === undefined) return [];
  const [words, sign] = said;
  const start = tokens[from - 1]?.tokenType === word("is") ? from - 1 : from;
  const end = from + words.length;
  const [first, last] = [tokens[start], tokens[end - 1]];
  if (first === undefined || last === undefined) return [];
  const at = { source, start: first.startOffset, end: endOf(last) };
  const type = sign === "=" ? equals : otherComparison;
  return [
    written(source, at, sign, {
      tokens: tokens.toSpliced(start, end - start, tokenAt(type, sign, at.start, at.end)),
      past: failure.offset,
    }),
  ];
}

/** `age between 18 and 65` */
function between(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const at = failure.index;
  const [field, said, low, and, high] = [at - 1, at, at + 1, at + 2, at + 3].map((index) => tokens[index]);
  if (field === undefined || said?.image !== "between" || low === undefined || high === undefined) return [];
  if (and?.tokenType !== word("and")) return [];
  const stretch = { source, start: field.startOffset, end: endOf(high) };
  const sign = (image: string): IToken => tokenAt(otherComparison, image, said.startOffset, endOf(said));
  return [
    written(source, stretch, `${field.image} >= ${low.image} and ${field.image} <= ${high.image}`, {
      tokens: tokens.toSpliced(at - 1, 5, field, sign(">="), low, and, field, sign("<="), high),
      past: failure.offset,
    }),
  ];
}

/** Two words for the language's own, the first of which cannot stand. */
const pairs: readonly (readonly [said: readonly [string, string], meant: readonly LanguageWord[]])[] = [
  [["must", "have"], ["requires"]],
  [["needs", "a"], ["requires"]],
  [
    ["a", "day"],
    ["per", "day"],
  ],
  [
    ["each", "day"],
    ["per", "day"],
  ],
];

/** `77301 must have Simulation before`, `2 units a day` */
function otherWords(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const at = failure.index;
  const [first, second] = [tokens[at], tokens[at + 1]];
  const found = pairs.find(([[one, other]]) => first?.image === one && second?.image === other);
  if (first === undefined || second === undefined || found === undefined) return [];
  const [, meant] = found;
  const stretch = { source, start: first.startOffset, end: endOf(second) };
  const put = meant.map((image) => tokenAt(word(image), image, stretch.start, stretch.end));
  return [written(source, stretch, meant.join(" "), { tokens: tokens.toSpliced(at, 2, ...put), past: failure.offset })];
}

/** `5,000`: only money has commas between its thousands. */
function commaInNumber(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const at = failure.index;
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before?.tokenType !== plainDigits || token?.tokenType !== comma || after?.tokenType !== plainDigits) return [];
  const stretch = { source, start: before.startOffset, end: endOf(after) };
  if (!/^\d{1,3},\d{3}$/.test(source.text.slice(stretch.start, stretch.end))) return [];
  const meant = `${before.image}${after.image}`;
  const type = meant.length === 5 ? fiveDigits : plainDigits;
  return [
    written(source, stretch, meant, {
      tokens: tokens.toSpliced(at - 1, 3, tokenAt(type, meant, stretch.start, stretch.end)),
      past: failure.offset,
    }),
  ];
}

/** `77401 to 77403` */
function rangeInWords(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const [before, token, after] = [failure.index - 1, failure.index, failure.index + 1].map((at) => tokens[at]);
  if (before === undefined || token === undefined || after === undefined) return [];
  if (!["to", "through", "thru"].includes(token.image)) return [];
  if (!tokenMatcher(before, itemWord) || !tokenMatcher(after, itemWord)) return [];
  const at = tokenStretch(source, token);
  return [
    written(source, at, "..", {
      tokens: tokens.with(failure.index, tokenAt(dots, "..", at.start, at.end)),
      past: failure.offset,
    }),
  ];
}

/** `77301 requires Simulation before`, where a statement starts. */
function requiresWithoutEach(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const token = tokens[failure.index];
  if (token === undefined || !tokenMatcher(token, itemWord)) return [];
  const list = tokens.slice(failure.index, failure.index + 20);
  const end = list.findIndex((one) => !tokenMatcher(one, itemWord) && one.tokenType !== comma);
  if (list[end]?.tokenType !== word("requires")) return [];
  const start = token.startOffset;
  return [
    {
      tokens: tokens.toSpliced(failure.index, 0, tokenAt(word("each"), "each", start, start)),
      past: failure.offset,
      diagnostic: () => {
        const fixes = [{ title: "write each", edits: [{ at: { source, start, end: start }, text: "each " }] }];
        const parameters = { missing: "each", before: token.image };
        return report(syntax, "missing-word", tokenStretch(source, token), parameters, { fixes });
      },
    },
  ];
}

function written(
  source: Source,
  at: { readonly source: Source; readonly start: number; readonly end: number },
  meant: string,
  repair: Pick<Candidate, "tokens" | "past">,
): Candidate {
  return {
    ...repair,
    diagnostic: () => {
      const seen = onOneLine(source, at);
      const fixes = [{ title: `write ${meant}`, edits: [{ at, text: meant }] }];
      return report(syntax, "spelt-otherwise", at, { seen, meant }, { fixes });
    },
  };
}
