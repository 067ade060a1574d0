import { expect, test } from "vitest";
import type { Finding } from "@edict/rulebook";
import { lower } from "../compile.js";
import { analysed } from "../editor/testing/analysed.js";
import { toMarkdown } from "../markup/to-markdown.js";
import type { FoundByTest } from "./reference.js";
import { referencePages } from "./reference-pages.js";
import { writtenRule } from "./written-rule.js";

const names = `codes Simulation = 77280..77290 until 2025-12-31, 77299
codes Plan = 77301
payer Medicare = "MCR*"
payer Aetna = "AETNA"
payers Both = Medicare, Aetna
setting hospital = place 22
modifiers Bypass = 59, XS
diagnoses Cancer = C61
episode Course of Plan ends after 60 days idle
authority NCCI "NCCI Policy Manual" version "2026" url "https://example.org/ncci"
`;

const bundled = `# What it is about.
#
# And more.
rule RO-1 "Simulation beside the plan"
  for Medicare in hospital
  effective 2024-01-01 to 2026-12-31
  because NCCI "part of it"
  bundle Simulation into Plan, 77295 on the same day in the same Course
  unless modifier in Bypass on either line
  deny as CARC 97 "no"
  suggest replace with 77321

override RO-1 for Aetna effective 2026-07-01
  because NCCI "there too"
  bundle 77333 into Plan on the same day

waive RO-1 for Medicare effective 2026-02-01 to 2026-02-28
`;

const example = `test "RO-1 and a plan"
  given payer Medicare, place 22, starting 2026-03-02
  day 1            77301
  weekdays 1 to 7  77280-TC x2 diagnosis C61
  expect RO-1 on 77280 day 1
  expect nothing else
`;

interface Written {
  readonly [path: string]: string;
}

/** The pages of rule files, as Markdown, by their paths. `found` are the rows of the first test with a finding of a rule. */
function pages(files: Written, found: { readonly [row: number]: string } = {}): ReadonlyMap<string, string> {
  const texts = Object.entries(files).map(([path, text]) => `--- ${path}\n${text}`);
  const { analysis } = analysed(texts.join(""));
  const rulebook = lower(analysis);
  if (rulebook === null) throw new Error(analysis.diagnostics.map(({ message }) => message).join("; "));
  const outcomes = rulebook.tests.map((one): FoundByTest => ({
    test: one,
    passed: true,
    findings: Object.entries(found).map(([row, rule]) => finding(rule, Number(row))),
  }));
  const made = referencePages({
    rulebook,
    outcomes,
    writtenRule: (id) => writtenRule(analysis, id),
    wayToFile: (file) => `../rules/${file}`,
  });
  return new Map(made.map((page) => [page.path, toMarkdown(page)]));
}

function finding(rule: string, row: number): Finding {
  const subject = { file: "a.edict", row, line: "1", patient: "test", claim: null, date: "2026-03-02", code: "77280" };
  return {
    rule,
    override: null,
    outcome: "deny",
    carc: "97",
    rarc: null,
    message: "no",
    subject: { ...subject, modifiers: [], units: 1, amount: null },
    others: [],
    tableRow: null,
    count: null,
    allowed: null,
    suggestion: null,
    because: [],
    at: { file: "a.edict", line: 1, column: 1 },
  };
}

const library: Written = {
  "names.edict": names,
  "bundling/a.edict": bundled + example,
  "limits/b.edict": 'rule RO-2 "Many"\n  limit any code except 77301 to 4 lines per day\n  advise "many"\n',
};

/** A page, whose links are left out: they have a test of their own. */
function page(path: string, files: Written = library, found = {}): string {
  const text = pages(files, found).get(path) ?? `no page ${path}`;
  return text.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
}

