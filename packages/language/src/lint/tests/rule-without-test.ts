/** A rule that no test expects a finding of: nobody has seen it find what it is for. */
import { stretchOf } from "../../source/source.js";
import { testsIn } from "../facts/tests-of-rules.js";
import { bookLint } from "../lint.js";

export const ruleWithoutTest = bookLint(
  {
    code: "rule-without-test",
    severity: "info",
    message: (p: { rule: string }) => `no test expects a finding of ${p.rule}; write one that shows what it finds`,
  },
  (book, found) => {
    const expected = new Set(testsIn(book).flatMap(({ expects }) => [...expects]));
    for (const { rule } of book.rules) {
      const name = rule.node.name.text;
      if (!expected.has(name)) found(stretchOf(rule.source, rule.node.name), { rule: name });
    }
  },
);
