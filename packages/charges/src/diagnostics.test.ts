import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fileErrors, rowReasons } from "./diagnostics.js";

const page = readFileSync(new URL("../../../docs/charge-files/reasons.md", import.meta.url), "utf8");

test("the page has a section for each code, in the order of the catalogues, and no other", () => {
  const sections = [...page.matchAll(/^### `(.*)`$/gm)].map((found) => found[1]);
  expect(sections).toEqual([...Object.keys(rowReasons), ...Object.keys(fileErrors)]);
});

test("messages are lower case, without a stop, and never blame", () => {
  const parameters = {
    field: "patient",
    found: 1,
    expected: 2,
    form: "x",
    why: "x",
    rows: 1,
    first: 1,
    row: 1,
    headers: "x",
    layout: "x",
    header: "x",
    known: "x",
    layouts: "x",
    missing: "x",
    reason: "x",
    column: "x",
    value: "x",
    type: "x",
    sources: "x",
  };
  for (const [code, kind] of Object.entries({ ...rowReasons, ...fileErrors })) {
    const message = kind.message(parameters);
    expect(message, code).toMatch(/^(?:--set|X12|[a-z])/);
    expect(message, code).not.toMatch(/\.$|invalid|illegal|unexpected token/i);
  }
});
