/** Listens to a client: how it introduces itself, what it opens and edits, what it asks. */
import { prepareCompletion } from "@edict/language";
import type {
  ClientCapabilities,
  Connection,
  InitializeParams,
  InitializeResult,
  ServerCapabilities,
} from "vscode-languageserver/node";
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { basename } from "node:path";
import { pathOfUri } from "./documents.js";
import { requests } from "./requests/requests.js";
import { settingsFile } from "./rulebooks/roots.js";
import type { Surroundings } from "./server.js";
import { Server } from "./server.js";
import { serverName, serverVersion } from "./server-name.js";
import { settingsOf, startOptions } from "./settings.js";

/** Serves one client until it leaves. */
export function startServer(connection: Connection, surroundings: Surroundings): void {
  const server = new Server(connection, surroundings);
  let client: ClientCapabilities = {};

  connection.onInitialize((parameters) => {
    client = parameters.capabilities;
    server.client = client;
    const options = startOptions(parameters.initializationOptions);
    server.pages = options.pages ?? server.pages;
    server.snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
    server.pulls = pulls(client, options.diagnostics);
    server.commands = options.commands;
    server.setTrusted(options.trusted);
    server.setFolders(foldersOf(parameters));
    return introduction(server.pulls);
  });

  connection.onInitialized(() => {
    afterwards(server, "settling in", async () => {
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
        const watchers = ["**/*.edict", `**/${settingsFile}`, "**/*.{csv,tsv,parquet}"].map((globPattern) => ({
          globPattern,
        }));
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: "edict" });
      }
      if (client.workspace?.workspaceFolders === true) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = removed.map(({ uri }) => pathOfUri(uri));
          const kept = server.folders.filter((folder) => !gone.includes(folder));
          server.guard("changing folders", () =>
            server.setFolders([...kept, ...added.map(({ uri }) => pathOfUri(uri))]),
          );
        });
      }
      await readSettings();
      // The first completion would wait for it; nobody asks for one so soon.
      setTimeout(() => server.guard("preparing completion", prepareCompletion), 500).unref();
    });
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    afterwards(server, "reading settings", () => readSettings(settings));
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    server.guard("opening a document", () => {
      server.documents.open(uri, version, text);
      server.openedOrClosed(pathOfUri(uri));
    });
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    server.guard("editing a document", () => {
      server.edited(pathOfUri(uri), server.documents.change(uri, version, contentChanges));
    });
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    server.guard("closing a document", () => {
      server.documents.close(uri);
      server.openedOrClosed(pathOfUri(uri));
    });
  });

  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    server.guard("trying on charges", () => server.saved(pathOfUri(uri)));
    // A client that watches files tells of them; the others at least say when one is saved.
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) return;
    server.guard("saving a document", () => server.diskUnknown());
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    server.guard("changed files", () => {
      const paths = changes.map(({ uri, type }) => ({ path: pathOfUri(uri), came: type !== FileChangeType.Changed }));
      for (const { path, came } of paths) server.diskChanged(path, came);
      if (paths.some(({ path }) => basename(path) === settingsFile)) server.rootsChanged();
    });
  });

  connection.onShutdown(() => server.dispose());
  for (const { register } of requests) register(connection, server);
  connection.listen();

  async function readSettings(sent?: unknown): Promise<void> {
    const asks = client.workspace?.configuration === true;
    const found: unknown = asks ? await connection.workspace.getConfiguration("edict") : sectionOf(sent);
    server.settings = settingsOf(found);
    if (client.workspace?.inlayHint?.refreshSupport === true) await connection.languages.inlayHint.refresh();
  }
}

function sectionOf(sent: unknown): unknown {
  return typeof sent === "object" && sent !== null && "edict" in sent ? sent.edict : null;
}

/** Sent diagnostics are shown by every client, and at once; those that only ask for them are answered. */
function pulls({ textDocument }: ClientCapabilities, wanted: "push" | "pull" | null): boolean {
  if (wanted !== null) return wanted === "pull";
  return textDocument?.diagnostic !== undefined && textDocument.publishDiagnostics === undefined;
}

function foldersOf({ workspaceFolders, ...parameters }: InitializeParams & { rootUri?: string | null }): string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) {
    return workspaceFolders.map(({ uri }) => pathOfUri(uri));
  }
  return typeof parameters.rootUri === "string" ? [pathOfUri(parameters.rootUri)] : [];
}

function introduction(pulls: boolean): InitializeResult {
  const own: ServerCapabilities = {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  const asked: ServerCapabilities = pulls
    ? { diagnosticProvider: { identifier: "edict", interFileDependencies: true, workspaceDiagnostics: true } }
    : {};
  const all = requests.reduce<ServerCapabilities>((before, { capabilities }) => ({ ...before, ...capabilities }), {
    ...own,
    ...asked,
  });
  return { capabilities: all, serverInfo: { name: serverName, version: serverVersion } };
}

/** Starts what takes its time; what it throws is logged. */
function afterwards(server: Server, what: string, run: () => Promise<void>): void {
  run().catch((error: unknown) => server.fault(what, error));
}
