import { expect, test } from "vitest";
import { CodeActionRequest, CodeActionTriggerKind } from "vscode-languageserver/node";
import type { SessionOptions, Session } from "../testing/session.js";
import { withSession } from "../testing/session.js";

const rule = 'authority M "Manual"\nrule <|R|> "t"\n  effective 2024-01-01\n  forbid 77301\n  deny "{code}"\n';

const asked = ({ range }: Session, only?: string[]) => ({
  textDocument: { uri: range(0).uri },
  range: range(0).range,
  context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...(only === undefined ? {} : { only }) },
});

const rich: SessionOptions = {
  capabilities: { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } },
};

test("an action is a versioned edit, and what is to be typed a placeholder", async () => {
  await withSession(
    rule,
    async (session) => {
      const found = await session.ask(CodeActionRequest.type, asked(session, ["quickfix"]));
      const { uri } = session.range(0);
      const at = { line: 3, character: 0 };
      expect(found?.slice(0, 1)).toEqual([
        {
          title: "add because M",
          kind: "quickfix",
          isPreferred: true,
          edit: {
            documentChanges: [
              {
                textDocument: { uri, version: 1 },
                edits: [
                  {
                    range: { start: at, end: at },
                    snippet: { kind: "snippet", value: '  because M "${1:section}"\n' },
                  },
                ],
              },
            ],
          },
        },
      ]);
    },
    rich,
  );
});

test("a client that can do less gets plain changes", async () => {
  await withSession(rule, async (session) => {
    const found = await session.ask(CodeActionRequest.type, asked(session, ["quickfix"]));
    const at = { line: 3, character: 0 };
    expect(found?.slice(0, 1)).toMatchObject([
      {
        edit: {
          changes: { [session.range(0).uri]: [{ range: { start: at, end: at }, newText: '  because M "section"\n' }] },
        },
      },
    ]);
  });
});

test("a fix names the diagnostic that the client shows", async () => {
  await withSession("diagnoses D = <|C69..C61|>\n", async (session) => {
    const { diagnostics } = await session.diagnosticsOf("rules.edict", (list) => list.diagnostics.length > 0);
    const request = asked(session);
    const found = await session.ask(CodeActionRequest.type, {
      ...request,
      context: { ...request.context, diagnostics },
    });
    expect(found).toMatchObject([{ title: "write C61..C69", diagnostics: [{ code: "range-backwards" }] }]);
  });
});

test("what is done to a whole file is told of, and worked out only for who asks", async () => {
  await withSession("codes A = <|77290|>, 77280\n", async (session) => {
    expect(session.serverCapabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(["source.fixAll.edict", "source.organizeSets.edict"]),
    });
    const kinds = async (only?: string[]): Promise<unknown> =>
      ((await session.ask(CodeActionRequest.type, asked(session, only))) ?? []).map((one) => "kind" in one && one.kind);
    expect(await kinds()).toEqual(["refactor.extract", "refactor.rewrite"]);
    expect(await kinds(["source"])).toEqual(["source.organizeSets.edict"]);
  });
});

test("tests are made of what the rule finds when it is run", async () => {
  const bundle = 'rule <|R|> "t"\n  bundle 77280 into 77301 that follows within 30 days\n  deny\n';
  await withSession(bundle, async (session) => {
    const found = (await session.ask(CodeActionRequest.type, asked(session, ["refactor"]))) ?? [];
    expect(found.map(({ title }) => title)).toEqual(["make 2 tests of R from its boundary"]);
    const edits = found.flatMap((one) => ("edit" in one ? Object.values(one.edit?.changes ?? {}).flat() : []));
    expect(edits.map(({ newText }) => newText).join("")).toContain("expect R on 77280 day 1");
  });
});
