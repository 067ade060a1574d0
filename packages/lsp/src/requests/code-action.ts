/** What can be changed at a place of a document. */
import { codeActions, isAskedFor, makeTests } from "@edict/language";
import type { CodeAction, Diagnostic } from "vscode-languageserver/node";
import { CodeActionRequest } from "vscode-languageserver/node";
import { verified } from "../rule-tests/verified.js";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";
import { workspaceEditOf } from "./workspace-edit.js";

export const codeAction: RequestEntry = documentRequest(
  CodeActionRequest.type,
  {
    codeActionProvider: {
      codeActionKinds: [
        "quickfix",
        "refactor.extract",
        "refactor.inline",
        "refactor.rewrite",
        "source.fixAll.edict",
        "source.organizeSets.edict",
      ],
    },
  },
  async (asked, { range, context }, server): Promise<CodeAction[]> => {
    const analysis = await asked.checked();
    const offsets = asked.offsetsOf(range);
    const only = context.only ?? null;
    const made = isAskedFor(only, "refactor.rewrite") ? makeTests(analysis, asked.path, offsets, verified) : [];
    return [...codeActions(analysis, asked.path, offsets, only), ...made].map((action) => {
      const mended = (shown: Diagnostic): boolean =>
        action.mends.some(({ code, span }) => code === shown.code && isAt(asked.rangeOf(span), shown.range));
      const diagnostics = context.diagnostics.filter(mended);
      return {
        title: action.title,
        kind: action.kind,
        edit: workspaceEditOf(asked, server, action.edits),
        ...(action.preferred ? { isPreferred: true } : {}),
        ...(diagnostics.length === 0 ? {} : { diagnostics }),
      };
    });
  },
);

function isAt({ start }: Diagnostic["range"], other: Diagnostic["range"]): boolean {
  return start.line === other.start.line && start.character === other.start.character;
}
