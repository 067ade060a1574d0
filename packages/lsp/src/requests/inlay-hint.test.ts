import { expect, test } from "vitest";
import { InlayHintRequest } from "vscode-languageserver/node";
import { withSession } from "../testing/session.js";

test("hints stand behind their words, and a setting turns a kind off", async () => {
  await withSession("<|codes A = 77280..77290|>\n", async ({ ask, tell, range }) => {
    const request = { textDocument: { uri: range(0).uri }, range: range(0).range };
    expect(await ask(InlayHintRequest.type, request)).toEqual([
      { position: { line: 0, character: 22 }, label: "11 numbers", paddingLeft: true },
    ]);
    await tell("workspace/didChangeConfiguration", { settings: { edict: { hints: { numbers: false } } } });
    expect(await ask(InlayHintRequest.type, request)).toEqual([]);
  });
});
