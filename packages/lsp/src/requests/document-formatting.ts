/** A document in the one layout. */
import { edits, format } from "@edict/language";
import { DocumentFormattingRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const documentFormatting: RequestEntry = documentRequest(
  DocumentFormattingRequest.type,
  { documentFormattingProvider: true },
  ({ source, rangeOf }) =>
    edits(source.text, format(source.text)).map((edit) => ({ range: rangeOf(edit), newText: edit.text })),
);
