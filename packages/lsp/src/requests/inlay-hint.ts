/** What can be worked out beside the words of a document. */
import { inlayHints } from "@edict/language";
import { InlayHintRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const inlayHint: RequestEntry = documentRequest(
  InlayHintRequest.type,
  { inlayHintProvider: true },
  ({ analysis, path, offsetsOf, rangeOf }, { range }, { settings }) =>
    inlayHints(analysis, path, offsetsOf(range), settings.hints).map(({ offset, text }) => ({
      position: rangeOf({ start: offset, end: offset }).start,
      label: text,
      paddingLeft: true,
    })),
);
