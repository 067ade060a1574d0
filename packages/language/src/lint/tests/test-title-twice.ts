/** Two tests with one title: when it fails, nobody knows which. */
import { stretchOf } from "../../source/source.js";
import { testsIn } from "../facts/tests-of-rules.js";
import type { TestFacts } from "../facts/tests-of-rules.js";
import { bookLint } from "../lint.js";

export const testTitleTwice = bookLint(
  {
    code: "test-title-twice",
    severity: "warning",
    message: (p: { title: string }) => `another test is called "${p.title}" too; say in the title what differs`,
  },
  (book, found) => {
    const known = new Map<string, TestFacts>();
    for (const facts of testsIn(book)) {
      const { source, node } = facts.test;
      const first = known.get(node.title.text)?.test;
      if (first === undefined) known.set(node.title.text, facts);
      else {
        const related = [{ at: stretchOf(first.source, first.node.title), text: "the first one" }];
        found(stretchOf(source, node.title), { title: node.title.text }, { related });
      }
    }
  },
);
