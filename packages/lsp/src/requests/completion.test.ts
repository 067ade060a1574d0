import { expect, test } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver/node";
import { CompletionRequest, CompletionResolveRequest, InsertTextFormat } from "vscode-languageserver/node";
import type { Session } from "../testing/session.js";
import { withSession } from "../testing/session.js";

const book = `--- data/pairs.csv
one,two
--- book.edict
# Plans of every kind.
codes Plan = 77301
payer Medicare = "MEDICARE"
`;

async function itemsOf({ ask, atCaret }: Session): Promise<readonly CompletionItem[]> {
  const found: CompletionItem[] | CompletionList | null = await ask(CompletionRequest.type, atCaret());
  return found === null || Array.isArray(found) ? (found ?? []) : found.items;
}

test("a name takes the place of the word at the caret, and says what it is", async () => {
  await withSession(`rule R-1 "t"\n  forbid Pl<|>x\n  deny\n${book}`, async (session) => {
    const [first] = await itemsOf(session);
    expect(first).toMatchObject({ label: "Plan", detail: "codes: 77301" });
    if (first?.textEdit === undefined || !("range" in first.textEdit)) throw new Error("an item has its range");
    expect(session.textOf(first.textEdit.range)).toBe("Plx");
    const resolved = await session.ask(CompletionResolveRequest.type, first);
    expect(resolved.documentation).toMatchObject({ kind: "markdown" });
    expect(JSON.stringify(resolved.documentation)).toContain("Plans of every kind.");
  });
});

test("a client without snippets gets their words", async () => {
  const text = `rule R-1 "t"\n  each Plan requires Plan <|>\n${book}`;
  const plain = async (capabilities: object): Promise<CompletionItem | undefined> => {
    let found: CompletionItem | undefined;
    await withSession(
      text,
      async (session) => {
        found = (await itemsOf(session)).find(({ label }) => label === "within 30 days before");
      },
      { capabilities },
    );
    return found;
  };
  expect(await plain({})).toMatchObject({ textEdit: { newText: "within 30 days before" } });
  const snippets = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
  expect(await plain(snippets)).toMatchObject({
    textEdit: { newText: "within ${1:30 days} before" },
    insertTextFormat: InsertTextFormat.Snippet,
  });
});

test("a quote asks where it opens a text, and not where it closes one", async () => {
  const context = { triggerKind: 2 as const, triggerCharacter: '"' };
  await withSession(`use "<|>"\n${book}`, async ({ ask, atCaret }) => {
    expect(await ask(CompletionRequest.type, { ...atCaret(), context })).not.toBe(null);
  });
  await withSession(`rule R-1 "a \\"t\\""<|>\n${book}`, async ({ ask, atCaret }) => {
    expect(await ask(CompletionRequest.type, { ...atCaret(), context })).toBe(null);
  });
});

test("a blank asks only where something has to come", async () => {
  const context = { triggerKind: 2 as const, triggerCharacter: " " };
  await withSession(`rule R-1 "t"\n  bundle <|>Plan into Plan on the same day\n${book}`, async ({ ask, atCaret }) => {
    expect(await ask(CompletionRequest.type, { ...atCaret(), context })).not.toBe(null);
  });
  await withSession(`rule R-1 "t"\n  bundle Plan into Plan on the same day <|>\n${book}`, async ({ ask, atCaret }) => {
    expect(await ask(CompletionRequest.type, { ...atCaret(), context })).toBe(null);
  });
});

test("paths come from the rulebook's folder, headers from what charge files are usually like", async () => {
  await withSession(`table T from "data/<|>"\n${book}`, async (session) => {
    expect((await itemsOf(session)).map(({ label }) => label)).toEqual(["pairs.csv", "../"]);
  });
  await withSession(`layout L\n  date from "<|>"\n${book}`, async (session) => {
    expect((await itemsOf(session)).map(({ label }) => label)).toContain("DOS");
  });
});
