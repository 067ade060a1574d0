/** Diagnostics: they come, say what to do, and go when the text is mended, in other files too. */
import { deepStrictEqual, ok } from "node:assert";
import type { TextDocument } from "vscode";
import { commands, DiagnosticSeverity, Range, window, WorkspaceEdit, workspace } from "vscode";
import type { Cases } from "./run-cases.js";
import { beside, codeOf, diagnosticsOf, has, open, textOf } from "./rulebook.js";

const rule = (codes: string): string => `authority A "who says so"
rule R-1 "a title"
  effective 2026-01-01
  because A
  forbid ${codes}
  hold
`;

async function write(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
}

export const diagnosticsCases: Cases = {
  "a name that nobody declared is marked where it stands": async () => {
    const opened = await open(rule("Simulaton"), { "codes.edict": "codes Simulation = 77280\n" });
    const found = await diagnosticsOf(opened.uri, "unknown-name", has("unknown-name"));
    const unknown = found.find((one) => codeOf(one) === "unknown-name");
    ok(unknown !== undefined);
    deepStrictEqual(textOf(opened, unknown.range), "Simulaton");
    deepStrictEqual(unknown.severity, DiagnosticSeverity.Error);
    ok(unknown.message.includes("did you mean Simulation?"), unknown.message);
    ok(
      typeof unknown.code === "object" && unknown.code.target.path.endsWith("unknown-name.md"),
      "it links to its page",
    );
  },

  "a diagnostic goes when the text is mended, and comes when it is broken": async () => {
    const opened = await open(rule("77280"));
    await diagnosticsOf(opened.uri, "no errors", (found) => !has("unknown-name")(found));
    const code = opened.document.getText().indexOf("77280");
    const place = new Range(opened.document.positionAt(code), opened.document.positionAt(code + 5));
    await opened.editor.edit((edit) => edit.replace(place, "Nobody"));
    await diagnosticsOf(opened.uri, "unknown-name after the edit", has("unknown-name"));
    await commands.executeCommand("undo");
    await diagnosticsOf(opened.uri, "none after undo", (found) => !has("unknown-name")(found));
  },

  "what edict.json says holds as soon as it is written, and a slip in it is marked": async () => {
    const opened = await open('authority A "who says so"\n');
    await diagnosticsOf(opened.uri, "authority-without-url", has("authority-without-url"));
    const settings = await workspace.openTextDocument(beside(opened, "edict.json"));
    await window.showTextDocument(settings);
    await write(settings, '{ "lint": { "authority-without-url": "of" } }\n');
    await diagnosticsOf(settings.uri, "a slip in the settings", (found) => found.length > 0);
    await write(settings, '{ "lint": { "authority-without-url": "off" } }\n');
    await diagnosticsOf(settings.uri, "no slip", (found) => found.length === 0);
    await settings.save();
    await diagnosticsOf(opened.uri, "no lint", (found) => !has("authority-without-url")(found));
  },

  "a change of one file shows in another that it touches": async () => {
    const opened = await open(rule("Simulation"), { "codes.edict": "codes Simulation = 77280\n" });
    await diagnosticsOf(opened.uri, "no unknown-name", (found) => !has("unknown-name")(found));
    const codes = await workspace.openTextDocument(beside(opened, "codes.edict"));
    const edit = new WorkspaceEdit();
    edit.replace(codes.uri, new Range(0, 6, 0, 16), "Renamed");
    await workspace.applyEdit(edit);
    await diagnosticsOf(opened.uri, "unknown-name from the other file", has("unknown-name"));
  },
};
