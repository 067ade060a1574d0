/** What is told of a text: hovers, symbols. */
import { deepStrictEqual, ok } from "node:assert";
import type { DocumentSymbol, Hover, SymbolInformation } from "vscode";
import { commands, MarkdownString } from "vscode";
import type { Cases } from "./run-cases.js";
import { eventually, open } from "./rulebook.js";

const codes = {
  "codes.edict":
    'authority A "who says so" version "2026"\n# Codes of a simulation.\ncodes Simulation = 77280, 77285..77290\n',
};

const rule = `rule R-1 "Simulation is part of the plan"
  effective 2026-01-01
  because A
  bundle Simu<|>lation into 77301 on the same day
  deny as CARC 97

test "on the same day"
  given starting 2026-03-02
  day 1  77290
  day 1  77301
  expect R-1 on 77290 day 1
`;

export const readingCases: Cases = {
  "a hover over a set tells its codes": async () => {
    const { uri, at } = await open(rule, codes);
    const found = await eventually("a hover", async () => {
      const hovers: Hover[] = await commands.executeCommand("vscode.executeHoverProvider", uri, at);
      return hovers.length > 0 ? hovers : null;
    });
    const text = found
      .flatMap(({ contents }) => contents.map((one) => (one instanceof MarkdownString ? one.value : "")))
      .join();
    ok(text.includes("77280") && text.includes("Codes of a simulation"), text);
  },

  "rules and tests are the symbols of a file, and names those of the workspace": async () => {
    const { uri } = await open(rule, {
      "codes.edict": 'authority A "who says so"\ncodes Simulation = 77280\ncodes OnlyHere = 77285\n',
    });
    const symbols: DocumentSymbol[] = await commands.executeCommand("vscode.executeDocumentSymbolProvider", uri);
    deepStrictEqual(
      symbols.map(({ name }) => name),
      ["R-1", "on the same day"],
    );
    const all: SymbolInformation[] = await commands.executeCommand("vscode.executeWorkspaceSymbolProvider", "OnlyHere");
    deepStrictEqual(
      all.map(({ name }) => name),
      ["OnlyHere"],
    );
  },
};
