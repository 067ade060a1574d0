/**
 * A rule whose tests show what it finds and never what it leaves alone. Where a window or an exception is lost, such
 * tests still pass, and every claim is denied.
 */
import type { TestDeclaration } from "../../ast/nodes.js";
import { daysOfWhen } from "../../names/timeline.js";
import { versionsOf } from "../../names/versions.js";
import { partsOf } from "../../names/statement-parts.js";
import { stretchOf } from "../../source/source.js";
import { holdsValue } from "../../names/sets/blocks.js";
import { blocksOf } from "../facts/codes.js";
import { testsAbout } from "../facts/tests-of-rules.js";
import { bookLint } from "../lint.js";

export const ruleNeverSilent = bookLint(
  {
    code: "rule-never-silent",
    severity: "info",
    message: (p: { rule: string }) =>
      `every line that tests show to ${p.rule} has a finding; write a test of a line that it leaves alone`,
  },
  (book, found) => {
    for (const parts of book.rules) {
      const { source, node } = parts.rule;
      const tests = testsAbout(book, node.name.text);
      if (!tests.some(({ expects }) => expects.has(node.name.text))) continue;
      const [subject] = versionsOf(parts).flatMap(({ clauses }) =>
        clauses.statement === null ? [] : partsOf(clauses.statement.node).codes.slice(0, 1),
      );
      const blocks = subject === undefined ? null : blocksOf(book, subject);
      // What the rule looks at cannot be told from its text: a table's codes, or any code.
      if (blocks === null) continue;
      const isSilent = tests.some(
        ({ test, expects, days }) =>
          days.some(({ code }) => holdsValue("codes", blocks, code)) &&
          (!expects.has(node.name.text) ||
            leavesAlone(test.node, node.name.text, (code) => holdsValue("codes", blocks, code))),
      );
      if (!isSilent) found(stretchOf(source, node.name), { rule: node.name.text });
    }
  },
);

/** Whether a test that expects findings of a rule has a line of its codes of which it expects none. */
function leavesAlone(test: TestDeclaration, rule: string, looksAt: (code: string) => boolean): boolean {
  const key = (code: string, day: number): string => `${code} ${day}`;
  const expected = new Set(
    test.expectations.flatMap((one) =>
      one.kind === "expect-finding" && one.rule.text === rule
        ? (daysOfWhen(one.when, test.starting) ?? []).map((day) => key(one.code.text, day))
        : [],
    ),
  );
  return test.lines.some(
    ({ when, code }) =>
      looksAt(code.text) && (daysOfWhen(when, test.starting) ?? []).some((day) => !expected.has(key(code.text, day))),
  );
}
