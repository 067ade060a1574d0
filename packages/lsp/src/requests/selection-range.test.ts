import { expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver/node";
import { SelectionRangeRequest } from "vscode-languageserver/node";
import { withSession } from "../testing/session.js";

test("each place has its own chain, from the smallest outwards", async () => {
  await withSession("codes A = 77280, 772<|>90\n", async ({ ask, atCaret, textOf }) => {
    const { textDocument, position } = atCaret();
    const found = await ask(SelectionRangeRequest.type, {
      textDocument,
      positions: [position, { line: 9, character: 0 }],
    });
    const chain = (range: SelectionRange | undefined): readonly string[] =>
      range === undefined ? [] : [textOf(range.range), ...chain(range.parent)];
    expect(found?.map((one) => chain(one))).toEqual([
      ["77290", "77280, 77290", "codes A = 77280, 77290", "codes A = 77280, 77290\n"],
      ["codes A = 77280, 77290\n"],
    ]);
  });
});
