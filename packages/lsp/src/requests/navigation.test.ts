import { expect, test } from "vitest";
import type { Location } from "vscode-languageserver/node";
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  TypeDefinitionRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import type { Session } from "../testing/session.js";
import { withSession } from "../testing/session.js";

const rulebook = `codes <|Simulation|> = 77280
rule R-1 "a rule"
  bundle <|Simu<|>lation|> into 77301 on the same day
  deny
--- other.edict
codes All = <|Simulation|>, 77301
`;

function marksOf({ range }: Session, ...numbers: readonly number[]): readonly Location[] {
  return numbers.map((number) => range(number));
}

test("definition, references, highlights and prepared rename of a set", async () => {
  await withSession(rulebook, async (session) => {
    const { ask, atCaret } = session;
    const at = atCaret();
    expect(await ask(DefinitionRequest.type, at)).toEqual(marksOf(session, 0));
    const all = await ask(ReferencesRequest.type, { ...at, context: { includeDeclaration: true } });
    expect(all).toEqual(marksOf(session, 2, 0, 1));
    const uses = await ask(ReferencesRequest.type, { ...at, context: { includeDeclaration: false } });
    expect(uses).toEqual(marksOf(session, 2, 1));
    const highlights = await ask(DocumentHighlightRequest.type, at);
    expect(highlights?.map(({ kind }) => kind)).toEqual([3, 2]);
    expect(await ask(PrepareRenameRequest.type, at)).toEqual({
      range: session.range(1).range,
      placeholder: "Simulation",
    });
  });
});

test("a rename over two files, and one that is refused with its reason", async () => {
  await withSession(rulebook, async ({ ask, atCaret, uri }) => {
    const edit = await ask(RenameRequest.type, { ...atCaret(), newName: "Planning" });
    expect(Object.entries(edit?.changes ?? {}).map(([file, edits]) => [file, edits.length])).toEqual([
      [uri("other.edict"), 1],
      [uri("rules.edict"), 2],
    ]);
    await expect(ask(RenameRequest.type, { ...atCaret(), newName: "All" })).rejects.toThrow(
      "All is already a set of codes; choose another name",
    );
  });
});

test("a rename that asks for more is to be confirmed, where the client can ask", async () => {
  const payer = 'payer Med<|>icare = "MCR"\n';
  const capabilities = { workspace: { workspaceEdit: { changeAnnotationSupport: {} } } };
  await withSession(
    payer,
    async ({ ask, atCaret }) => {
      const edit = await ask(RenameRequest.type, { ...atCaret(), newName: "CMS" });
      expect(Object.values(edit?.changeAnnotations ?? {})).toEqual([
        {
          label: "Medicare stays as an alias, so that charge lines that say it keep their payer",
          description: "charge lines whose payer says CMS are of this payer from now on",
          needsConfirmation: true,
        },
      ]);
    },
    { capabilities },
  );
  await withSession(payer, async ({ ask, atCaret, uri }) => {
    const edit = await ask(RenameRequest.type, { ...atCaret(), newName: "CMS" });
    expect(edit?.changes?.[uri("rules.edict")]?.map(({ newText }) => newText)).toEqual(["CMS", ', "Medicare"']);
  });
});

test("a rule's table by its type, and a column that is typed at once", async () => {
  const table = `table Most
  | <|code|> | units |
  | 77300 | 10    |
rule R-1 "a rule"
  for each row of Most
  limit row.<|co<|>de|> to row.units units per day
  deny
`;
  await withSession(table, async ({ ask, atCaret, range, textOf }) => {
    const types = await ask(TypeDefinitionRequest.type, atCaret());
    expect([types].flat().map((found) => found !== null && "range" in found && textOf(found.range))).toEqual(["Most"]);
    const linked = await ask(LinkedEditingRangeRequest.type, atCaret());
    expect(linked?.ranges).toEqual([range(0).range, range(1).range]);
  });
});

test("symbols of a file and of the workspace, and links", async () => {
  const files = `use "<|other.edict|>"
rule R-1 "a rule"
  forbid 77301
  deny
--- other.edict
codes Simulation = 77280
`;
  await withSession(files, async ({ ask, atCaret, uri, range }) => {
    const { textDocument } = atCaret();
    const outline = await ask(DocumentSymbolRequest.type, { textDocument });
    expect(outline?.map(({ name }) => name)).toEqual(["use other.edict", "R-1"]);
    const found = await ask(WorkspaceSymbolRequest.type, { query: "sim" });
    expect(found?.map(({ name, location }) => [name, location.uri])).toEqual([["Simulation", uri("other.edict")]]);
    const rules = await ask(WorkspaceSymbolRequest.type, { query: "77301" });
    expect(rules?.map(({ name }) => name)).toEqual(["R-1"]);
    const links = await ask(DocumentLinkRequest.type, { textDocument });
    expect(links).toEqual([{ range: range(0).range, target: uri("other.edict"), tooltip: "open the rule file" }]);
  });
});

test("who uses a set, and what a rule uses", async () => {
  await withSession(rulebook, async ({ ask, atCaret }) => {
    const [item] = (await ask(CallHierarchyPrepareRequest.type, atCaret())) ?? [];
    if (item === undefined) throw new Error("the set is an item");
    const users = await ask(CallHierarchyIncomingCallsRequest.type, { item });
    expect(users?.map(({ from }) => from.name)).toEqual(["All", "R-1"]);
    const [, rule] = users ?? [];
    if (rule === undefined) throw new Error("the rule uses the set");
    const used = await ask(CallHierarchyOutgoingCallsRequest.type, { item: rule.from });
    expect(used?.map(({ to }) => to.name)).toEqual(["Simulation"]);
  });
});
