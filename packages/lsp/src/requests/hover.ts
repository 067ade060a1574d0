/** What stands under the pointer. */
import { hoverAt } from "@edict/language";
import { HoverRequest, MarkupKind } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const hover: RequestEntry = documentRequest(
  HoverRequest.type,
  { hoverProvider: true },
  async (asked, { position }) => {
    // A rule is told in plain words only where nothing is wrong with it, so all diagnostics must be there.
    const found = hoverAt(await asked.checked(), asked.path, asked.offsetAt(position));
    return found === null
      ? null
      : { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: asked.rangeOf(found) };
  },
);
