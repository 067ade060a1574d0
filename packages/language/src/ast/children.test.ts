import { expect, test } from "vitest";
import { parse } from "../syntax/parse.js";
import { pathAt, walk } from "./children.js";

const text = `rule R-1 "t"
  forbid 77290 with 77301 within 30 days
  deny as CARC 97
`;

function tree() {
  return parse({ path: "a.edict", text }).file;
}

test("a walk meets the parts that stand within plain objects too", () => {
  const kinds = [...walk(tree())].map(({ kind }) => kind);
  expect(kinds).toContain("window");
  expect(kinds).toContain("duration-literal");
});

test("the path to an offset goes from the file to the narrowest part", () => {
  const path = pathAt(tree(), text.indexOf("77301") + 2);
  expect(path.map(({ kind }) => kind)).toEqual(["file", "rule", "forbid", "code-expression", "set-item", "word"]);
});

test("every part lies within its parent", () => {
  for (const node of walk(tree())) {
    for (const child of walk(node)) expect(child.start >= node.start && child.end <= node.end).toBe(true);
  }
});
