/** The places of the file that name what is at the caret. */
import { highlightsAt } from "@edict/language";
import { DocumentHighlightKind, DocumentHighlightRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

const kinds = { read: DocumentHighlightKind.Read, write: DocumentHighlightKind.Write } as const;

export const documentHighlight: RequestEntry = documentRequest(
  DocumentHighlightRequest.type,
  { documentHighlightProvider: true },
  (asked, { position }) => {
    const found = highlightsAt(asked.analysis, asked.path, asked.offsetAt(position));
    return found === null ? null : found.map((at) => ({ range: asked.rangeOf(at), kind: kinds[at.kind] }));
  },
);
