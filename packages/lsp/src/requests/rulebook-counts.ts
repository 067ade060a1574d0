/** `edict/rulebook`, a request of our own: how many rules and tests the rulebook of a document holds. */
import type { TextDocumentIdentifier } from "vscode-languageserver/node";
import { ProtocolRequestType } from "vscode-languageserver/node";
import { documentRequest } from "./request.js";

/** What the rulebook holds. */
export interface RulebookCounts {
  readonly rules: number;
  readonly tests: number;
}

/** Asked with `{ textDocument: { uri } }`; null where the document is in no rulebook. */
export const rulebookCountsRequest = new ProtocolRequestType<
  { readonly textDocument: TextDocumentIdentifier },
  RulebookCounts | null,
  never,
  void,
  void
>("edict/rulebook");

export const rulebookCounts = documentRequest(rulebookCountsRequest, {}, ({ analysis }): RulebookCounts => {
  const declarations = [...analysis.files.values()].flatMap(({ node }) => node.declarations);
  return {
    rules: declarations.filter(({ kind }) => kind === "rule").length,
    tests: declarations.filter(({ kind }) => kind === "test").length,
  };
});
