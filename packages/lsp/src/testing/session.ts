/**
 * A client and a server in one process, talking the real protocol over two streams, about marked rule files in a folder of
 * their own. For the tests of requests:
 *
 *     test("…", async () => {
 *       await withSession("codes A = 77<|>301\n--- other.edict\n…", async (session) => {
 *         const found = await session.ask(HoverRequest.type, session.atCaret());
 *         expect(session.textOf(found.range)).toBe("77301");
 *       });
 *     });
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import type {
  ClientCapabilities,
  Location,
  Position,
  ProtocolRequestType,
  PublishDiagnosticsParams,
  Range,
  ServerCapabilities,
} from "vscode-languageserver/node";
import {
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import type { MarkedText } from "../../../language/src/editor/testing/marked-text.js";
import { filesOf, marked } from "../../../language/src/editor/testing/marked-text.js";
import { offsetAt, rangeOf } from "../positions.js";
import { startServer } from "../start-server.js";

/** What a test may say of its client. */
export interface SessionOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Whether the first file is opened; the others stay on the disk. */
  readonly open?: boolean;
  /** The program that tries rules on charges; without it none are. */
  readonly chargesWorker?: string;
}

/** What a test does. */
export interface Session {
  readonly folder: string;
  readonly serverCapabilities: ServerCapabilities;
  /** The last diagnostics of each file, by its path in the folder. */
  readonly published: ReadonlyMap<string, PublishDiagnosticsParams>;
  readonly ask: <P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, parameters: P) => Promise<R>;
  /** Asks by a method's name. */
  readonly askRaw: (method: string, parameters: unknown) => Promise<unknown>;
  /** Tells something by a method's name. */
  readonly tell: (method: string, parameters: unknown) => Promise<void>;
  /** Resolves when the server next asks the client this, by the method's name. */
  readonly asked: (method: string) => Promise<void>;
  readonly uri: (path: string) => string;
  /** The document and position of the first caret. */
  readonly atCaret: () => { readonly textDocument: { readonly uri: string }; readonly position: Position };
  /** The range of the mark with this number, counted over all files. */
  readonly range: (number: number) => Location;
  /** The text that a range covers, in the file of the first caret or another. */
  readonly textOf: (range: Range, path?: string) => string;
  readonly open: (path: string) => Promise<void>;
  readonly close: (path: string) => Promise<void>;
  /** Replaces a stretch of an open document. */
  readonly edit: (path: string, start: number, end: number, text: string) => Promise<void>;
  /** The text of a file as the client has it. */
  readonly text: (path: string) => string;
  /** Waits until the next diagnostics of a file that fit. */
  readonly diagnosticsOf: (
    path: string,
    fits?: (list: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
}

/** Runs a test in a session of its own. A fault that the server logged makes it fail. */
export async function withSession(
  written: string,
  run: (session: Session) => Promise<void>,
  options: SessionOptions = {},
): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "edict-lsp-")));
  const marks = new Map([...filesOf(written)].map(([path, text]) => [path, marked(text)]));
  for (const [path, { text }] of marks) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { connection, faults, end } = connected(options.chargesWorker ?? null);
  try {
    await run(await started(folder, marks, connection, options));
    await connection.sendRequest(ShutdownRequest.type);
  } finally {
    end();
    rmSync(folder, { recursive: true, force: true });
  }
  if (faults.length > 0) throw new Error(`the server logged a fault: ${faults.join("; ")}`);
}

type Client = ReturnType<typeof createProtocolConnection>;

function connected(chargesWorker: string | null): {
  readonly connection: Client;
  readonly faults: readonly string[];
  readonly end: () => void;
} {
  const there = new PassThrough();
  const back = new PassThrough();
  startServer(createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)), {
    pages: null,
    chargesWorker,
  });
  const connection = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const faults: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    if (message.includes("internal fault")) faults.push(message);
  });
  connection.onRequest(RegistrationRequest.type, () => undefined);
  return {
    connection,
    faults,
    end: () => {
      connection.dispose();
      there.destroy();
      back.destroy();
    },
  };
}

async function started(
  folder: string,
  marks: ReadonlyMap<string, MarkedText>,
  connection: Client,
  options: SessionOptions,
): Promise<Session> {
  const published = new Map<string, PublishDiagnosticsParams>();
  const listeners = new Set<() => void>();
  const texts = new Map([...marks].map(([path, { text }]) => [path, text]));
  const versions = new Map<string, number>();
  const uri = (path: string): string => URI.file(join(folder, path)).toString();
  const [first = "rules.edict"] = marks.keys();
  const withCaret = [...marks].find(([, { carets }]) => carets.length > 0)?.[0] ?? first;
  const text = (path: string): string => texts.get(path) ?? "";
  const source = (path: string): { readonly path: string; readonly text: string } => ({ path, text: text(path) });
  connection.onNotification(PublishDiagnosticsNotification.type, (list) => {
    const path = [...marks.keys()].find((known) => uri(known) === list.uri) ?? list.uri;
    published.set(path, list);
    for (const listen of listeners) listen();
  });
  connection.listen();
  const { capabilities: serverCapabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    workspaceFolders: [{ uri: URI.file(folder).toString(), name: "rules" }],
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const open = async (path: string): Promise<void> => {
    versions.set(path, 1);
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: uri(path), languageId: "edict", version: 1, text: text(path) },
    });
  };
  if (options.open !== false) await open(withCaret);

  return {
    folder,
    serverCapabilities,
    published,
    ask: (type, parameters) => connection.sendRequest(type.method, parameters),
    askRaw: (method, parameters) => connection.sendRequest(method, parameters),
    tell: (method, parameters) => connection.sendNotification(method, parameters),
    asked: (method) =>
      new Promise((resolve) => {
        connection.onRequest(method, () => {
          resolve();
          return null;
        });
      }),
    uri,
    atCaret: () => ({
      textDocument: { uri: uri(withCaret) },
      position: rangeOf(source(withCaret), { start: caretOf(marks.get(withCaret)), end: 0 }).start,
    }),
    range: (number) => {
      const all = [...marks].flatMap(([path, { ranges }]) => ranges.map((range) => ({ path, range })));
      const found = all[number];
      if (found === undefined) throw new Error(`the text has no mark ${number}`);
      return { uri: uri(found.path), range: rangeOf(source(found.path), found.range) };
    },
    textOf: (range, path = withCaret) =>
      text(path).slice(offsetAt(source(path), range.start), offsetAt(source(path), range.end)),
    open,
    close: async (path) => {
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri(path) } });
    },
    edit: async (path, start, end, replacement) => {
      const version = (versions.get(path) ?? 0) + 1;
      const range = rangeOf(source(path), { start, end });
      versions.set(path, version);
      texts.set(path, text(path).slice(0, start) + replacement + text(path).slice(end));
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uri(path), version },
        contentChanges: [{ range, text: replacement }],
      });
    },
    text,
    diagnosticsOf: (path, fits = () => true) =>
      new Promise((resolve, reject) => {
        const tooLong = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`no such diagnostics came for ${path}; the last were ${said(published.get(path))}`));
        }, 10_000);
        const look = (): void => {
          const list = published.get(path);
          if (list === undefined || !fits(list)) return;
          listeners.delete(look);
          clearTimeout(tooLong);
          resolve(list);
        };
        listeners.add(look);
        look();
      }),
  };
}

function caretOf(text: MarkedText | undefined): number {
  return text?.carets[0] ?? text?.ranges[0]?.start ?? 0;
}

function said(list: PublishDiagnosticsParams | undefined): string {
  return list === undefined ? "none" : list.diagnostics.map(({ code }) => String(code)).join(", ");
}
