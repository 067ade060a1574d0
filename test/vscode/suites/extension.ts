/** The extension as such: it starts, its commands are there, it works with the settings that it says it has. */
import { deepStrictEqual, ok } from "node:assert";
import type { CompletionList } from "vscode";
import { commands, extensions, languages, Position, workspace } from "vscode";
import type { Cases } from "./run-cases.js";
import { diagnosticsOf, has, open } from "./rulebook.js";

const ours = (): ReturnType<typeof extensions.getExtension> => extensions.getExtension("edict.edict-vscode");

export const extensionCases: Cases = {
  "the extension starts with a rule file": async () => {
    const { document } = await open("# nothing yet\n");
    deepStrictEqual(document.languageId, "edict");
    await ours()?.activate();
    ok(ours()?.isActive === true, "it is not active");
  },

  "every command of the manifest is there": async () => {
    const contributed: readonly { readonly command: string }[] = ours()?.packageJSON.contributes.commands ?? [];
    const known = new Set(await commands.getCommands(true));
    deepStrictEqual(
      contributed.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
    ok(contributed.length > 3, "the manifest has commands");
  },

  "a server that is started again answers again": async () => {
    const { uri } = await open("codes Nobody = 77280\n");
    await diagnosticsOf(uri, "unused-set", has("unused-set"));
    await commands.executeCommand("edict.restartServer");
    await diagnosticsOf(uri, "unused-set once more", has("unused-set"));
  },

  "a server that is turned off says nothing, and works again when it is turned on": async () => {
    const { uri } = await open("codes Nobody = 77280\n");
    await diagnosticsOf(uri, "unused-set", has("unused-set"));
    const settings = workspace.getConfiguration("edict");
    await settings.update("server.enabled", false);
    await diagnosticsOf(uri, "none without the server", (found) => found.length === 0);
    const offered: CompletionList = await commands.executeCommand(
      "vscode.executeCompletionItemProvider",
      uri,
      new Position(1, 0),
    );
    const labels = offered.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    ok(labels.includes("rule-bundle"), `the snippets stand in: ${labels.join(", ")}`);
    await settings.update("server.enabled", undefined);
    await diagnosticsOf(uri, "unused-set with the server", has("unused-set"));
  },

  "the language is known by its extension": async () => {
    ok((await languages.getLanguages()).includes("edict"), "there is no language edict");
  },
};
