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
import {
  anyName,
  codeLike,
  comma,
  diagnosisWord,
  dots,
  endOf,
  itemWord,
  plainDigits,
  text,
  tokenAt,
  tokenStretch,
  unitsName,
  word,
} from "../tokens.js";
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
    ...forbiddenTogether(source, tokens, failure),
    ...payerAlone(source, tokens, failure),
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

/** `as CO-97`, as a remittance writes it: the group is the payer's to choose, and no rule names it. */
export function reasonWithGroup(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const token = tokens[failure.index];
  const number = /^(?:CO|CR|OA|PI|PR)-?([A-Z]?\d{1,3})$/.exec(token?.image ?? "")?.[1];
  if (token === undefined || number === undefined || tokens[failure.index - 1]?.tokenType !== word("as")) return [];
  const place = tokenStretch(source, token);
  const type = /^\d/.test(number) ? plainDigits : diagnosisWord;
  return [
    {
      tokens: tokens.toSpliced(
        failure.index,
        1,
        tokenAt(word("CARC"), "CARC", place.start, place.end),
        tokenAt(type, number, place.start, place.end),
      ),
      past: failure.offset,
      diagnostic: () => {
        const meant = `CARC ${number}`;
        const fixes = [{ title: `write ${meant}`, edits: [{ at: place, text: meant }] }];
        return report(syntax, "spelt-otherwise", place, { seen: token.image, meant }, { fixes });
      },
    },
  ];
}

/** `forbid A and B on the same day`, where what follows joins two sets. */
function forbiddenTogether(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const first = tokens[failure.index];
  if (first?.tokenType !== word("and")) return [];
  let start = failure.index - 1;
  while (start > 0 && (isListed(tokens[start]) || tokens[start]?.tokenType === dots)) start -= 1;
  if (tokens[start]?.tokenType !== word("forbid") || start === failure.index - 1) return [];
  let end = failure.index + 1;
  while (isListed(tokens[end]) || tokens[end]?.tokenType === dots) end += 1;
  if (!scopeStarts.some((one) => tokens[end]?.tokenType === word(one))) return [];
  const place = tokenStretch(source, first);
  return [
    {
      tokens: tokens.with(failure.index, tokenAt(word("with"), "with", place.start, place.end)),
      past: failure.offset,
      diagnostic: () => {
        const fixes = [{ title: "write with", edits: [{ at: place, text: "with" }] }];
        return report(syntax, "spelt-otherwise", place, { seen: "and", meant: "with" }, { fixes });
      },
    },
  ];
}

const scopeStarts = ["on", "within", "in", "by"] as const;

/** `given Medicare, …`, the payer's name without its field. */
function payerAlone(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const at = tokens.findIndex(({ tokenType }) => tokenType === word("given"));
  const [name, after] = [tokens[at + 1], tokens[at + 2]];
  if (at < 0 || name === undefined || failure.index < at + 2 || !/^[A-Z]/.test(name.image)) return [];
  // What has a value is a field.
  if (!tokenMatcher(name, anyName) || (after !== undefined && isItem(after) && after.tokenType !== word("starting")))
    return [];
  const place = tokenStretch(source, name);
  return [
    {
      tokens: tokens.toSpliced(at + 1, 0, tokenAt(word("payer"), "payer", place.start, place.start)),
      past: failure.offset,
      diagnostic: () => {
        const edit = { at: { source, start: place.start, end: place.start }, text: "payer " };
        const fixes = [{ title: "write payer", edits: [edit] }];
        return report(syntax, "missing-word", place, { missing: "payer", before: name.image }, { fixes });
      },
    },
  ];
}

/** `77301 x-1`. What follows may have been taken for the value of a field `x-1`. */
export function creditInATest(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const at = [failure.index, failure.index - 1, failure.index - 2].find(
    (index) => /^x-\d+$/.test(tokens[index]?.image ?? "") && isCode(tokens[index - 1]),
  );
  const token = at === undefined ? undefined : tokens[at];
  if (at === undefined || token === undefined) return [];
  const place = tokenStretch(source, token);
  const units = token.image.slice(2);
  return [
    {
      tokens: tokens.with(at, tokenAt(unitsName, `x${units}`, place.start, place.end)),
      past: failure.offset,
      diagnostic: () => {
        const fixes = [{ title: `write x${units}`, edits: [{ at: place, text: `x${units}` }] }];
        return report(syntax, "credit-in-a-test", place, { seen: token.image, units }, { fixes });
      },
    },
  ];
}

function isCode(token: IToken | undefined): boolean {
  return token !== undefined && tokenMatcher(token, codeLike);
}

function isListed(token: IToken | undefined): boolean {
  return token !== undefined && (tokenMatcher(token, itemWord) || token.tokenType === comma);
}

function isItem(token: IToken): boolean {
  return tokenMatcher(token, itemWord) || token.tokenType === text;
}
