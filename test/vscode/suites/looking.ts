/** Panels and tests: what can be looked at beside a rule, and what the lenses do. */
import { deepStrictEqual, ok } from "node:assert";
import type { CodeLens } from "vscode";
import { commands, Range, Selection, TabInputWebview, Uri, ViewColumn, window, workspace } from "vscode";
import type { Cases } from "./run-cases.js";
import type { Opened } from "./rulebook.js";
import { beside, eventually, open } from "./rulebook.js";

const rule = `authority M "who says so"
rule R-1 "a title"
  because M
  bundle 77280 into 77301 that follows within 30 days
  deny "{code}"
test "on the day"
  given starting 2026-03-02
  day 1  77280
  day 1  77301
  expect R-1 on 77280 day 1
`;

/** The titles of the lenses, worked out. */
async function lenses({ uri }: Opened): Promise<readonly string[]> {
  const found = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
  return found.map(({ command }) => command?.title ?? "");
}

/** The titles of our panels that are open. */
function panels(): readonly string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes("edict."))
    .map(({ label }) => label);
}

function caretAt({ document, editor }: Opened, words: string): void {
  const at = document.positionAt(document.getText().indexOf(words));
  editor.selection = new Selection(at, at);
}

export const lookingCases: Cases = {
  "a lens runs the test, and says that it passed": async () => {
    const opened = await open(rule);
    await eventually("the lens of the test", async () => {
      if ((await lenses(opened)).includes("run test (passed)")) return true;
      // Tests are run when it is quiet, and whoever looks at lenses disturbs that.
      await new Promise((go) => {
        setTimeout(go, 1500);
      });
      return null;
    });
    const all = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", opened.uri, 100);
    const own = all.find(({ command }) => command?.title.startsWith("run test"))?.command;
    deepStrictEqual(own?.command, "edict.runTests");
    await commands.executeCommand(own.command, ...(own.arguments ?? []));
  },

  "a chosen charge file is counted above the rule, and counted again when the rule is saved": async () => {
    const opened = await open(rule, { "charges.csv": "patient,date,code\nA,2026-03-02,77280\nA,2026-03-02,77301\n" });
    await commands.executeCommand("edict.chooseChargeFile", beside(opened, "charges.csv"));
    const says = (title: string): Promise<boolean> =>
      eventually(`${title} above the rule`, async () => ((await lenses(opened)).includes(title) ? true : null));
    await says("1 finding in 1 patient");
    const at = opened.document.getText().indexOf("77280 into");
    const range = new Range(opened.document.positionAt(at), opened.document.positionAt(at + 5));
    await opened.editor.edit((edit) => edit.replace(range, "77285"));
    ok(await opened.document.save(), "it is saved");
    await says("no findings");
    await commands.executeCommand("edict.forgetChargeFile");
    await says("what would this hit?");
  },

  "the chosen charge file stands in no file of the folder": async () => {
    const opened = await open(rule, { "charges.csv": "patient,date,code\nA,2026-03-02,77280\n" });
    await commands.executeCommand("edict.chooseChargeFile", beside(opened, "charges.csv"));
    const [folder] = workspace.workspaceFolders ?? [];
    const settings = folder === undefined ? null : Uri.joinPath(folder.uri, ".vscode", "settings.json");
    const text = await (settings === null ? "" : workspace.fs.readFile(settings).then(String, () => ""));
    ok(!text.includes("charges"), text);
    await commands.executeCommand("edict.forgetChargeFile");
  },

  "panels open beside the rule, and follow the caret": async () => {
    const opened = await open(rule);
    caretAt(opened, "bundle");
    await commands.executeCommand("edict.showPlainWords");
    await eventually("plain words", () => (panels().includes("R-1 in plain words") ? true : null));
    await commands.executeCommand("edict.showGraph");
    await eventually("the graph", () => (panels().includes("Graph: R-1") ? true : null));
    const editor = await window.showTextDocument(opened.document, { viewColumn: ViewColumn.One });
    caretAt({ ...opened, editor }, "77280\n");
    await commands.executeCommand("edict.explain");
    await eventually("the explanation", () => (panels().includes("Explained: 77280 on day 1") ? true : null));
    caretAt({ ...opened, editor }, "expect");
    await eventually("that of the expectation", () =>
      panels().includes("Explained: R-1 on 77280 day 1") ? true : null,
    );
    deepStrictEqual(panels().length, 3);
  },
};
