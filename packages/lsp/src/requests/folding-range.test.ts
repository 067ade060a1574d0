import { expect, test } from "vitest";
import { FoldingRangeRequest } from "vscode-languageserver/node";
import { withSession } from "../testing/session.js";

test("folds are lines, and comments are said to be comments", async () => {
  await withSession('# a\n# b\n\nrule R<|> "t"\n  forbid 77301\n  deny\n', async ({ ask, atCaret }) => {
    const { textDocument } = atCaret();
    expect(await ask(FoldingRangeRequest.type, { textDocument })).toEqual([
      { startLine: 0, endLine: 1, kind: "comment" },
      { startLine: 3, endLine: 5 },
    ]);
  });
});
