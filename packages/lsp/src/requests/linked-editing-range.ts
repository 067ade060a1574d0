/** The places that are typed at once with what is at the caret. */
import { linkedEditingAt } from "@edict/language";
import { LinkedEditingRangeRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const linkedEditingRange: RequestEntry = documentRequest(
  LinkedEditingRangeRequest.type,
  { linkedEditingRangeProvider: true },
  (asked, { position }) => {
    const found = linkedEditingAt(asked.analysis, asked.path, asked.offsetAt(position));
    // While one types, the name may have any of a name's letters.
    return found === null ? null : { ranges: found.map(asked.rangeOf), wordPattern: "[A-Za-z][A-Za-z0-9_-]*" };
  },
);
