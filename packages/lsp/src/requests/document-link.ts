/** What of a file leads to files and pages. */
import { documentLinks } from "@edict/language";
import { DocumentLinkRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const documentLink: RequestEntry = documentRequest(
  DocumentLinkRequest.type,
  { documentLinkProvider: { resolveProvider: false } },
  (asked) =>
    documentLinks(asked.analysis, asked.path, asked.rulebook.host).map((link) => ({
      range: asked.rangeOf(link),
      target: link.to.kind === "url" ? link.to.url : asked.uriOf(link.to.path),
      tooltip: link.tip,
    })),
);
