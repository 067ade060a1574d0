/** The tests that speak of a rule, as examples: the timeline as a table, and what the rule finds on it. */
import type { Finding, Rule, TestLine } from "@edict/rulebook";
import { billedCode, counted } from "@edict/rulebook";
import type { Block, Words } from "../markup/document.js";
import { heading, joined, paragraph, table } from "../markup/document.js";
import { fieldWords } from "../plain-words/condition.js";
import { moneyWords } from "../plain-words/values.js";
import type { FoundByTest, Reference } from "./reference.js";
import { ruleLink } from "./reference.js";

/** The blocks of all of them. */
export function examples(reference: Reference, rule: Rule): readonly Block[] {
  const tests = reference.testsOfRule.get(rule.id) ?? [];
  if (tests.length === 0) return [paragraph("No test speaks of this rule.")];
  return tests.flatMap((outcome) => example(reference, rule, outcome));
}

function example(reference: Reference, rule: Rule, { test, passed, findings }: FoundByTest): readonly Block[] {
  const { lines } = test;
  const fields = [...new Set(lines.flatMap((line) => Object.keys(line.fields)))];
  const fixed = fields.filter(
    (field) => lines.length > 1 && lines.every((line) => valueOf(line, field) === valueOf(lines[0], field)),
  );
  const varying = fields.filter((field) => !fixed.includes(field));
  const head = ["day", "code", ...varying.map(fieldWords), "found"];
  const rows = groupsOf(lines, findingsByLine(reference, rule, test, findings)).map(({ first, last, count, found }) => [
    [whenWords(first, last, count)],
    [billedCode(first) + (first.units === 1 ? "" : ` x${first.units}`)],
    ...varying.map((field): Words => [valueOf(first, field)]),
    foundWords(reference, rule, found, count),
  ]);
  const given = fixed.map((field) => `${fieldWords(field)} ${valueOf(lines[0], field)}`);
  return [
    heading(3, test.title),
    ...(passed
      ? []
      : [paragraph({ kind: "strong", text: "This test fails" }, ": what was found is not what it expects.")]),
    ...(given.length === 0 ? [] : [paragraph(`Every line: ${given.join(", ")}.`)]),
    ...table(head, rows),
    ...saidOfTheRest(reference, rule, test),
  ];
}

/** Findings that the test is about, by the line's index. The first line stands in row 2. */
function findingsByLine(
  { rulePages }: Reference,
  rule: Rule,
  { expectations }: FoundByTest["test"],
  findings: readonly Finding[],
): ReadonlyMap<number, readonly Finding[]> {
  const expected = new Set([rule.id, ...expectations.flatMap((one) => (one.kind === "finding" ? [one.rule] : []))]);
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (!expected.has(finding.rule) || !rulePages.has(finding.rule)) continue;
    const at = finding.subject.row - 2;
    byLine.set(at, [...(byLine.get(at) ?? []), finding]);
  }
  return byLine;
}

interface LineGroup {
  readonly first: TestLine;
  readonly last: TestLine;
  readonly count: number;
  readonly found: readonly Finding[];
}

/** Lines that one line of the test says, as long as the same is found on them. */
function groupsOf(lines: readonly TestLine[], found: ReadonlyMap<number, readonly Finding[]>): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  for (const [index, line] of lines.entries()) {
    const here = found.get(index) ?? [];
    const group = groups.at(-1);
    if (group !== undefined && isSamePlace(group.first, line) && rulesOf(group.found) === rulesOf(here)) {
      groups[groups.length - 1] = { ...group, last: line, count: group.count + 1 };
    } else groups.push({ first: line, last: line, count: 1, found: here });
  }
  return groups;
}

function isSamePlace(one: TestLine, other: TestLine): boolean {
  return one.at.line === other.at.line && one.at.column === other.at.column && one.at.file === other.at.file;
}

function rulesOf(findings: readonly Finding[]): string {
  return findings.map(({ rule }) => rule).join(" ");
}

function whenWords(first: TestLine, last: TestLine, count: number): string {
  return count === 1 ? first.date : `${first.date} to ${last.date} (${counted(count, "line")})`;
}

function foundWords(reference: Reference, rule: Rule, found: readonly Finding[], count: number): Words {
  const texts = found.map((finding): Words => {
    const own = finding.rule === rule.id;
    const message = `: ${finding.message}${count > 1 ? ", and so on" : ""}`;
    return own
      ? [{ kind: "strong", text: finding.outcome }, message]
      : [`${finding.outcome} of `, ruleLink(reference, finding.rule)];
  });
  return joined(texts, "; ");
}

/** What the test says of lines that it does not name. */
function saidOfTheRest(reference: Reference, rule: Rule, { expectations }: FoundByTest["test"]): readonly Block[] {
  return expectations.flatMap((one): readonly Block[] => {
    switch (one.kind) {
      case "finding":
        return [];
      case "no":
        return [paragraph(one.rule === rule.id ? "The rule" : ruleLink(reference, one.rule), " finds nothing here.")];
      case "nothing":
        return [paragraph(one.words === "nothing" ? "No rule finds anything here." : "No rule finds anything else.")];
    }
  });
}

function valueOf(line: TestLine | undefined, field: string): string {
  const value = line?.fields[field];
  if (typeof value === "number" && field === "amount") return moneyWords(value);
  return value === undefined ? "" : typeof value === "object" ? value.join(", ") : String(value);
}