test("a rule has a page that says all of it", () => {
  const text = page("rule/ro-1");
  const parts = [
    "# RO-1: Simulation beside the plan",
    "What it is about.\n\nAnd more.",
    "Each line of Simulation is denied (CARC 97) where another line of Plan or 77295 stands on the same day, in the same Course.",
    "- **payers**: Medicare",
    "- **settings**: `hospital`",
    "- **dates of service**: from 2024-01-01 to 2026-12-31",
    "- **outcome**: deny, CARC 97: it will not be paid",
    "- **chapter**: bundling",
    "- **place**: bundling/a.edict, line 4",
    "- Instead, for Aetna, in every setting, for dates of service from 2026-07-01 on: Each line of 77333",
    "- The rule is off for Medicare",
    "- NCCI Policy Manual, version 2026 (NCCI): “part of it”",
    "| Simulation | 77280 to 77290 until 2025-12-31, 77299 | the lines that it looks at |",
    "| written in the rule | 77295 | the lines that it looks for beside them |",
    "| written in the rule | 77321 | suggested in place of the code |",
    "| written in the rule | 77333 | the lines that it looks at (for Aetna effective 2026-07-01) |",
    '| `Medicare` | in a charge file "Medicare" or "MCR\\*", whatever the case; the star stands for any ending |',
    "| `hospital` | place of service 22 |",
    "| `Course` | a run of a patient's lines of Plan; a line more than 60 days after the last one starts the next |",
    "| `Bypass` | modifiers 59 and XS |",
    "```edict\nrule RO-1",
    "override RO-1 for Aetna",
  ];
  let at = 0;
  for (const part of parts) {
    expect(text.slice(at)).toContain(part);
    at += text.slice(at).indexOf(part);
  }
});

test("a test is a table, with what is found on each line", () => {
  const text = page("rule/ro-1", library, { 2: "RO-2", 3: "RO-1" });
  expect(text).toContain(`### RO-1 and a plan

Every line: payer Medicare, place of service 22.

| day | code | diagnoses | found |
| --- | --- | --- | --- |
| 2026-03-02 | 77301 |  |  |
| 2026-03-02 | 77280-TC x2 | C61 | **deny**: no |
| 2026-03-03 to 2026-03-06 (4 lines) | 77280-TC x2 | C61 |  |

No rule finds anything else.
`);
  expect(page("rule/ro-2")).toContain("No test speaks of this rule.");
  expect(page("rule/ro-2")).toContain("| any code | every code but 77301 | the lines that it looks at |");
});

test("a code has a page with the rules that reach it, each as what it stands there", () => {
  const text = page("code/77280-77290");
  expect(text).toContain("# 77280 to 77290");
  expect(text).toContain("In Simulation until 2025-12-31.");
  expect(text).toContain("## Rules that look at it\n");
  expect(text).toContain(
    "| RO-1 Simulation beside the plan | deny, CARC 97 | `Simulation` until 2025-12-31 | Medicare in hospital, from 2024-01-01 to 2026-12-31 |",
  );
  expect(text).toContain("## Rules that look at any code\n\nRO-2\n");
  expect(page("code/77301")).toContain("## Rules that look for it beside another line\n");
  expect(page("code/77301")).toContain("## Rules that look within an episode of it\n\nRO-1\n");
  expect(page("code/77301")).not.toContain("RO-2");
  expect(page("code/77321")).toContain("## Rules that suggest it\n");
  expect(page("code/77333")).toContain("the code itself (for Aetna effective 2026-07-01)");
});

test("codes are found one by one, also within a range", () => {
  expect(page("by-code")).toContain("| 77285 | Simulation | 1 | 1 |");
});

test("a code in a table reaches the table's rule, and the rule shows the table", () => {
  const files = {
    "a.edict":
      'table Most\n  | code  | units |\n  | 77300 | 4     |\n\nrule RO-1 "t"\n  for each row of Most\n' +
      '  limit row.code to row.units units per day\n  deny "no"\n',
  };
  expect(page("code/77300", files)).toContain("table `Most`");
  expect(page("rule/ro-1", files)).toContain("## The table `Most`\n\n| code | units |\n| --- | --- |\n| 77300 | 4 |\n");
});

