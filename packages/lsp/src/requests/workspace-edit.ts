/** Edits of ours as the protocol has them, in the best form that the client says it can take. */
import type { ActionEdit } from "@edict/language";
import { snippetText } from "@edict/language";
import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { Server } from "../server.js";
import type { AskedRulebook } from "./request.js";

/** Edits in any files of a rulebook. What is to be typed over is selected where the client can do that. */
export function workspaceEditOf(asked: AskedRulebook, server: Server, edits: readonly ActionEdit[]): WorkspaceEdit {
  const can = server.client.workspace?.workspaceEdit;
  const byFile = new Map<string, ActionEdit[]>();
  for (const edit of edits) {
    const list = byFile.get(edit.span.file) ?? [];
    byFile.set(edit.span.file, list);
    list.push(edit);
  }
  const textEdit = ({ span, text }: ActionEdit): TextEdit => ({ range: asked.locationOf(span).range, newText: text });
  if (can?.documentChanges !== true) {
    const changes = [...byFile].map(([path, list]) => [asked.uriOf(path), list.map(textEdit)] as const);
    return { changes: Object.fromEntries(changes) };
  }
  const snippet = (edit: ActionEdit): TextEdit | SnippetTextEdit =>
    can.snippetEditSupport === true && edit.holes !== undefined && edit.holes.length > 0
      ? { range: asked.locationOf(edit.span).range, snippet: { kind: "snippet", value: snippetOf(edit) } }
      : textEdit(edit);
  return {
    documentChanges: [...byFile].map(([path, list]): TextDocumentEdit => {
      const version = server.documents.versionAt(asked.rulebook.host.absolute(path));
      return { textDocument: { uri: asked.uriOf(path), version }, edits: list.map(snippet) };
    }),
  };
}

/** A text whose holes are placeholders, by their numbers. */
function snippetOf({ text, holes = [] }: ActionEdit): string {
  let snippet = "";
  let from = 0;
  for (const { start, end, number } of holes) {
    snippet += `${snippetText(text.slice(from, start))}\${${number}:${snippetText(text.slice(start, end))}}`;
    from = end;
  }
  return snippet + snippetText(text.slice(from));
}
