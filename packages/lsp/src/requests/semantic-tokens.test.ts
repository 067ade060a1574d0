import { expect, test } from "vitest";
import {
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver/node";
import { withSession } from "../testing/session.js";

test("all tokens, then those that changed, then those of a range", async () => {
  await withSession("codes A = 77280, <|77290|>\n", async ({ ask, uri, range, edit, serverCapabilities }) => {
    const textDocument = { uri: uri("rules.edict") };
    const legend = serverCapabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const [keyword, code, set] = ["keyword", "code", "set"].map((type) => legend.indexOf(type));
    const full = await ask(SemanticTokensRequest.type, { textDocument });
    // 5 is a name where it is declared that nothing uses.
    expect(full?.data).toEqual([0, 0, 5, keyword, 0, 0, 6, 1, set, 5, 0, 4, 5, code, 0, 0, 7, 5, code, 0]);

    const before = full?.resultId ?? "";
    await edit("rules.edict", 15, 15, ", 77285");
    const delta = await ask(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: before });
    expect(delta).toMatchObject({ edits: [{ deleteCount: 0, data: expect.any(Array) }] });
    expect(await ask(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: "no such" })).toHaveProperty(
      "data",
    );
    const within = await ask(SemanticTokensRangeRequest.type, { textDocument, range: range(0).range });
    expect(within?.data).toEqual([0, 17, 5, code, 0]);
  });
});

test("an editor that lays them over its own colours gets names and codes, and no keywords", async () => {
  const semanticTokens = { augmentsSyntaxTokens: true, requests: {}, tokenTypes: [], tokenModifiers: [], formats: [] };
  await withSession(
    "codes A = <|77280|> # c\n",
    async ({ ask, uri }) => {
      const full = await ask(SemanticTokensRequest.type, { textDocument: { uri: uri("rules.edict") } });
      expect(full?.data.length).toBe(10);
    },
    { capabilities: { textDocument: { semanticTokens, publishDiagnostics: {} } } },
  );
});