test("a payer has its rules, and what is otherwise for it", () => {
  const text = page("by-payer");
  expect(text).toContain("## Every payer\n\n| rule | title");
  expect(text).toContain(
    '## Aetna\n\nIn a charge file "Aetna" or "AETNA", whatever the case.\n\nWhat is otherwise for it:\n\n' +
      "- RO-1 is otherwise from 2026-07-01 on: Simulation beside the plan\n",
  );
  expect(text).toContain("- `Both`: `Aetna`, `Medicare`");
});

test("a date says what starts and what ended the day before", () => {
  const text = page("by-date");
  expect(text).toContain("## 2024-01-01\n\nStarts:\n\n- RO-1 Simulation beside the plan\n");
  expect(text).toContain(
    "## 2026-01-01\n\nEnded, with 2025-12-31 as its last day:\n\n- 77280 to 77290 in Simulation\n",
  );
  expect(page("by-date", { "a.edict": 'rule RO-1 "t"\n  forbid 77014 until 2025-12-31\n  deny "no"\n' })).toContain(
    "## 2026-01-01\n\nEnded, with 2025-12-31 as its last day:\n\n- 77014 in RO-1\n",
  );
  expect(text).toContain("## Without dates\n\nThese hold on every date of service.\n\n- RO-2 Many\n");
});

test("a set says what it holds and as what rules use it", () => {
  expect(page("by-set")).toContain(
    "## Simulation\n\n77280 to 77290 until 2025-12-31, 77299\n\n- RO-1 Simulation beside the plan: the lines that it looks at\n",
  );
  expect(page("by-set")).toContain("## Bypass\n\nmodifiers 59 and XS\n\n- RO-1 Simulation beside the plan\n");
  expect(page("by-set")).toContain(
    "## Cancer\n\ndiagnoses C61, each with all that is more specific\n\nNo rule names it.",
  );
});

test("a source says which rules cite it for what, and which cite none", () => {
  const text = page("by-authority");
  expect(text).toContain("- RO-1 Simulation beside the plan: “part of it”\n");
  expect(text).toContain("- RO-1 Simulation beside the plan, override for Aetna effective 2026-07-01: “there too”\n");
  expect(text).toContain("## Without an authority\n\n- RO-2 Many\n");
});

test("chapters are folders", () => {
  expect(page("by-chapter")).toContain("## bundling\n\n### a\n\n| rule |");
  expect(page("")).toContain("- bundling: 1 rule\n- limits: 1 rule\n");
});

test("every link leads to a page, and to a heading of it", () => {
  const all = pages(library);
  const files = new Set([...all.keys()].map((path) => (path === "" ? "README.md" : `${path}.md`)));
  let links = 0;
  for (const [path, text] of all) {
    for (const [, target = "", part = ""] of text.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)) {
      if (target.includes("rules/") || target.startsWith("https:")) continue;
      const there = new URL(target, `file:///${path}`).pathname.slice(1);
      expect(files).toContain(there);
      const headings = [...(all.get(there.replace(/\.md$/, "")) ?? "").matchAll(/^#+ (.*)$/gm)];
      if (part !== "") expect(headings.map(([, heading = ""]) => heading.toLowerCase())).toContain(part);
      links += 1;
    }
  }
  expect(links).toBeGreaterThan(50);
});

test("what a rule says is never markup", () => {
  const hostile = "<img src=x onerror=y> [a](b) `c` | d";
  const files = {
    "a.edict": `# ${hostile}\nrule RO-1 "${hostile}"\n  forbid 77301\n  deny "${hostile}"\n  suggest "${hostile}"\n`,
  };
  for (const [, text] of pages(files)) {
    const prose = text.replace(/^```edict$[^]*?^```$/gm, "");
    expect(prose).not.toMatch(/(?<!\\)<img|(?<!\\)\[a\]/);
  }
});
