/** Where a clause that does not fit on its line is broken: at the words that join its parts, and within its lists. */
import { childrenOf } from "../ast/children.js";
import type { Clause, CodeExpression, Condition, ScopeWord, Statement } from "../ast/nodes.js";
import type { Box, Run } from "./boxes.js";
import { conditionBoxes } from "./condition-boxes.js";
import type { LaidTokens } from "./laid-tokens.js";
import { setBoxes, valueBoxes } from "./list-boxes.js";

/** The boxes of one clause, whose tokens are those of `run`. */
export function clauseBoxes(tokens: LaidTokens, clause: Clause, run: Run): readonly Box[] {
  switch (clause.kind) {
    case "for":
      return valueBoxes(tokens, clause.payers);
    case "in":
      return valueBoxes(tokens, clause.settings);
    case "rows":
    case "effective":
    case "suggest":
      return [];
    case "because":
      return clause.detail === null ? [] : [brokenAt(run, [tokens.indexAt(clause.detail.start)])];
    case "outcome":
      return clause.message === null ? [] : [brokenAt(run, [tokens.indexAt(clause.message.start)])];
    case "when":
    case "unless":
      return conditionBoxes(tokens, clause.condition, { first: run.first + 1, last: run.last });
    default:
      return statementBoxes(tokens, clause, run);
  }
}

/** A run that is broken before some of its tokens. */
export function brokenAt(run: Run, breaks: readonly number[]): Box {
  return { ...run, breaks: new Set(breaks), deeper: 2 };
}

/** The words that start a line in a statement that is broken. */
const joints: { readonly [K in Statement["kind"]]: readonly string[] } = {
  bundle: ["into"],
  forbid: ["with"],
  requires: ["requires", "where"],
  sequence: ["then", "in"],
  limit: ["to", "for", "counting", "but", "per", "all"],
  expect: ["at", "for", "counting", "but", "per"],
  replace: ["with"],
};

type Phrase = CodeExpression | Condition | ScopeWord;

function statementBoxes(tokens: LaidTokens, statement: Statement, run: Run): readonly Box[] {
  const boxes: Box[] = [];
  const scopes: ScopeWord[] = [];
  const words = new Set(joints[statement.kind]);
  const breaks: number[] = [];
  let next = run.first + 1;
  const breakUpTo = (end: number): void => {
    for (; next < end; next++) {
      const isOfBut = tokens.tokens[next]?.text === "at" && tokens.tokens[next - 1]?.text === "but";
      if (words.has(tokens.tokens[next]?.text ?? "") && !isOfBut) breaks.push(next);
    }
  };
  for (const phrase of phrasesOf(statement)) {
    const first = startOf(tokens, phrase);
    const last = tokens.lastBefore(phrase.end);
    breakUpTo(first);
    next = Math.max(next, last + 1);
    if (isScope(phrase)) scopes.push(phrase);
    const within =
      phrase.kind === "code-expression"
        ? codeBoxes(tokens, phrase)
        : isCondition(phrase)
          ? conditionBoxes(tokens, phrase, { first, last: run.last })
          : [];
    for (const box of within) boxes.push(box);
  }
  breakUpTo(run.last + 1);
  return [brokenAt(run, breaks), ...scopeBoxes(tokens, scopes), ...boxes];
}

/** The A or B of a statement. */
function codeBoxes(tokens: LaidTokens, codes: CodeExpression): readonly Box[] {
  const { having } = codes;
  if (having === null) return setBoxes(tokens, codes);
  const run = { first: startOf(tokens, having), last: tokens.lastBefore(codes.end) };
  return [...setBoxes(tokens, codes), ...conditionBoxes(tokens, having, run)];
}

function scopeBoxes(tokens: LaidTokens, scopes: readonly ScopeWord[]): readonly Box[] {
  const [first, last] = [scopes[0], scopes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const breaks = new Set(scopes.map(({ start }) => tokens.indexAt(start)));
  return [{ first: tokens.indexAt(first.start), last: tokens.lastBefore(last.end), breaks, deeper: 0 }];
}

/** The parentheses before a condition are no part of its place, but of its phrase. */
function startOf(tokens: LaidTokens, phrase: Phrase): number {
  let first = tokens.indexAt(phrase.start);
  if (isCondition(phrase)) while (tokens.tokens[first - 1]?.text === "(") first--;
  return first;
}

/** The sets, conditions and scope words of a statement in the order of the text. */
function phrasesOf(node: object): readonly Phrase[] {
  return childrenOf(node).flatMap((child): readonly Phrase[] => (isPhrase(child) ? [child] : phrasesOf(child)));
}

const scopeKinds: ReadonlySet<string> = new Set(["same-day", "same-claim", "same-episode", "same-field", "window"]);
const conditionKinds: ReadonlySet<string> = new Set(["and", "or", "not", "membership", "comparison", "presence"]);

function isPhrase(node: { readonly kind: string }): node is Phrase {
  return node.kind === "code-expression" || scopeKinds.has(node.kind) || conditionKinds.has(node.kind);
}

function isScope(phrase: Phrase): phrase is ScopeWord {
  return scopeKinds.has(phrase.kind);
}

function isCondition(phrase: Phrase): phrase is Condition {
  return conditionKinds.has(phrase.kind);
}
