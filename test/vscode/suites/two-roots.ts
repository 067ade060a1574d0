/** Two folders at once: each has rulebooks of its own, and neither knows the names of the other. */
import { deepStrictEqual, ok } from "node:assert";
import { Position, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { codeOf, codesOf, diagnosticsOf } from "./rulebook.js";
import { runCases } from "./run-cases.js";

/** The rules of the folder with this name. */
function rulesOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.find((one) => one.name === name);
  ok(folder !== undefined, `the folder ${name} is open`);
  return Uri.joinPath(folder.uri, "rules.edict");
}

/** VS Code calls this. */
export function run(): Promise<void> {
  return runCases({
    "the same names may be declared in both": async () => {
      for (const name of ["east", "west"]) await window.showTextDocument(rulesOf(name), { preview: false });
      const edit = new WorkspaceEdit();
      edit.insert(rulesOf("west"), new Position(1, 0), "codes Nobody = 77295\n");
      await workspace.applyEdit(edit);
      await diagnosticsOf(rulesOf("west"), "unused-set", (found) => found.some((one) => codeOf(one) === "unused-set"));
      const named = ["east", "west"].flatMap((name) => codesOf(rulesOf(name)));
      deepStrictEqual(
        named.filter((code) => code === "unused-set" || code === "name-declared-twice"),
        ["unused-set"],
      );
    },
  });
}
