import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importErrors, importReasons } from "./diagnostics.js";

const page = readFileSync(new URL("../../../../docs/importing.md", import.meta.url), "utf8");

test("the page has a line for each code, in the order of the catalogues, and no other", () => {
  const codes = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map((found) => found[1]);
  expect(codes).toEqual([...Object.keys(importReasons), ...Object.keys(importErrors)]);
});
