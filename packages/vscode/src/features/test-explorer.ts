/**
 * The tests of the rulebooks in the editor's Test Explorer: run from the gutter, the tree or a lens. What fails shows its
 * timeline with what was expected and what was found beside it. An edit makes the results of all tests outdated, since
 * a set that changes may change any of them.
 */
import type { RunTestsQuestion, TestResult } from "@edict/lsp";
import type { CancellationToken, Disposable, TestRun } from "vscode";
import { commands, Location, TestMessage, TestRunProfileKind, TestRunRequest, tests, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageclient/node";
import type { Feature, FeatureContext } from "./feature.js";
import type { Leaf } from "./test-tree.js";
import { TestTree } from "./test-tree.js";

/** Quiet, in milliseconds, after a keystroke before a file's tests are looked for again. */
const quiet = 400;

export const testExplorer: Feature = (context) => {
  const explorer = new TestExplorer(context);
  return [
    explorer,
    commands.registerCommand("edict.runTests", (...places: readonly unknown[]) => explorer.runAt(places)),
  ];
};

class TestExplorer implements Disposable {
  readonly #context: FeatureContext;
  readonly #controller = tests.createTestController("edict", "Edict");
  readonly #tree = new TestTree(this.#controller);
  readonly #watching: readonly Disposable[];
  /** Files that were edited since they were last looked at; null stands for all. */
  readonly #edited = new Set<string | null>();
  #timer: NodeJS.Timeout | null = null;

  constructor(context: FeatureContext) {
    this.#context = context;
    this.#controller.refreshHandler = () => this.#readAll();
    this.#controller.createRunProfile(
      "Run",
      TestRunProfileKind.Run,
      (request, token) => this.#run(request, token),
      true,
    );
    const files = workspace.createFileSystemWatcher("**/*.edict");
    const all = (): void => this.#soon(null);
    this.#watching = [
      this.#controller,
      files,
      files.onDidCreate(all),
      files.onDidDelete(all),
      files.onDidChange(({ path }) =>
        this.#soon(workspace.textDocuments.some(({ uri }) => uri.path === path) ? undefined : null),
      ),
      workspace.onDidChangeWorkspaceFolders(all),
      workspace.onDidOpenTextDocument(({ languageId, uri }) => {
        if (languageId === "edict") this.#soon(uri.toString());
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId !== "edict" || contentChanges.length === 0) return;
        this.#controller.invalidateTestResults();
        this.#soon(document.uri.toString());
      }),
      context.client.onDidChangeState((state) => {
        if (state === "running") this.#soon(null);
        else if (state !== "starting") this.#controller.items.replace([]);
      }),
    ];
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const watching of this.#watching) watching.dispose();
  }

  /** Runs the tests at places that a lens names, or all where none is named. */
  async runAt(places: readonly unknown[]): Promise<void> {
    const server = this.#context.client.running;
    if (server === null) return;
    await this.#readEdited();
    const named = places.map(placeOf).filter((place) => place !== null);
    const items = named.map(({ uri, line }) => this.#tree.itemAt(uri, line)).filter((item) => item !== null);
    if (named.length > 0 && items.length === 0) {
      void window.showInformationMessage("The tests were changed meanwhile; choose them again.");
      return;
    }
    await this.#run(new TestRunRequest(named.length === 0 ? undefined : items), null);
  }

  async #run(request: TestRunRequest, token: CancellationToken | null): Promise<void> {
    await this.#readEdited();
    const leaves = this.#tree.leaves(request.include, request.exclude);
    const run = this.#controller.createTestRun(request);
    for (const { item } of leaves) run.enqueued(item);
    const server = this.#context.client.running;
    try {
      for (const { item } of leaves) run.started(item);
      if (server === null)
        for (const { item } of leaves) run.errored(item, new TestMessage("the language server is not running"));
      else await this.#ask(server, run, leaves, token ?? run.token);
    } catch (error) {
      this.#context.log.fault("running tests", error);
    } finally {
      run.end();
    }
  }

  async #ask(server: LanguageClient, run: TestRun, leaves: readonly Leaf[], token: CancellationToken): Promise<void> {
    const results = await answer(server, questionOf(leaves), token);
    const known = new Map(results?.map((result) => [keyOf(result), result]));
    for (const leaf of leaves) {
      const result = known.get(keyOf(leaf));
      // The run was cancelled, or something was typed again and again while it went.
      if (result === undefined) run.skipped(leaf.item);
      else show(server, run, leaf, result);
    }
    const failed = results?.filter(({ state }) => state === "failed").length ?? 0;
    const passed = results?.filter(({ state }) => state === "passed").length ?? 0;
    run.appendOutput(`${passed} passed, ${failed} failed\r\n`);
  }

  #soon(uri: string | null | undefined): void {
    if (uri === undefined) return;
    this.#edited.add(uri);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readEdited(), quiet);
  }

  async #readAll(): Promise<void> {
    this.#edited.add(null);
    await this.#readEdited();
  }

  async #readEdited(): Promise<void> {
    const server = this.#context.client.running;
    if (server === null || this.#edited.size === 0) return;
    const edited = [...this.#edited];
    this.#edited.clear();
    try {
      if (edited.includes(null)) await this.#tree.readAll(server);
      else for (const uri of edited) if (uri !== null) await this.#tree.readFile(server, uri);
    } catch (error) {
      // The server ends or is asked again soon; what was shown before still stands.
      if (!(error instanceof ResponseError)) this.#context.log.fault("looking for tests", error);
    }
  }
}

