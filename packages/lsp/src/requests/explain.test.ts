import { expect, test } from "vitest";
import { withSession } from "../testing/session.js";
import { explainRequest } from "./explain.js";

const rules = `rule R-1 "within <b>30</b> days"
  bundle 77280 into 77301 that follows within 30 days
  deny
rule R-2 "never alone"
  forbid 77427
  deny
test "a test"
  given starting 2026-03-02
  day 40  77301
  day 1  77280-26 x2
  day 20  77427
  expect no R-1
  expect R-2 on 77427 day 20
  expect nothing else
`;

async function pageAt(words: string, text = rules): Promise<string | null> {
  let page: string | null = null;
  await withSession(text.replace(words, `<|>${words}`), async ({ ask, atCaret }) => {
    page = (await ask(explainRequest, atCaret()))?.html ?? null;
  });
  return page;
}

test("a line of a test is explained rule by rule, clause by clause", async () => {
  const page = await pageAt("77280-26");
  expect(page).toContain("<h2>77280-26 x2 on 2026-03-02 (day 1)</h2>");
  expect(page).toMatch(/>R-1<\/a> within &lt;b&gt;30&lt;\/b&gt; days:\s*<b class="yes">no finding<\/b>/);
  expect(page).toMatch(/<th>statement<\/th>/);
  expect(page).not.toContain("R-2");
});

test("an expectation is explained by its rule on the lines that it means", async () => {
  const page = await pageAt("expect R-2");
  expect(page).toContain("<h2>77427 on 2026-03-21 (day 20)</h2>");
  expect(page).toMatch(/>R-2<\/a> never alone:\s*<b class="no">finding<\/b>/);
  expect(await pageAt("expect no R-1")).toMatch(/77280-26 x2 on 2026-03-02[^]*>R-1<\/a>/);
  expect(await pageAt("expect nothing")).toMatch(/77427 on 2026-03-21[^]*>R-2<\/a>/);
  expect(await pageAt("expect R-2", rules.replace("day 20\n", "day 21\n"))).toContain("No line of the test is 77427");
});

test("outside of tests there is nothing to explain, and with mistakes the page says so", async () => {
  expect(await pageAt("forbid 77427")).toBeNull();
  expect(await pageAt("given")).toBeNull();
  expect(await pageAt("77280-26", rules.replace("forbid 77427", "forbid Nothing"))).toContain("mend them");
});
