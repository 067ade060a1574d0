/** What helps to write: completions, layout, changes at a place. */
import { deepStrictEqual, ok } from "node:assert";
import type { CodeAction, CompletionItem, CompletionList, TextEdit } from "vscode";
import { CompletionItemKind, commands, WorkspaceEdit, workspace } from "vscode";
import type { Cases } from "./run-cases.js";
import type { Opened } from "./rulebook.js";
import { diagnosticsOf, eventually, has, open } from "./rulebook.js";

const codes = {
  "codes.edict": 'authority A "who says so"\npayer Medicare = "MEDICARE"\ncodes Simulation = 77280, 77285\n',
};

/** What is offered at the caret. */
async function offers(text: string): Promise<readonly CompletionItem[]> {
  const { uri, at } = await open(text, codes);
  const { items } = await eventually("any offer of the server", async () => {
    const list: CompletionList = await commands.executeCommand("vscode.executeCompletionItemProvider", uri, at);
    return list.items.some(({ kind }) => kind !== CompletionItemKind.Text) ? list : null;
  });
  return items;
}

/** What is offered at the caret, by its words. */
async function offered(text: string): Promise<readonly string[]> {
  return (await offers(text)).map(({ label }) => textOf(label));
}

function textOf(label: CompletionItem["label"]): string {
  return typeof label === "string" ? label : label.label;
}

async function layOut({ uri, document }: Opened): Promise<string> {
  const edits: TextEdit[] | undefined = await commands.executeCommand("vscode.executeFormatDocumentProvider", uri, {
    tabSize: 2,
    insertSpaces: true,
  });
  const edit = new WorkspaceEdit();
  edit.set(uri, edits ?? []);
  await workspace.applyEdit(edit);
  return document.getText();
}

const header = 'rule R-1 "a title"\n  effective 2026-01-01\n  because A\n';

export const writingCases: Cases = {
  "after for the payers are offered": async () => {
    ok((await offered(`${header}  for <|>\n`)).includes("Medicare"));
  },

  "after bundle sets are offered, and after the set into": async () => {
    ok((await offered(`${header}  bundle <|>\n`)).includes("Simulation"));
    ok((await offered(`${header}  bundle Simulation <|>\n`)).includes("into"));
  },

  "in a message its placeholders are offered": async () => {
    const found = await offered(`${header}  bundle Simulation into 77301 on the same day\n  deny "{<|>}"\n`);
    ok(
      found.some((label) => label.includes("other.code")),
      found.join(", "),
    );
  },

  "at the start of a line whole rules are offered once": async () => {
    const found = (await offers("<|>")).map(({ label, kind }) => `${textOf(label)} ${kind}`);
    ok(found.length > 10, found.join(", "));
    const twice = found.filter((label, index) => found.indexOf(label) !== index);
    ok(twice.length === 0, `offered twice: ${twice.join(", ")}`);
    ok(!found.some((one) => one.startsWith("rule-bundle")), "the snippets rest while the server runs");
  },

  "a document is laid out, and laid out once more it stays": async () => {
    const opened = await open(
      'rule   R-1 "a title"\n because A\n   effective 2026-01-01\n  hold\n   forbid   77280,77285\n',
      codes,
    );
    const once = await layOut(opened);
    deepStrictEqual(once, 'rule R-1 "a title"\n  effective 2026-01-01\n  because A\n  forbid 77280, 77285\n  hold\n');
    deepStrictEqual(await layOut(opened), once);
  },

  "a fix mends what is marked": async () => {
    const { uri, document } = await open(`${header}  forbid Simulaton\n  hold\n`, codes);
    const [found] = (await diagnosticsOf(uri, "unknown-name", has("unknown-name"))).filter((one) =>
      has("unknown-name")([one]),
    );
    ok(found !== undefined);
    const actions: CodeAction[] = await commands.executeCommand("vscode.executeCodeActionProvider", uri, found.range);
    const fix = actions.find(({ title, edit }) => edit !== undefined && title.includes("Simulation"));
    ok(fix?.edit !== undefined, actions.map(({ title }) => title).join("; "));
    await workspace.applyEdit(fix.edit);
    ok(document.getText().includes("forbid Simulation\n"), document.getText());
    await diagnosticsOf(uri, "no unknown-name", (all) => !has("unknown-name")(all));
  },
};