function questionOf(leaves: readonly Leaf[]): RunTestsQuestion {
  const files = new Map<string, string[]>();
  for (const { uri, id } of leaves) {
    const ids = files.get(uri) ?? [];
    files.set(uri, ids);
    ids.push(id);
  }
  return { files: [...files].map(([uri, ids]) => ({ uri, ids })) };
}

/** What the server says; asked again where somebody typed meanwhile. Null where it is no longer wanted. */
async function answer(
  server: LanguageClient,
  question: RunTestsQuestion,
  token: CancellationToken,
): Promise<readonly TestResult[] | null> {
  for (let times = 0; times < 5 && !token.isCancellationRequested; times++) {
    try {
      return await server.sendRequest<readonly TestResult[]>("edict/runTests", question, token);
    } catch (error) {
      const again: readonly number[] = [
        LSPErrorCodes.ContentModified,
        LSPErrorCodes.RequestCancelled,
        ErrorCodes.PendingResponseRejected,
      ];
      if (!(error instanceof ResponseError && again.includes(error.code))) throw error;
    }
  }
  return null;
}

function show(server: LanguageClient, run: TestRun, { item }: Leaf, { state, messages, timeline }: TestResult): void {
  const complaints = messages.map(({ text, at }) => {
    // The first line stands beside the expectation, all of it below.
    const message = new TestMessage(timeline === null ? text : `${text}\n\n${timeline}`);
    if (at !== null) {
      const to = server.protocol2CodeConverter;
      message.location = new Location(to.asUri(at.uri), to.asRange(at.range));
    } else if (item.uri !== undefined && item.range !== undefined)
      message.location = new Location(item.uri, item.range.start);
    return message;
  });
  if (state === "passed") run.passed(item);
  else if (state === "failed") run.failed(item, complaints);
  else run.errored(item, complaints);
  if (timeline === null) return;
  const said = [`failed: ${item.label}`, ...messages.map(({ text }) => `  ${text}`), timeline, ""].join("\n");
  run.appendOutput(`${said.replaceAll("\n", "\r\n")}\r\n`, undefined, item);
}

function keyOf({ uri, id }: { readonly uri: string; readonly id: string }): string {
  return `${uri}\n${id}`;
}

/** A place as a lens names it. */
function placeOf(sent: unknown): { readonly uri: string; readonly line: number } | null {
  if (typeof sent !== "object" || sent === null || !("uri" in sent) || !("range" in sent)) return null;
  const { uri, range } = sent;
  if (typeof uri !== "string" || typeof range !== "object" || range === null || !("start" in range)) return null;
  const { start } = range;
  if (typeof start !== "object" || start === null || !("line" in start)) return null;
  return typeof start.line === "number" ? { uri, line: start.line } : null;
}
