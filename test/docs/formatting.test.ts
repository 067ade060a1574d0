/** What `docs/formatting.md` shows is what the formatter does, and what other pages show is in the layout. */
import { format } from "@edict/language";
import { expect, test } from "vitest";
import { paths, read } from "../tidy/tree.js";

test("the page's example", () => {
  const [, before, after] = /^```text\n([^]*?)^```[^]*?^```edict\n([^]*?)^```/m.exec(read("docs/formatting.md")) ?? [];
  expect(format(before ?? "")).toBe(after);
});

test("what the language's pages show is in the layout", () => {
  const pages = paths.filter((path) => path === "README.md" || /^docs\/(?:language\/.*|formatting)\.md$/.test(path));
  const blocks = pages.flatMap((page) =>
    [...read(page).matchAll(/^```edict\n([^]*?)^```/gm)].map(([, block]) => block ?? ""),
  );
  expect(blocks.map(format)).toEqual(blocks);
});
