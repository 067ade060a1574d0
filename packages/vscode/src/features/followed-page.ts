/**
 * A panel with a page of the server's about what stands at the caret. It follows the caret and what is typed, a little
 * later, and keeps what it shows where the server has nothing to say.
 */
import type { PageAnswer, PlaceQuestion } from "@edict/lsp";
import type { Disposable } from "vscode";
import { window, workspace } from "vscode";
import { ResponseError } from "vscode-languageclient/node";
import type { PanelKind } from "../panels/panel.js";
import { Panel } from "../panels/panel.js";
import type { FeatureContext } from "./feature.js";

/** Quiet, in milliseconds, before the page is asked for again. */
const quiet = 150;

/** What a followed page is. */
export interface FollowedKind extends PanelKind {
  /** The request. */
  readonly method: string;
  /** What is said beside the place. */
  readonly more?: () => object;
  /** The panel's title, from that of the page. */
  readonly title: (of: string) => string;
  /** A notification of the server after which the page may be another. */
  readonly changedBy?: string;
  /** What the page says where the first place that is asked about has none. */
  readonly none: string;
}

export class FollowedPage implements Disposable {
  readonly #context: FeatureContext;
  readonly #kind: FollowedKind;
  readonly #panel: Panel;
  readonly #watching: Disposable[];
  #timer: NodeJS.Timeout | null = null;
  #asked = 0;
  /** The place that was last asked about; another panel may have the focus now. */
  #place: PlaceQuestion | null = null;

  constructor(context: FeatureContext, kind: FollowedKind) {
    this.#context = context;
    this.#kind = kind;
    this.#panel = new Panel(kind);
    this.#watching = [
      this.#panel,
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.languageId === "edict") this.#soon();
      }),
      context.client.onDidChangeState(() => {
        const { running } = context.client;
        if (kind.changedBy === undefined || running === null) return;
        this.#watching.push(running.onNotification(kind.changedBy, () => this.#soon()));
      }),
      window.onDidChangeActiveTextEditor(() => this.#soon()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === "edict" && contentChanges.length > 0) this.#soon();
      }),
    ];
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const watching of this.#watching) watching.dispose();
  }

  /** Shows the page of what stands at the caret. */
  async open(): Promise<void> {
    await this.#ask(true);
  }

  /** Asks for the same place again: the page is to show something else of it. */
  async again(): Promise<void> {
    if (this.#panel.isOpen) await this.#ask(false);
  }

  #soon(): void {
    if (!this.#panel.isOpen) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(false), quiet);
  }

  async #ask(asked: boolean): Promise<void> {
    const server = this.#context.client.running;
    const editor = window.activeTextEditor;
    if (editor?.document.languageId === "edict") {
      const { line, character } = editor.selection.active;
      this.#place = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
    }
    if (server === null || this.#place === null) return;
    const number = ++this.#asked;
    try {
      const question = { ...this.#place, ...this.#kind.more?.() };
      const answer = await server.sendRequest<PageAnswer | null>(this.#kind.method, question);
      // Another place was asked about meanwhile, or the panel was closed.
      if (number !== this.#asked || !(asked || this.#panel.isOpen)) return;
      if (answer !== null) this.#panel.show(this.#kind.title(answer.title), answer.html, asked);
      else if (asked) this.#panel.show(this.#kind.title("Edict"), `<p>${this.#kind.none}</p>`, asked);
    } catch (error) {
      // Somebody typed meanwhile: it is asked again, at the latest with the next key.
      if (!(error instanceof ResponseError)) this.#context.log.fault(this.#kind.method, error);
      else if (number === this.#asked) this.#soon();
    }
  }
}
