/** The forms of the statement at the caret, with the part that is being written. */
import { signatureAt } from "@edict/language";
import type { SignatureHelp } from "vscode-languageserver/node";
import { SignatureHelpRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const signatureHelp: RequestEntry = documentRequest(
  SignatureHelpRequest.type,
  { signatureHelpProvider: { triggerCharacters: [" "], retriggerCharacters: [",", "("] } },
  (asked, { position }): SignatureHelp | null => {
    const found = signatureAt(asked.analysis, asked.path, asked.offsetAt(position));
    if (found === null) return null;
    return {
      activeSignature: found.active,
      signatures: found.forms.map(({ label, says, parts, active }) => ({
        label,
        documentation: says,
        parameters: parts.map((part) => ({ label: [part.start, part.end], documentation: part.says })),
        // Past the last part: a client that gets nothing takes the first.
        activeParameter: active ?? parts.length,
      })),
    };
  },
);
