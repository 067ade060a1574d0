/** Renaming, with what a person should know before it is done; and what would be renamed. */
import type { Renaming } from "@edict/language";
import { prepareRename, renameAt } from "@edict/language";
import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { LSPErrorCodes, PrepareRenameRequest, RenameRequest, ResponseError } from "vscode-languageserver/node";
import type { Asked, RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const renamePrepared: RequestEntry = documentRequest(PrepareRenameRequest.type, {}, (asked, { position }) => {
  const found = prepareRename(asked.analysis, asked.path, asked.offsetAt(position));
  if (found.kind === "refused") throw refusal(found.reason);
  return { range: asked.rangeOf(found.at), placeholder: found.name };
});

export const rename: RequestEntry = documentRequest(
  RenameRequest.type,
  { renameProvider: { prepareProvider: true } },
  (asked, { position, newName }, server): WorkspaceEdit => {
    const found = renameAt(asked.analysis, asked.path, asked.offsetAt(position), newName.trim());
    if (found.kind === "refused") throw refusal(found.reason);
    if (found.notes.length === 0) return { changes: editsByFile(asked, found, (edit) => edit) };
    if (server.client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined) return annotated(asked, found);
    server.tell(found.notes.join("; "));
    return { changes: editsByFile(asked, found, (edit) => edit) };
  },
);

/** The reason is for the person to read; it is no fault of ours. */
function refusal(reason: string): ResponseError<undefined> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** The edits stand to be confirmed, with the notes above them. */
function annotated(asked: Asked, found: Renaming): WorkspaceEdit {
  const changes = editsByFile(asked, found, (edit): AnnotatedTextEdit => ({ ...edit, annotationId: noted }));
  const [label = "", ...more] = found.notes;
  const description = more.join("; ");
  return {
    documentChanges: Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits })),
    changeAnnotations: { [noted]: { label, description, needsConfirmation: true } },
  };
}

const noted = "noted";

function editsByFile<E extends TextEdit>(
  asked: Asked,
  { edits }: Renaming,
  make: (edit: TextEdit) => E,
): { [uri: string]: E[] } {
  const byFile: { [uri: string]: E[] } = {};
  for (const { span, text } of edits) {
    const { uri, range } = asked.locationOf(span);
    (byFile[uri] ??= []).push(make({ range, newText: text }));
  }
  return byFile;
}
