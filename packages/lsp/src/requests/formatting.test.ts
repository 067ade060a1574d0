import { expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver/node";
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from "vscode-languageserver/node";
import { offsetAt } from "../positions.js";
import { withSession } from "../testing/session.js";

const options = { tabSize: 4, insertSpaces: false };

function applied(text: string, edits: readonly TextEdit[] | null): string {
  const source = { path: "", text };
  return (edits ?? []).toReversed().reduce((done, { range, newText }) => {
    return done.slice(0, offsetAt(source, range.start)) + newText + done.slice(offsetAt(source, range.end));
  }, text);
}

test("a document, in edits that leave alone what is right", async () => {
  await withSession(`codes A=77301\ncodes B = 77300<|>\n`, async ({ ask, atCaret, text, textOf }) => {
    const { textDocument } = atCaret();
    const edits = await ask(DocumentFormattingRequest.type, { textDocument, options });
    expect(applied(text("rules.edict"), edits)).toBe(`codes A = 77301\ncodes B = 77300\n`);
    expect(edits?.map(({ range }) => textOf(range))).toEqual(["", ""]);
  });
});

test("the declarations of a selection, and no others", async () => {
  await withSession(`codes A=77301\n\ncodes <|B|>=77300<|>\n`, async ({ ask, range, text }) => {
    const { uri, range: selected } = range(0);
    const edits = await ask(DocumentRangeFormattingRequest.type, { textDocument: { uri }, range: selected, options });
    expect(applied(text("rules.edict"), edits)).toBe(`codes A=77301\n\ncodes B = 77300\n`);
  });
});

test("a clause that was begun stands under the others", async () => {
  await withSession(`rule R-1 "title"\n<|>\n`, async ({ ask, atCaret, text, serverCapabilities }) => {
    const edits = await ask(DocumentOnTypeFormattingRequest.type, { ...atCaret(), ch: "\n", options });
    expect(applied(text("rules.edict"), edits)).toBe(`rule R-1 "title"\n  \n`);
    expect(serverCapabilities.documentOnTypeFormattingProvider?.firstTriggerCharacter).toBe("\n");
  });
});
