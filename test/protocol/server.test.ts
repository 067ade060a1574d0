/** The bundled server over standard input and output, as an editor meets it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { Client, Workshop } from "./client.js";
import type { Published } from "./shown-diagnostics.js";
import { published } from "./shown-diagnostics.js";

const workshop = new Workshop();
afterAll(() => workshop.remove());

interface Rulebook {
  readonly folder: string;
  readonly client: Client;
  readonly uri: (path: string) => string;
  readonly open: (path: string, text: string, version?: number) => void;
  readonly change: (path: string, version: number, changes: readonly object[]) => void;
  /** Waits for diagnostics that fit. */
  readonly heard: (fits: (list: Published) => boolean) => Promise<Published>;
}

async function rulebook(files: { readonly [path: string]: string }, capabilities: object = {}): Promise<Rulebook> {
  const folder = workshop.folder();
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const client = new Client(workshop.program);
  const lists: Published[] = [];
  const waiting = new Set<() => void>();
  client.listen((message) => {
    const list = published(message);
    if (list === null) return;
    lists.push(list);
    for (const look of waiting) look();
  });
  await client.start(folder, {}, capabilities);
  client.tell("workspace/didChangeConfiguration", { settings: { edict: { check: { delay: 5 } } } });
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;
  return {
    folder,
    client,
    uri,
    open: (path, text, version = 1) => {
      client.tell("textDocument/didOpen", { textDocument: { uri: uri(path), languageId: "edict", version, text } });
    },
    change: (path, version, contentChanges) => {
      client.tell("textDocument/didChange", { textDocument: { uri: uri(path), version }, contentChanges });
    },
    heard: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const list = lists.findLast(fits);
          if (list === undefined) return;
          waiting.delete(look);
          resolve(list);
        };
        waiting.add(look);
        look();
      }),
  };
}

const at = (line: number, start: number, end: number): object => ({
  start: { line, character: start },
  end: { line, character: end },
});

test("it says what it is, ends with 0 after a good-bye and with 1 without one", async () => {
  const { client } = await rulebook({});
  expect(await client.end()).toBe(0);
  const rude = new Client(workshop.program);
  const answer = await rude.start(workshop.folder());
  expect(answer.result).toMatchObject({
    capabilities: { positionEncoding: "utf-16", textDocumentSync: { openClose: true, change: 2 } },
    serverInfo: { name: "Edict" },
  });
  expect(await rude.exit()).toBe(1);
  expect(rude.stderr + client.stderr).toBe("");
});

test("positions count UTF-16 units, and lines end in any way", async () => {
  const { client, open, change, heard } = await rulebook({});
  open("a.edict", '# 😀\r\ncodes A = B # 😀 "');
  expect((await heard(({ version }) => version === 1)).lines[0]).toMatch(/^1:10-1:11 unknown-name 1 /);
  // A lone return ends a line of the protocol, though none of the language.
  change("a.edict", 2, [{ range: at(0, 4, 4), text: "\rmore" }]);
  expect((await heard(({ version }) => version === 2)).lines[0]).toMatch(/^2:10-2:11 unknown-name 1 /);
  expect(await client.end()).toBe(0);
});

test("a document that was never saved is a rulebook by itself", async () => {
  const { client, heard } = await rulebook({ "a.edict": "codes A = 77301\n" });
  const textDocument = { uri: "untitled:Untitled-1", languageId: "edict", version: 1, text: "codes B = A\n" };
  client.tell("textDocument/didOpen", { textDocument });
  const { lines } = await heard(({ uri, version }) => uri === "untitled:Untitled-1" && version === 1);
  expect(lines[0]).toMatch(/^0:10-0:11 unknown-name/);
  client.tell("textDocument/didClose", { textDocument: { uri: "untitled:Untitled-1" } });
  await heard(({ uri, version }) => uri === "untitled:Untitled-1" && version === null);
  expect(await client.end()).toBe(0);
});

test("what makes no sense is answered with an error, and life goes on", async () => {
  const { client, open, heard, uri } = await rulebook({});
  expect((await client.ask("edict/nothing", {})).error?.code).toBe(-32601);
  expect((await client.ask("textDocument/diagnostic", { textDocument: { uri: uri("none.edict") } })).error).toBe(
    undefined,
  );
  expect((await client.ask("textDocument/diagnostic", {})).error?.message).toBe("internal fault, please report");
  const secret = 'payer Secret = "SECRET';
  open("a.edict", secret);
  client.tell("textDocument/didChange", { textDocument: { uri: uri("a.edict"), version: 2 }, contentChanges: [{}] });
  open("b.edict", "codes A = B\n");
  await heard(({ uri: heardOf, version }) => heardOf === uri("b.edict") && version === 1);
  expect(client.logged.join("\n")).toMatch(/internal fault, please report/);
  expect(client.logged.join("\n")).not.toMatch(/SECRET/);
  expect(await client.end()).toBe(0);
});

test("a request that is cancelled is answered all the same", async () => {
  const { client, open, uri } = await rulebook({});
  open("a.edict", "codes A = B\n");
  const asked = Array.from({ length: 5 }, () =>
    client.asking("textDocument/diagnostic", { textDocument: { uri: uri("a.edict") } }),
  );
  for (const { id } of asked) client.tell("$/cancelRequest", { id });
  for (const { answer } of asked) {
    const { result, error } = await answer;
    expect(result !== undefined || error?.code === -32800).toBe(true);
  }
  expect(await client.end()).toBe(0);
});

test("a folder that joins is read, one that leaves takes its diagnostics along", async () => {
  const { client, heard } = await rulebook({}, { workspace: { workspaceFolders: true } });
  const folder = workshop.folder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "other.edict"), "codes A = B\n");
  const other = { uri: pathToFileURL(folder).href, name: "other" };
  client.tell("workspace/didChangeWorkspaceFolders", { event: { added: [other], removed: [] } });
  const uri = `${other.uri}/other.edict`;
  await heard((list) => list.uri === uri && list.lines.length === 1);
  client.tell("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [other] } });
  await heard((list) => list.uri === uri && list.lines.length === 0);
  expect(await client.end()).toBe(0);
});
