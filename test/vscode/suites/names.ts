/** Names across files: where they are declared and used, and other names for them. */
import { deepStrictEqual, ok, rejects } from "node:assert";
import type { Location, LocationLink, Uri, WorkspaceEdit } from "vscode";
import { commands, workspace } from "vscode";
import type { Cases } from "./run-cases.js";
import { beside, open } from "./rulebook.js";

const codes = { "codes.edict": "codes Simulation = 77280\ncodes Planning = 77301\n" };
const rule = `rule R-1 "a title"
  bundle Simu<|>lation into Planning on the same day
  deny
`;

const nameOf = (uri: Uri): string => uri.path.split("/").at(-1) ?? "";

export const namesCases: Cases = {
  "a name leads to where it is declared": async () => {
    const { uri, at } = await open(rule, codes);
    const found: (Location | LocationLink)[] = await commands.executeCommand(
      "vscode.executeDefinitionProvider",
      uri,
      at,
    );
    const places = found.map((one) => ("targetUri" in one ? one.targetUri : one.uri));
    deepStrictEqual(places.map(nameOf), ["codes.edict"]);
  },

  "all places that name a thing are found": async () => {
    const { uri, at } = await open(rule, codes);
    const found: Location[] = await commands.executeCommand("vscode.executeReferenceProvider", uri, at);
    deepStrictEqual(found.map((one) => nameOf(one.uri)).sort(), ["codes.edict", "rules.edict"]);
  },

  "a set is renamed in every file": async () => {
    const opened = await open(rule, codes);
    const edit: WorkspaceEdit = await commands.executeCommand(
      "vscode.executeDocumentRenameProvider",
      opened.uri,
      opened.at,
      "Imaging",
    );
    ok(await workspace.applyEdit(edit));
    ok(opened.document.getText().includes("bundle Imaging into Planning"), opened.document.getText());
    const other = await workspace.openTextDocument(beside(opened, "codes.edict"));
    ok(other.getText().startsWith("codes Imaging = 77280\n"), other.getText());
  },

  "a name that is taken is refused with a reason": async () => {
    const { uri, at } = await open(rule, codes);
    await rejects(
      Promise.resolve(commands.executeCommand("vscode.executeDocumentRenameProvider", uri, at, "Planning")),
      /Planning/,
    );
  },
};
