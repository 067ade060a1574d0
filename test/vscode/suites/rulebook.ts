/**
 * Rulebooks for a case: files with marked text, in a folder of their own below the workspace's, so that no case sees
 * the names of another. A cursor is `<|>`, a range `<|…|>`.
 */
import type { Diagnostic, Range, TextDocument, TextEditor } from "vscode";
import { languages, Position, Uri, window, workspace } from "vscode";

/** A document that a case opened, with what was marked in it. */
export interface Opened {
  readonly editor: TextEditor;
  readonly document: TextDocument;
  readonly uri: Uri;
  /** The first cursor or the start of the first range; a case that marked none must not ask. */
  readonly at: Position;
}

let count = 0;

/** Writes the files into a new rulebook and opens the first one. */
export async function open(text: string, others: Readonly<Record<string, string>> = {}): Promise<Opened> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("the workspace has a folder");
  count += 1;
  const home = Uri.joinPath(folder.uri, "cases", `case-${count}`);
  const cursor = text.indexOf("<|");
  const plain = text.replace("<|>", "").replaceAll("<|", "").replaceAll("|>", "");
  for (const [name, content] of Object.entries({ "edict.json": "{}\n", "rules.edict": plain, ...others })) {
    await workspace.fs.writeFile(Uri.joinPath(home, name), new TextEncoder().encode(content));
  }
  const uri = Uri.joinPath(home, "rules.edict");
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  return { editor, document, uri, at: cursor < 0 ? new Position(0, 0) : document.positionAt(cursor) };
}

/** Another file of the same rulebook. */
export function beside({ uri }: Opened, name: string): Uri {
  return Uri.joinPath(uri, "..", name);
}

/** Waits until what is asked for is there: anything but null and undefined. */
export async function eventually<T>(
  what: string,
  ask: () => Thenable<T | null | undefined> | T | null | undefined,
): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const found = await ask();
    if (found !== null && found !== undefined) return found;
    await new Promise((go) => {
      setTimeout(go, 50);
    });
  }
  throw new Error(`waited in vain for ${what}`);
}

/** The diagnostics of a file, once they are as wanted. */
export function diagnosticsOf(
  uri: Uri,
  what: string,
  wanted: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return eventually(`${what}; there are ${codesOf(uri).join(", ") || "none"}`, () => {
    const found = languages.getDiagnostics(uri);
    return wanted(found) ? found : null;
  });
}

/** The codes of the diagnostics of a file. */
export function codesOf(uri: Uri): readonly string[] {
  return languages.getDiagnostics(uri).map(codeOf);
}

/** Whether one of the diagnostics has this code. */
export function has(code: string): (found: readonly Diagnostic[]) => boolean {
  return (found) => found.some((one) => codeOf(one) === code);
}

/** The code of a diagnostic, with or without a link to its page. */
export function codeOf({ code }: Diagnostic): string {
  return typeof code === "object" ? String(code.value) : String(code);
}

/** The text of a range. */
export function textOf({ document }: Opened, range: Range): string {
  return document.getText(range);
}
