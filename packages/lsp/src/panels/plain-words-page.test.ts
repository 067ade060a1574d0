import { expect, test } from "vitest";
import { plainWordsPage } from "./plain-words-page.js";

const hostile = `<img src=x onerror=steal()>"'`;
const place = {
  uri: `file:///a"><script>.edict`,
  range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
};

test("nothing that a rulebook says becomes an element, and only web addresses become links", () => {
  const at = { file: "a.edict", line: 1, column: 1 };
  const { html } = plainWordsPage({
    rule: {
      id: hostile,
      title: hostile,
      sentences: [
        { kind: "finding", text: hostile },
        { kind: "waiver", text: hostile },
      ],
    },
    place,
    authorities: [
      { name: hostile, title: hostile, version: null, url: `javascript:steal()`, doc: null, at },
      { name: "B", title: "b", version: null, url: "https://www.cms.gov/x", doc: null, at },
    ],
    tests: [{ title: hostile, place, passed: false }],
  });
  expect(html).not.toMatch(/<img|<script|javascript:/);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(["#", "https://www.cms.gov/x", "#"]);
  expect(html).toContain("Where it is otherwise");
});
