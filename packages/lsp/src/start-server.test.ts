import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { DocumentDiagnosticRequest, WorkspaceDiagnosticRequest } from "vscode-languageserver/node";
import { withSession } from "./testing/session.js";

const cited = `authority M "Manual"\npayer Medicare = "MC"\n`;
const rule = (code: string): string =>
  `rule R-1 "title"\n  effective 2024-01-01\n  because M\n  forbid ${code}\n  deny as CARC 97 "{code}"\n`;

const hasError = (list: PublishDiagnosticsParams): boolean => list.diagnostics.some(({ severity }) => severity === 1);

test("an edit is answered with its version, and the mark stands where the text is wrong", async () => {
  await withSession(`${cited}${rule("<|77301|>")}`, async ({ range, edit, text, textOf, diagnosticsOf }) => {
    expect(range(0).range.start.line).toBe(5);
    const at = text("rules.edict").indexOf("77301");
    await edit("rules.edict", at, at + 5, "Simulation");
    const { version, diagnostics } = await diagnosticsOf("rules.edict", hasError);
    expect(version).toBe(2);
    const errors = diagnostics.filter(({ severity }) => severity === 1);
    expect(errors.map(({ code, range: where }) => [code, textOf(where)])).toEqual([["unknown-name", "Simulation"]]);
  });
});

test("a change of a set is told in the file that uses it", async () => {
  const files = `codes Planning<|> = 77301\n--- other.edict\n${cited}${rule("Planning")}`;
  await withSession(files, async ({ edit, diagnosticsOf, published }) => {
    await diagnosticsOf("rules.edict", ({ version }) => version === 1);
    expect(published.get("other.edict")?.diagnostics.filter(({ severity }) => severity === 1) ?? []).toEqual([]);
    await edit("rules.edict", 6, 14, "Plan");
    const { diagnostics, version } = await diagnosticsOf("other.edict", hasError);
    expect(version).toBeUndefined();
    expect(diagnostics.find(({ severity }) => severity === 1)?.code).toBe("unknown-name");
  });
});

test("what is wrong with a file goes when the file goes", async () => {
  const files = `codes Planning<|> = 77301\n--- other.edict\ncodes Planning = 77402\n`;
  await withSession(files, async ({ folder, uri, tell, diagnosticsOf }) => {
    await diagnosticsOf("rules.edict", ({ diagnostics }) => diagnostics.length === 1);
    rmSync(join(folder, "other.edict"));
    await tell("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("other.edict"), type: 3 }] });
    await diagnosticsOf("rules.edict", ({ diagnostics }) => diagnostics.every(({ code }) => code === "unused-set"));
  });
});

test("a code that the list of valid codes has not is told, and again when the list is another", async () => {
  const files = `table ValidCodes lists valid codes from "valid.csv"
  code code
codes Planning = <|>77780
--- valid.csv
code
77280
`;
  const told = ({ diagnostics }: PublishDiagnosticsParams): string => {
    const message = diagnostics.find(({ code }) => code === "no-such-code")?.message;
    return typeof message === "string" ? message : "";
  };
  await withSession(files, async ({ folder, uri, tell, edit, diagnosticsOf }) => {
    const wanted = "77780 is no code in ValidCodes; did you mean 77280?";
    await diagnosticsOf("rules.edict", (list) => told(list) === wanted);
    await edit("rules.edict", 0, 0, "# Codes.\n");
    await diagnosticsOf("rules.edict", (list) => list.version === 2 && told(list) === wanted);
    writeFileSync(join(folder, "valid.csv"), "code\n77280\n77781\n");
    await tell("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("valid.csv"), type: 2 }] });
    await diagnosticsOf("rules.edict", (list) => told(list) === `${wanted.slice(0, -1)} or 77781?`);
    // A list that cannot be read says nothing.
    writeFileSync(join(folder, "valid.csv"), "code\nnone\n");
    await tell("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("valid.csv"), type: 2 }] });
    await diagnosticsOf("rules.edict", (list) => told(list) === "");
  });
});

test("a folder with settings of its own is a rulebook of its own", async () => {
  const files = `codes Planning<|> = 77301\n--- own/edict.json\n{}\n--- own/other.edict\ncodes Planning = 77402\n`;
  await withSession(files, async ({ folder, uri, tell, diagnosticsOf }) => {
    await diagnosticsOf(
      "rules.edict",
      ({ diagnostics }) => diagnostics.map(({ code }) => code).join() === "unused-set",
    );
    rmSync(join(folder, "own/edict.json"));
    await tell("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("own/edict.json"), type: 3 }] });
    await diagnosticsOf("rules.edict", ({ diagnostics }) => diagnostics[0]?.code === "name-declared-twice");
    writeFileSync(join(folder, "own/edict.json"), "{}");
    await tell("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("own/edict.json"), type: 1 }] });
    await diagnosticsOf("rules.edict", ({ diagnostics }) => diagnostics[0]?.code === "unused-set");
  });
});

test("a client that asks for diagnostics is answered, and told where nothing changed", async () => {
  const capabilities = { textDocument: { diagnostic: {} } };
  await withSession(
    `codes Planning<|> = 77301\n--- other.edict\ncodes Other = 77402\n`,
    async ({ ask, uri, serverCapabilities, published }) => {
      expect(serverCapabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
      const first = await ask(DocumentDiagnosticRequest.type, { textDocument: { uri: uri("rules.edict") } });
      expect(first).toMatchObject({ kind: "full", items: [{ code: "unused-set", tags: [1] }] });
      const previousResultId = first.resultId ?? "";
      const second = await ask(DocumentDiagnosticRequest.type, {
        textDocument: { uri: uri("rules.edict") },
        previousResultId,
      });
      expect(second).toEqual({ kind: "unchanged", resultId: previousResultId });
      const all = await ask(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
      expect(all.items.map(({ kind }) => kind)).toEqual(["full", "full"]);
      expect(published.size).toBe(0);
    },
    { capabilities },
  );
});

test("a project's settings say how severe a warning is, and what is wrong with them is shown in their file", async () => {
  const files = `codes Planning<|> = 77301\n--- edict.json\n{ "lint": { "unused-set": "info", "unused-sets": "off" } }\n`;
  await withSession(files, async ({ folder, uri, tell, diagnosticsOf }) => {
    const severityOf = (list: PublishDiagnosticsParams): unknown =>
      list.diagnostics.find(({ code }) => code === "unused-set")?.severity;
    await diagnosticsOf("rules.edict", (list) => severityOf(list) === 3);
    await diagnosticsOf("edict.json", ({ diagnostics }) => diagnostics[0]?.code === "unknown-lint");
    writeFileSync(join(folder, "edict.json"), `{ "lint": { "unused-set": "error" } }`);
    await tell("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("edict.json"), type: 2 }] });
    await diagnosticsOf("rules.edict", (list) => severityOf(list) === 1);
    await diagnosticsOf("edict.json", ({ diagnostics }) => diagnostics.length === 0);
  });
});
