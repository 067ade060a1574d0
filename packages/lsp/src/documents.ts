/** The documents that the client holds open, with their versions; changes come as edits. */
import { basename, dirname, join, resolve } from "node:path";
import { TextDocumentContentChangeEvent } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import type { TextEdit } from "./diagnostics/shifted.js";
import type { OpenTexts } from "./files/overlaid-host.js";

export class Documents implements OpenTexts {
  /** By absolute path, or by what stands for one where the document is no file. */
  readonly #byPath = new Map<string, TextDocument>();

  open(uri: string, version: number, text: string): void {
    this.#byPath.set(pathOfUri(uri), TextDocument.create(uri, "edict", version, text));
  }

  /** Takes the edits in, in their order, and gives them by offsets. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): readonly TextEdit[] {
    const document = this.#byPath.get(pathOfUri(uri));
    // A client that changes what it never opened has nothing that we could change.
    if (document === undefined) return [];
    return changes.map((change) => {
      const whole = { start: 0, end: document.getText().length };
      const { start, end } = TextDocumentContentChangeEvent.isIncremental(change)
        ? { start: document.offsetAt(change.range.start), end: document.offsetAt(change.range.end) }
        : whole;
      TextDocument.update(document, [change], version);
      return { start, end, length: change.text.length };
    });
  }

  close(uri: string): void {
    this.#byPath.delete(pathOfUri(uri));
  }

  /** The version of an open document; null where it is not open. */
  versionAt(path: string): number | null {
    return this.#byPath.get(path)?.version ?? null;
  }

  textAt(path: string): string | null {
    const text = this.#byPath.get(path)?.getText();
    if (text === undefined) return null;
    // A byte order mark is no part of the text; a blank keeps the positions as the client counts them.
    return text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text;
  }

  namesIn(folder: string): readonly string[] {
    return this.paths.filter((path) => dirname(path) === folder).map((path) => basename(path));
  }

  /** The absolute paths of all open documents. */
  get paths(): readonly string[] {
    return [...this.#byPath.keys()];
  }

  /** What the client calls the file at a path. */
  uriOf(path: string): string {
    const open = this.#byPath.get(path);
    if (open !== undefined) return open.uri;
    return dirname(path) === unsaved ? decodeURIComponent(basename(path, ".edict")) : URI.file(path).toString();
  }
}

/** Documents that are no files stand in a folder that nobody has, each under its whole address. */
const unsaved = resolve("/\u0001unsaved");

/** The absolute path of a file's address; other documents get one that is nowhere. */
export function pathOfUri(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === "file" ? parsed.fsPath : join(unsaved, `${encodeURIComponent(uri)}.edict`);
}
