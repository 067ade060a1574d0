import { expect, test } from "vitest";
import { withSession } from "../testing/session.js";
import { graphRequest } from "./graph.js";

const rules = `codes Simulation = 77280
codes Other = 77427
rule R-1 "<img src=x onerror=steal()>"
  bundle Simulation into 77301<|>
  deny
rule R-2 "two"
  forbid Other
  deny
test "<script>steal()</script>"
  given starting 2026-03-02
  day 1  77280
  expect no R-1
`;

const labels = (page: string | undefined): readonly string[] =>
  [...(page ?? "").matchAll(/<text[^>]*>\s*([^<]*?)\s*<\/text\s*>/g)].map(([, text = ""]) => text);

test("around the caret is what the rule uses and what uses it, and a name opens its declaration", async () => {
  await withSession(rules, async ({ ask, atCaret }) => {
    const page = await ask(graphRequest, { ...atCaret(), isWhole: false });
    expect(labels(page?.html)).toEqual(["codes Simulation", "rule R-1", "test &lt;script&gt;steal()&lt;/scr…"]);
    expect(page?.html).toMatch(/class="node"\s+data-uri="file:[^"]+"\s+data-line="0"\s+data-character="6"/);
    expect(page?.html.match(/<path\s+class="edge own"/g)?.length).toBe(2);
    expect(page?.html).not.toMatch(/<img|<script/);
    expect(page?.html).toContain("rule R-1: &lt;img src=x onerror=steal()&gt;");
  });
});

test("the whole rulebook has all, and stays small for a large one", async () => {
  const many = Array.from({ length: 300 }, (_, at) => `rule M-${at} "m"\n  forbid Other\n  deny\n`).join("");
  await withSession(rules + many, async ({ ask, atCaret }) => {
    const whole = await ask(graphRequest, { ...atCaret(), isWhole: true });
    expect(labels(whole?.html).length).toBe(305);
    expect(whole?.html.length).toBeLessThan(400_000);
    const near = await ask(graphRequest, { ...atCaret(), isWhole: false });
    expect(labels(near?.html).length).toBe(3);
  });
});
