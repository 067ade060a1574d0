/**
 * One panel beside the editor, with a page of the server's. It is made when it is first shown and made again after it was
 * closed. What is clicked in it opens a place of a rulebook, or is told to whoever shows the page.
 */
import { randomBytes } from "node:crypto";
import type { Disposable, WebviewPanel } from "vscode";
import { Position, Range, Uri, ViewColumn, window, workspace } from "vscode";
import { panelPage } from "./panel-page.js";

/** What a panel is. */
export interface PanelKind {
  /** Its type, as the editor knows it. */
  readonly type: string;
  readonly onAction?: (action: string) => void;
}

export class Panel implements Disposable {
  readonly #kind: PanelKind;
  #panel: WebviewPanel | null = null;
  #last: { readonly html?: string; readonly outdated?: boolean } = {};

  constructor(kind: PanelKind) {
    this.#kind = kind;
  }

  get isOpen(): boolean {
    return this.#panel !== null;
  }

  /** Shows a page; the panel comes to the front only where it is new or somebody asked for it. */
  show(title: string, html: string, asked = true): void {
    this.#last = { html };
    const panel = this.#panel ?? this.#opened(title);
    panel.title = title;
    if (asked && !panel.visible) panel.reveal(undefined, true);
    void panel.webview.postMessage(this.#last);
  }

  /** Says on the page that the rules were edited since. */
  outdate(): void {
    if (this.#panel === null || this.#last.outdated === true) return;
    this.#last = { ...this.#last, outdated: true };
    void this.#panel.webview.postMessage({ outdated: true });
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #opened(title: string): WebviewPanel {
    const where = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel(this.#kind.type, title, where, {
      enableScripts: true,
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = null;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.#received(message));
    panel.webview.html = panelPage(randomBytes(16).toString("hex"));
    this.#panel = panel;
    return panel;
  }

  #received(message: unknown): void {
    if (typeof message !== "object" || message === null || !("kind" in message)) return;
    // A page that comes into view again begins anew.
    if (message.kind === "ready") void this.#panel?.webview.postMessage(this.#last);
    if (message.kind === "action" && "action" in message) this.#kind.onAction?.(String(message.action));
    if (message.kind === "open" && "uri" in message && "line" in message && "character" in message) {
      void open(String(message.uri), Number(message.line), Number(message.character));
    }
  }
}

/** Opens a rule file at a place, beside the panel. */
async function open(address: string, line: number, character: number): Promise<void> {
  const uri = Uri.parse(address);
  if (!uri.path.endsWith(".edict") && uri.scheme !== "untitled") return;
  const at = new Position(Math.max(0, line || 0), Math.max(0, character || 0));
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const first = window.visibleTextEditors.find(({ document }) => document.languageId === "edict");
  await window.showTextDocument(await workspace.openTextDocument(uri), {
    selection: new Range(at, at),
    viewColumn: shown?.viewColumn ?? first?.viewColumn ?? ViewColumn.One,
  });
}
