/** The commands that are no feature of their own, each a name of the manifest and what it does. */
import type { Disposable } from "vscode";
import { commands } from "vscode";
import type { FeatureContext } from "../features/feature.js";
import { newRulebook } from "./new-rulebook.js";
import { showMenu } from "./show-menu.js";

export function registerCommands({ client, extensionUri, log }: FeatureContext): readonly Disposable[] {
  return [
    commands.registerCommand("edict.newRulebook", () => newRulebook(extensionUri)),
    commands.registerCommand("edict.openWalkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", "edict.edict-vscode#firstRule", false),
    ),
    commands.registerCommand("edict.showProblems", () => commands.executeCommand("workbench.actions.view.problems")),
    commands.registerCommand("edict.restartServer", () => client.restart()),
    commands.registerCommand("edict.showLog", () => log.show()),
    commands.registerCommand("edict.showMenu", () => showMenu(client.state)),
  ];
}
