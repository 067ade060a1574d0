/** What of a document can be folded. */
import { foldingRanges } from "@edict/language";
import { FoldingRangeKind, FoldingRangeRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const foldingRange: RequestEntry = documentRequest(
  FoldingRangeRequest.type,
  { foldingRangeProvider: true },
  ({ analysis, path, rangeOf }) =>
    foldingRanges(analysis, path).map((fold) => {
      const { start, end } = rangeOf(fold);
      const lines = { startLine: start.line, endLine: end.line };
      if (fold.kind === "comment") return { ...lines, kind: FoldingRangeKind.Comment };
      return fold.kind === "uses" ? { ...lines, kind: FoldingRangeKind.Imports } : lines;
    }),
);
