/** The formats of `edict diff` that people and code hosts read: what they say, and that no rule's text says more. */
import { expect, test } from "vitest";
import { commandLine } from "../../testing/command-line.js";
import { wordDifference } from "./word-difference.js";

const { put, edict } = commandLine();

const rules = `
payer Medicare = "MEDICARE"
codes Sim = 77290
rule R-1 "One plan a day"
  for Medicare
  effective 2024-01-01
  bundle Sim into 77301 on the same day
  deny as CARC 97
`;

async function said(format: string, head: string, base = rules): Promise<string> {
  put({ "old/a.edict": base, "new/a.edict": head });
  const { out } = await edict("diff", "old", "new", "--format", format);
  return out;
}

test("the comment is a sentence, a table, and the rest folded", async () => {
  const out = await said("markdown", rules.replace("Sim = 77290", "Sim = 77290, 77280"));
  expect(out).toBe(`<!-- edict diff -->
**1 rule changes in meaning** between old and new: 1 stricter. 0 rules mean what they meant.

| rule | change | for whom, where and when | what was changed |
| --- | --- | --- | --- |
| \`R-1\` One plan a day | **stricter** | for Medicare, from 2024-01-01 on | codes Sim gained 77280 |

<details><summary>R-1: stricter</summary>

One plan a day, at \`new/a.edict:4\`

- for Medicare, from 2024-01-01 on: **stricter** (proven), finds more lines

What was changed:

- codes Sim gained 77280

\`\`\`edict
test "R-1: 77280 that it did not find before"
  given payer Medicare, starting 2024-01-01
  day 1  77280
  day 1  77301
  # base: expect no R-1
  # head: expect R-1 on 77280 day 1
  # take over the expectation that is right
\`\`\`

</details>
`);
});

test("where nothing changes in meaning there is no comment", async () => {
  expect(await said("markdown", `# a comment\n${rules}`)).toBe("");
  expect(await said("html", rules)).toContain("<p>Nothing changes in meaning.</p>");
});

test("sentences are laid side by side word by word", async () => {
  const head = rules.replace("on the same day", "that follows within 3 days");
  expect(await said("markdown", head)).toMatch(/- Each line of Sim is denied .*~~.+~~ \*\*.+\*\*/);
  const pieces = wordDifference("a b c d", "a x c d e").map(({ kind, text }) => `${kind} ${text}`);
  expect(pieces).toEqual(["kept a", "gone b", "come x", "kept c d", "come e"]);
  expect(wordDifference("a  b", "a b")).toEqual([{ kind: "kept", text: "a b" }]);
});

const hostile = `rule H "@octocat #12 <img src=x onerror=1> | [a](http://x.example) \`t\` **b** </details><script>1</script>"
  forbid 77370
  deny "</summary> @octocat ~~gone~~ \u202etxt"
`;

test("no text of a rule calls somebody, leads somewhere, or becomes an element", async () => {
  const out = await said("markdown", rules + hostile);
  expect(out).not.toMatch(/@octocat|#12|[^\\]<(?:img|script)|[^\\*]\*\*b|[^\\]\]\(|[^\\]~~gone|\u202e/);
  expect(out.match(/<\/details>/g)).toHaveLength(1);
  const page = await said("html", rules + hostile);
  expect(page).not.toMatch(/<img|<script|onerror=1>|\u202e|href="http/);
  expect(page).toContain("&lt;script&gt;");
});

test("a comment stays within what a code host takes, and says what it left out", async () => {
  const many = Array.from(
    { length: 300 },
    (_, at) =>
      `rule N-${String(at)} "${"A title that goes on ".repeat(8)}"\n  forbid 77370\n  deny "${"and on ".repeat(40)}"\n`,
  );
  const out = await said("markdown", rules + many.join(""));
  expect(out.length).toBeLessThan(65_536);
  expect(out.length).toBeGreaterThan(50_000);
  expect(out).toMatch(/\d+ more rules changed than the table has room for\./);
  expect(out).toMatch(
    /What N-[^]+ and \d+ others mean was left out, since a comment holds no more; edict diff tells all\.\n$/,
  );
  const fences = out.match(/^```/gm) ?? [];
  expect(fences.length % 2).toBe(0);
  expect(out.match(/<details>/g)?.length).toBe(out.match(/<\/details>/g)?.length);
  const long = await said("markdown", rules.replace("deny as CARC 97", `deny as CARC 97 "${"x".repeat(70_000)}"`));
  expect(long.length).toBeLessThan(65_536);
  expect(long).toContain("What R-1 mean was left out");
});

test("in a log for code hosts each result stands on the rule's line of head", async () => {
  const out = await said(
    "sarif",
    `${rules.replace("Sim = 77290", "Sim = 77280")}rule N "New"\n  forbid 77370\n  deny\n`,
  );
  const log: unknown = JSON.parse(out);
  const at = (startLine: number): object[] => [
    { physicalLocation: { artifactLocation: { uri: "new/a.edict" }, region: { startLine, startColumn: 1 } } },
  ];
  expect(log).toMatchObject({
    runs: [
      {
        results: [
          { ruleId: "N", message: { text: "N: is new; for every line: stricter, finds more lines" }, locations: at(9) },
          { ruleId: "R-1", level: "note", locations: at(4) },
        ],
      },
    ],
  });
});
