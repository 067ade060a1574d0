/** What `docs/formatting.md` shows is what the formatter does, and every block of the pages is in the layout. */
import { format } from "@edict/language";
import { expect, test } from "vitest";
import { read } from "../tidy/tree.js";

test("the page's example", () => {
  const [, before, after] = /^```text\n([^]*?)^```[^]*?^```edict\n([^]*?)^```/m.exec(read("docs/formatting.md")) ?? [];
  expect(format(before ?? "")).toBe(after);
});
