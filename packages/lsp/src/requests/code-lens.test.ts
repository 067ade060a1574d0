import { expect, test } from "vitest";
import type { ClientCapabilities, CodeLens } from "vscode-languageserver/node";
import { CodeLensRefreshRequest, CodeLensRequest, CodeLensResolveRequest } from "vscode-languageserver/node";
import type { Session } from "../testing/session.js";
import { withSession } from "../testing/session.js";

const files = `codes A<|> = 77280
rule R "t"
  forbid A
  deny
rule S "t"
  forbid A
  deny
test "one"
  2026-03-02 77280
  expect R on 77280 2026-03-02
--- other.edict
test "two"
  2026-03-02 77280
  expect no R
`;

async function lenses({ ask, atCaret }: Session): Promise<readonly CodeLens[]> {
  const { textDocument } = atCaret();
  const found = (await ask(CodeLensRequest.type, { textDocument })) ?? [];
  return Promise.all(found.map((lens) => ask(CodeLensResolveRequest.type, lens)));
}

const commands = ["edict.showReferences", "edict.runTests", "edict.tryOnCharges"];

const titles = (found: readonly CodeLens[]): readonly string[] =>
  found.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ""}`);

test("lenses are counted when they are looked at", async () => {
  await withSession(
    files,
    async (session) => {
      const found = await lenses(session);
      expect(titles(found)).toEqual([
        "0: 2 references",
        "1: run 2 tests",
        "1: what would this hit?",
        "1: 2 references",
        "4: no test expects it",
        "4: what would this hit?",
        "4: 0 references",
        "7: run test",
      ]);
      const uri = session.uri("rules.edict");
      expect(found[2]?.command).toMatchObject({ command: "edict.tryOnCharges", arguments: [uri, "R"] });
      expect(found[1]?.command?.arguments).toMatchObject([
        { title: "two", uri: session.uri("other.edict") },
        { title: "one", uri, range: { start: { line: 7 } } },
      ]);
    },
    { initializationOptions: { commands } },
  );
});

test("a client that knows none of the commands reads what is known", async () => {
  await withSession(files, async (session) => {
    const found = await lenses(session);
    expect(titles(found).slice(0, 3)).toEqual(["0: 2 references", "1: run 2 tests", "1: 2 references"]);
    expect(found.map(({ command }) => command?.command)).toEqual(found.map(() => ""));
  });
});

test("tests are run when it is quiet, and the client is asked to look again", async () => {
  const capabilities: ClientCapabilities = { workspace: { codeLens: { refreshSupport: true } } };
  await withSession(
    files,
    async (session) => {
      const again = session.asked(CodeLensRefreshRequest.method);
      await lenses(session);
      await again;
      const told = titles(await lenses(session));
      expect(told).toContain("1: run 2 tests (1 passed, 1 failed)");
      expect(told).toContain("7: run test (passed)");
      await session.edit("rules.edict", 10, 15, "77301");
      expect(titles(await lenses(session))).toContain("1: run 2 tests");
    },
    { capabilities, initializationOptions: { commands } },
  );
});

test("a lens that is no longer there says nothing", async () => {
  await withSession(files, async ({ ask, uri }) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const data = { uri: uri("rules.edict"), index: 99 };
    expect(await ask(CodeLensResolveRequest.type, { range, data })).toMatchObject({ command: { title: "" } });
  });
});
