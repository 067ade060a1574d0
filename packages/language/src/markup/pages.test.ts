import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Page, Word } from "./document.js";
import { bare, front, heading, list, paragraph, table, wayTo } from "./document.js";
import { toHtml } from "./to-html.js";
import { toMarkdown } from "./to-markdown.js";

/** The blocks of a page, as Markdown. */
function markdown(...blocks: readonly Block[]): string {
  return toMarkdown({ path: "rule/ro-1", title: ["t"], blocks }).slice("# t\n\n".length, -1);
}

test("a page reads as it stands", () => {
  const page: Page = {
    path: "rule/ro-1",
    title: ["RO-1: A title"],
    blocks: [
      heading(2, "Codes of ", bare("Simulation")),
      paragraph("So says ", { kind: "web", address: "https://example.org/a_(b", text: "it" }, ", and “77301”."),
      ...list([[{ kind: "page", path: "code/77301", text: "77301" }], [{ kind: "page", path: front, text: "all" }]]),
      ...table(
        ["day", "code"],
        [
          [["2026-03-02"], ["77301-26"]],
          [[], ["a|b"]],
        ],
      ),
      { kind: "edict", text: "rule RO-1" },
    ],
  };
  expect(toMarkdown(page)).toBe(`# RO-1: A title

## Codes of \`Simulation\`

So says it, and “77301”.

- [77301](../code/77301.md)
- [all](../README.md)

| day | code |
| --- | --- |
| 2026-03-02 | 77301-26 |
|  | a\\|b |

\`\`\`edict
rule RO-1
\`\`\`
`);
});

test.each([
  ["# no heading", "\\# no heading"],
  ["- no item", "\\- no item"],
  ["1. no item", "1\\. no item"],
  ["> no quotation", "\\> no quotation"],
  ["no heading ##", "no heading \\##"],
  ["#", "\\#"],
  ["#", "\\#"],
  ["<b onclick=x>", "\\<b onclick=x\\>"],
  ["[a](javascript:b)", "\\[a\\](javascript:b)"],
  ["*a* _b_ `c` ~d~ &amp; $e$", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\&amp; \\$e\\$"],
  ["see http://example.org", "see http:\\//example.org"],
  ["two\n\nlines", "two lines"],
  ["turned \u202e round", "turned \\\\u202e round"],
])("%j is text and nothing else", (text, shown) => {
  expect(markdown(paragraph(text))).toBe(shown);
});

test("a link behind a shout is no picture", () => {
  expect(markdown(paragraph("no!", { kind: "page", path: "rule/a", text: "a" }))).toBe("no\\![a](a.md)");
});

test("a code mark that its name could close is no code mark", () => {
  expect(markdown(paragraph(bare("a`b")))).toBe("a\\`b");
  expect(markdown(...table(["n"], [[[bare("a|b")]]]))).toContain("| a\\|b |");
});

test("a fence is longer than what stands in it", () => {
  expect(markdown({ kind: "edict", text: "```\n<b>" })).toBe("````edict\n```\n<b>\n````");
});

test("a way leads from one page to another, and no name of a file ends the link", () => {
  expect(wayTo("rule/a", "rule/b.md")).toBe("b.md");
  expect(wayTo("rule/a", "README.md")).toBe("../README.md");
  expect(wayTo("by-code", "code/1.md")).toBe("code/1.md");
  expect(wayTo("rule/a", "../../rules/a b)(#?.edict")).toBe("../../../rules/a%20b%29%28%23%3F.edict");
  expect(wayTo("by-code", "javascript:void")).toBe("./javascript:void");
});

const words: fc.Arbitrary<Word> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."<>&\"'`[](){}|*_#!\\/:\n\r\t -=+~$aw.\u202e\u0000") }),
  fc.record({ kind: fc.constant("bare" as const), text: fc.string() }),
  fc.record({ kind: fc.constant("strong" as const), text: fc.string() }),
  fc.record({ kind: fc.constant("page" as const), path: fc.constant("rule/a"), part: fc.string(), text: fc.string() }),
  fc.record({ kind: fc.constant("file" as const), path: fc.string(), line: fc.nat(), text: fc.string() }),
  fc.record({ kind: fc.constant("web" as const), address: fc.string(), text: fc.string() }),
);

test("whatever is said, a paragraph of Markdown is one line without an open sign", () => {
  fc.assert(
    fc.property(fc.array(words), (said) => {
      const line = markdown(paragraph(...said));
      expect(line).not.toMatch(/[\n\r]/);
      // Outside of code marks, no sign that opens an element stands without its backslash.
      const open = line.replace(/\\[\s\S]/g, "").replace(/`[^`]*`|\]\([^)]*\)/g, "");
      expect(open).not.toMatch(/[<>&]/);
      expect(line).not.toMatch(/^(?:[-+#=>]|\d+[.)])/);
    }),
  );
});

test("whatever is said, a row has as many cells as its table", () => {
  fc.assert(
    fc.property(fc.array(words), (said) => {
      const [, , row = ""] = markdown(...table(["one", "two"], [[said, said]])).split("\n");
      expect(row.replace(/\\[\s\S]/g, "").split("|").length).toBe(4);
    }),
  );
});

test("whatever is said, HTML has no element that we did not write, and asks nobody for anything", () => {
  const ours = new Set("html head meta title style body h1 h2 h3 p ul li table tr th td pre code strong a".split(" "));
  fc.assert(
    fc.property(fc.array(words), (said) => {
      const page = toHtml({
        path: "rule/ro-1",
        title: said,
        blocks: [heading(2, ...said), paragraph(...said), ...list([said]), ...table(["a"], [[said]])],
      });
      for (const [, tag = ""] of page.matchAll(/<\/?([a-z0-9]*)/g)) expect(ours).toContain(tag === "" ? "html" : tag);
      for (const [, address = ""] of page.matchAll(/href="([^"]*)"/g)) {
        expect(address).toMatch(/^(?:https?:\/\/|#|[^:]*$|\.\/|\.\.\/)/);
      }
      expect(page).not.toMatch(/<(?:script|img|link|iframe)/);
    }),
  );
});
