/**
 * Tests for a rule, one on each side of its boundary: worked out from the rule alone. They are proposals: whoever has an
 * engine runs them against the compiled rule, which comes along, and keeps those that come out as they say.
 */
import type { RuleTest, Rulebook } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import { hasErrors } from "../../compile.js";
import { fromBook } from "../../lower/from-book.js";
import { fromTest } from "../../lower/from-test.js";
import { writeText } from "../../syntax/literals.js";
import { parse } from "../../syntax/parse.js";
import type { RuleAtHand } from "./rule-at-hand.js";
import { dateOf, ruleAtHand } from "./rule-at-hand.js";
import type { ProposedLine, Timeline } from "./timeline.js";
import { timelinesOf } from "./timelines.js";

/** A test as text, and as it is run. */
export interface ProposedTest {
  readonly title: string;
  /** The whole declaration, without a line break at its end. */
  readonly text: string;
  readonly test: RuleTest;
}

export interface ProposedTests {
  readonly tests: readonly ProposedTest[];
  /** The rule by itself, with what it names, and no tests. */
  readonly rulebook: Rulebook;
}

/** Proposals for a rule; null where the rulebook has errors or too little is known. */
export function proposedTests(analysis: Analysis, rule: string): ProposedTests | null {
  if (hasErrors(analysis)) return null;
  const { book } = analysis;
  const parts = book.rules.find((one) => one.rule.node.name.text === rule);
  const atHand = parts === undefined ? null : ruleAtHand(book, parts);
  if (parts === undefined || atHand === null) return null;
  const titles = titlesIn({ book });
  const tests = timelinesOf(atHand).flatMap((timeline): readonly ProposedTest[] => {
    const title = `${rule}: ${timeline.title}`;
    if (titles.has(title)) return [];
    titles.add(title);
    const text = textOf(atHand, title, timeline);
    const source = { path: parts.rule.source.path, text };
    const { file, diagnostics: problems } = parse(source);
    const [node] = file.declarations;
    if (node?.kind !== "test" || node.broken || problems.length > 0) return [];
    return [{ title, text, test: fromTest(book, { source, node }) }];
  });
  if (tests.length === 0) return null;
  return { tests, rulebook: fromBook({ ...book, rules: [parts], files: [] }) };
}

function titlesIn({ book }: Pick<Analysis, "book">): Set<string> {
  const titles = new Set<string>();
  for (const { node } of book.files) {
    for (const declaration of node.declarations) if (declaration.kind === "test") titles.add(declaration.title.text);
  }
  return titles;
}

function textOf(rule: RuleAtHand, title: string, { lines, found }: Timeline): string {
  const first = Math.min(...lines.map(({ day }) => day));
  const sorted = [...lines].sort((left, right) => left.day - right.day);
  const given = [...rule.given].map(([field, value]) => `${field} ${value}`);
  const when = (line: ProposedLine): string => `day ${line.day - first + 1}`;
  const width = Math.max(...sorted.map((line) => when(line).length));
  return [
    `test ${writeText(title)}`,
    `given ${[...given, `starting ${dateOf(rule, first)}`].join(", ")}`,
    ...sorted.map((line) => `${when(line).padEnd(width)}  ${chargeOf(line)}`),
    found === null ? `expect no ${rule.id}` : `expect ${rule.id} on ${found.code} ${when(found)}`,
  ].join("\n  ");
}

/** `77427-26 x2 diagnosis C61`: modifiers of one line stand with its code. */
function chargeOf({ code, units, given }: ProposedLine): string {
  const modifiers = given.get("modifier") ?? given.get("modifiers");
  const fields = [...given].filter(([field]) => field !== "modifier" && field !== "modifiers");
  return [
    modifiers === undefined ? code : `${code}-${modifiers}`,
    ...(units === null ? [] : [`x${units}`]),
    ...fields.map(([field, value]) => `${field} ${value}`),
  ].join(" ");
}
