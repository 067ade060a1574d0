/** Diagnostics: they come, say what to do, and go when the text is mended, in other files too. */
import { deepStrictEqual, ok } from "node:assert";
import { commands, DiagnosticSeverity, Range, WorkspaceEdit, workspace } from "vscode";
import type { Cases } from "./run-cases.js";
import { beside, codeOf, diagnosticsOf, has, open, textOf } from "./rulebook.js";

const rule = (codes: string): string => `authority A "who says so"
rule R-1 "a title"
  effective 2026-01-01
  because A
  forbid ${codes}
  hold
`;

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
