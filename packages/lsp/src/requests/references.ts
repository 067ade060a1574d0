/** All places that name what is at the caret. */
import { referencesAt } from "@edict/language";
import { ReferencesRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const references: RequestEntry = documentRequest(
  ReferencesRequest.type,
  { referencesProvider: true },
  (asked, { position, context }) => {
    const declaration = context.includeDeclaration;
    const found = referencesAt(asked.analysis, asked.path, asked.offsetAt(position), { declaration });
    return found === null ? null : found.map(asked.locationOf);
  },
);
