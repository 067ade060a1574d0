/** What can be done with a rulebook, as a list to choose from: what a click on the status item shows. */
import type { QuickPickItem } from "vscode";
import { commands, window } from "vscode";
import type { ServerState } from "../client.js";

interface Choice extends QuickPickItem {
  readonly command: string;
  readonly argument?: string;
}

export async function showMenu(state: ServerState): Promise<void> {
  const chosen = await window.showQuickPick(choices(state), { placeHolder: "What would you like to do?" });
  if (chosen !== undefined) await commands.executeCommand(chosen.command, chosen.argument);
}

function choices(state: ServerState): readonly Choice[] {
  return [
    { command: "edict.showProblems", label: "$(list-unordered) Show the problems of the rulebook" },
    { command: "editor.action.formatDocument", label: "$(list-selection) Lay this file out" },
    { command: "workbench.action.gotoSymbol", label: "$(symbol-function) Go to a rule in this file" },
    { command: "workbench.action.showAllSymbols", label: "$(search) Find a rule, a set or a payer" },
    { command: "edict.newRulebook", label: "$(new-folder) New rulebook with a sample rule" },
    { command: "edict.openWalkthrough", label: "$(book) The first five minutes" },
    {
      command: "edict.restartServer",
      label: "$(debug-restart) Restart the language server",
      description: state === "running" ? "" : `it is ${state}`,
    },
    { command: "edict.showLog", label: "$(output) Show the log" },
    {
      command: "workbench.action.openSettings",
      argument: "@ext:edict.edict-vscode",
      label: "$(settings-gear) Settings",
    },
  ];
}
