/** Editing: what is shown beside the words and above declarations, and what can be changed at a place. */
import { deepStrictEqual, ok } from "node:assert";
import type { CodeAction, CodeLens, FoldingRange, InlayHint, SelectionRange, SemanticTokens } from "vscode";
import { commands, Range, workspace } from "vscode";
import type { Opened } from "./rulebook.js";
import type { Cases } from "./run-cases.js";
import { open, textOf } from "./rulebook.js";

const rule = `authority M "who says so"
# Why.
rule R-1 "a title"
  for P
  bundle 77280, 77290 into 77301 that follows within 30 days
  deny "{code}"
payer P = "P"
codes Ten = 77310..77319
`;

async function actionsAt({ uri, document }: Opened, words: string, selected = ""): Promise<readonly CodeAction[]> {
  const at = document.getText().indexOf(words);
  const range = new Range(document.positionAt(at), document.positionAt(at + selected.length));
  return commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", uri, range);
}

async function apply(opened: Opened, title: string, words: string, selected = ""): Promise<string> {
  const actions = await actionsAt(opened, words, selected);
  const action = actions.find((one) => one.title === title);
  ok(action?.edit !== undefined, `${title} is offered; there are: ${actions.map((one) => one.title).join("; ")}`);
  ok(await workspace.applyEdit(action.edit), "the editor takes the edit");
  return opened.document.getText();
}

export const editingCases: Cases = {
  "a clause that is added stands on a line of its own, with what is to be typed selected": async () => {
    const opened = await open(rule);
    const text = await apply(opened, "add because M", "R-1");
    ok(text.includes('  for P\n  because M "section"\n  bundle'), text);
    deepStrictEqual(textOf(opened, opened.editor.selection), "section");
  },

  "codes that are selected get a name, which is typed in both places at once": async () => {
    const opened = await open(rule);
    await apply(opened, "name these 2 as a set of codes", "77280, 77290", "77280, 77290");
    await commands.executeCommand("type", { text: "Simulation" });
    const text = opened.document.getText();
    ok(text.includes("codes Simulation = 77280, 77290\n\n# Why.\nrule R-1"), text);
    ok(text.includes("  bundle Simulation into 77301"), text);
  },

  "tests are made below the rule": async () => {
    const opened = await open(rule);
    const text = await apply(opened, "make 2 tests of R-1 from its boundary", "R-1");
    ok(text.includes('  deny "{code}"\n\ntest "R-1: 77301 30 days after 77280"\n  given payer P, starting '), text);
  },

  "lenses say who refers to a thing, and show it": async () => {
    const opened = await open(rule);
    const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", opened.uri, 100);
    const said = lenses.map(({ command }) => command?.title);
    deepStrictEqual(said, [
      ...["0 references", "no test expects it", "what would this hit?"],
      ...["0 references", "1 reference", "0 references"],
    ]);
    const shown = lenses.find(({ command }) => command?.title === "1 reference")?.command;
    deepStrictEqual(shown?.command, "editor.action.showReferences");
    await commands.executeCommand(shown.command, ...(shown.arguments ?? []));
  },

  "hints, folds, selections and colours are there": async () => {
    const opened = await open(rule);
    const whole = new Range(0, 0, 9, 0);
    const hints = await commands.executeCommand<InlayHint[]>("vscode.executeInlayHintProvider", opened.uri, whole);
    deepStrictEqual(
      hints.map(({ label }) => label),
      ["10 numbers"],
    );
    const folds = await commands.executeCommand<FoldingRange[]>("vscode.executeFoldingRangeProvider", opened.uri);
    ok(
      folds.some(({ start, end }) => start === 2 && end === 5),
      JSON.stringify(folds),
    );
    const at = opened.document.positionAt(opened.document.getText().indexOf("77290"));
    const [grown] = await commands.executeCommand<SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      opened.uri,
      [at],
    );
    deepStrictEqual(grown && textOf(opened, grown.range), "77290");
    const colours = await commands.executeCommand<SemanticTokens>("vscode.provideDocumentSemanticTokens", opened.uri);
    ok(colours.data.length > 50, `${colours.data.length} numbers`);
  },
};
