/** The declarations that a selection touches, in the one layout. */
import { formatRange } from "@edict/language";
import { DocumentRangeFormattingRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const documentRangeFormatting: RequestEntry = documentRequest(
  DocumentRangeFormattingRequest.type,
  { documentRangeFormattingProvider: true },
  ({ source, offsetsOf, rangeOf }, { range }) => {
    const { start, end } = offsetsOf(range);
    return formatRange(source.text, start, end).map((edit) => ({ range: rangeOf(edit), newText: edit.text }));
  },
);
