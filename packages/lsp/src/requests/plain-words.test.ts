import { expect, test } from "vitest";
import { withSession } from "../testing/session.js";
import { plainWordsRequest } from "./plain-words.js";

const rules = (caret: string): string => `authority M "the manual" version "2" url "https://example.org/m"
payer Aetna = "AETNA"
rule R-1 "an <b>IMRT</b> plan"
  because M "chapter 9"
  bundle 77280 into 77301 that follows within 30 days
  deny${caret}
override R-1 for Aetna
  bundle 77280 into 77301 that follows within 14 days
test "a test"
  given starting 2026-03-02
  day 1  77280
  expect no R-1
codes A = 77301
`;

test("the rule at the caret in plain words, with its override, its tests and who says so", async () => {
  await withSession(rules("<|>"), async ({ ask, atCaret }) => {
    const page = await ask(plainWordsRequest, atCaret());
    expect(page?.rule).toBe("R-1");
    expect(page?.html).toContain("an &lt;b&gt;IMRT&lt;/b&gt; plan");
    expect(page?.html).toMatch(/Where it is otherwise[^]*for Aetna[^]*14 days after it/);
    expect(page?.html).toContain('<a href="https://example.org/m">');
    expect(page?.html).toMatch(/<li><a href="#" data-uri="file:[^"]+" data-line="8" data-character="0">a test<\/a>/);
  });
});

test("a rule with a mistake says so, and where no rule is there is no page", async () => {
  await withSession(rules("<|>").replace("77280 into", "Nothing into"), async ({ ask, atCaret }) => {
    expect((await ask(plainWordsRequest, atCaret()))?.html).toContain("mend that to read it in plain words");
  });
  await withSession(rules("").replace("codes A", "codes <|>A"), async ({ ask, atCaret }) => {
    expect(await ask(plainWordsRequest, atCaret())).toBeNull();
  });
});
