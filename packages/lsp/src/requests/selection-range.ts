/** How a selection grows from a place. */
import { selectionRanges } from "@edict/language";
import type { SelectionRange } from "vscode-languageserver/node";
import { SelectionRangeRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const selectionRange: RequestEntry = documentRequest(
  SelectionRangeRequest.type,
  { selectionRangeProvider: true },
  ({ analysis, path, offsetAt, rangeOf }, { positions }) =>
    positions.map((position) => {
      let found: SelectionRange | undefined;
      for (const stretch of selectionRanges(analysis, path, offsetAt(position)).toReversed()) {
        const range = rangeOf(stretch);
        found = found === undefined ? { range } : { range, parent: found };
      }
      // An empty file has nothing to select; the protocol wants an answer for each position.
      return found ?? { range: { start: position, end: position } };
    }),
);
