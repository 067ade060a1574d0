/** The reference of a rulebook, over random rulebooks: it is made, the same each time, and its links lead to its pages. */
import { referencePages, toHtml, toMarkdown } from "@edict/language";
import type { Rulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import { holdsForCases } from "../properties/runs.js";

function pagesOf(
  rulebook: Rulebook,
): readonly { readonly path: string; readonly markdown: string; readonly html: string }[] {
  const source = { rulebook, outcomes: [], writtenRule: () => null, wayToFile: () => null };
  return referencePages(source).map((page) => ({
    path: page.path,
    markdown: toMarkdown(page),
    html: toHtml(page),
  }));
}

test("every rulebook has its pages, and each link leads to one", () => {
  let links = 0;
  holdsForCases(({ rulebook }) => {
    const pages = pagesOf(rulebook);
    expect(pagesOf(structuredClone(rulebook))).toEqual(pages);
    const paths = new Set(pages.map(({ path }) => path));
    expect(paths.size).toBe(pages.length);
    for (const { path, markdown, html } of pages) {
      expect(markdown + html).not.toMatch(/undefined|NaN|\[object/);
      for (const [, target = ""] of markdown.matchAll(/\]\(((?!https?:)[^)#]+)\.md/g)) {
        const there = new URL(target, `file:///${path}`).pathname.slice(1);
        expect(paths).toContain(there === "README" ? "" : there);
        links += 1;
      }
    }
  }, 0.2);
  expect(links).toBeGreaterThan(1000);
});
