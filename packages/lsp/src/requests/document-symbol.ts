/** The outline of a file. */
import type { OutlineEntry } from "@edict/language";
import { documentSymbols } from "@edict/language";
import type { DocumentSymbol } from "vscode-languageserver/node";
import { DocumentSymbolRequest } from "vscode-languageserver/node";
import type { Asked, RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";
import { symbolKinds } from "./symbol-kinds.js";

export const documentSymbol: RequestEntry = documentRequest(
  DocumentSymbolRequest.type,
  { documentSymbolProvider: true },
  (asked): DocumentSymbol[] => documentSymbols(asked.analysis, asked.path).map((entry) => symbolOf(asked, entry)),
);

function symbolOf(asked: Asked, { kind, title, detail, whole, name, parts }: OutlineEntry): DocumentSymbol {
  return {
    name: title,
    detail,
    kind: symbolKinds[kind],
    range: asked.rangeOf(whole),
    selectionRange: asked.rangeOf(name),
    children: parts.map((part) => symbolOf(asked, part)),
  };
}
