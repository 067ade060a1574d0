/**
 * Words such as CODES, which a whole rule has where something is to be chosen. When the tab key comes to one, what can
 * stand there is offered without being asked for: the editor by itself does so only where the list never changes.
 */
import { commands, window } from "vscode";
import type { Feature } from "./feature.js";

/** The words that the server's whole declarations have for what is still to be chosen. */
const standIns = new Set(["CODES", "PAYER", "AUTHORITY", "TABLE", "RULE"]);

export const standInsOffered: Feature = ({ client }) => [
  window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
    const [only, ...others] = selections;
    if (document.languageId !== "edict" || only === undefined || others.length > 0 || client.running === null) return;
    if (only.isSingleLine && standIns.has(document.getText(only))) {
      void commands.executeCommand("editor.action.triggerSuggest");
    }
  }),
];
