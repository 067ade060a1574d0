/**
 * The language server's other end: starts it as a process of its own, speaks with it, starts it again when asked. Rules
 * are text on a disk; in a folder that is on none (a web page, a virtual file system) it does not start.
 */
import type { Disposable, Event } from "vscode";
import { commands, EventEmitter, Uri, workspace } from "vscode";
import type { LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";
import { LanguageClient, State, TransportKind } from "vscode-languageclient/node";
import { lensCommands, withEditorsCommand } from "./lens-commands.js";
import type { Log } from "./log.js";
import { offersOverSelection } from "./offers-over-selection.js";
import { setting, settingsOfTheProcess } from "./settings.js";

/** What the server is doing, as a person wants to know it. */
export type ServerState = "off" | "starting" | "running" | "stopped";

export class Client implements Disposable {
  readonly #extension: Uri;
  readonly #log: Log;
  readonly #changed = new EventEmitter<ServerState>();
  readonly #watching: Disposable[];
  #language: LanguageClient | null = null;
  #state: ServerState = "off";
  /** Starts and stops come one after the other, however fast somebody clicks. */
  #last: Promise<void> = Promise.resolve();

  constructor(extension: Uri, log: Log) {
    this.#extension = extension;
    this.#log = log;
    this.#watching = [
      this.#changed,
      workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
      workspace.onDidChangeConfiguration((change) => {
        if (settingsOfTheProcess.some((name) => change.affectsConfiguration(`edict.${name}`))) void this.restart();
      }),
    ];
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Tells of each change of the state. */
  get onDidChangeState(): Event<ServerState> {
    return this.#changed.event;
  }

  /** The client of the protocol while the server runs, else null. Features send requests of their own through it. */
  get running(): LanguageClient | null {
    return this.#state === "running" ? this.#language : null;
  }

  start(): Promise<void> {
    return this.#after(() => this.#start());
  }

  stop(): Promise<void> {
    return this.#after(() => this.#stop());
  }

  restart(): Promise<void> {
    return this.#after(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  dispose(): void {
    for (const watching of this.#watching) watching.dispose();
  }

  async #start(): Promise<void> {
    if (!setting("server.enabled")) {
      this.#log.channel.info("the language server is turned off in the settings");
      return;
    }
    const language = new LanguageClient("edict", "Edict", this.#process(), this.#options());
    language.onDidChangeState(({ newState }) => {
      if (this.#language === language) this.#become(stateOf(newState));
    });
    this.#language = language;
    try {
      await language.start();
    } catch (error) {
      this.#log.fault("starting the language server", error);
      this.#become("stopped");
    }
  }

  async #stop(): Promise<void> {
    const language = this.#language;
    this.#language = null;
    this.#become("off");
    if (language === null) return;
    try {
      await language.dispose();
    } catch (error) {
      this.#log.fault("stopping the language server", error);
    }
  }

  #process(): ServerOptions {
    const memory = setting("server.memory");
    const module = Uri.joinPath(this.#extension, "dist", "server.cjs").fsPath;
    const execArgv = memory > 0 ? [`--max-old-space-size=${memory}`] : [];
    const run = { module, transport: TransportKind.ipc, options: { execArgv } };
    return { run, debug: { ...run, options: { execArgv: [...execArgv, "--nolazy", "--inspect=6017"] } } };
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: [
        { scheme: "file", language: "edict" },
        { scheme: "untitled", language: "edict" },
        { scheme: "file", pattern: "**/edict.json" },
      ],
      diagnosticCollectionName: "edict",
      outputChannel: this.#log.channel,
      initializationOptions: { trusted: workspace.isTrusted, commands: lensCommands },
      middleware: {
        provideCompletionItem: (document, position, context, token, next) =>
          offersOverSelection(document, position, next(document, position, context, token)),
        provideCodeLenses: (document, token, next) => (setting("codeLens") ? next(document, token) : []),
        resolveCodeLens: (lens, token, next) => withEditorsCommand(next(lens, token)),
        provideInlayHints: (document, range, token, next) =>
          setting("inlayHints") ? next(document, range, token) : [],
      },
    };
  }

  #become(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    // What asks the server is offered only while it runs.
    void commands.executeCommand("setContext", "edict.serverRuns", state === "running");
    this.#changed.fire(state);
  }

  #after(step: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(step, step);
    return this.#last;
  }
}

function stateOf(state: State): ServerState {
  switch (state) {
    case State.Running:
      return "running";
    case State.Starting:
    case State.StartFailed:
      return "starting";
    case State.Stopped:
      return "stopped";
    default:
      return "stopped";
  }
}
