/** What says the kind of what is at the caret: a rule's table, an episode's sets, a column's table. */
import { typeDefinitionAt } from "@edict/language";
import type { Location } from "vscode-languageserver/node";
import { TypeDefinitionRequest } from "vscode-languageserver/node";
import { locationsOf } from "./landings.js";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const typeDefinition: RequestEntry = documentRequest(
  TypeDefinitionRequest.type,
  { typeDefinitionProvider: true },
  (asked, { position }): Location[] | null => {
    const found = typeDefinitionAt(asked.analysis, asked.path, asked.offsetAt(position));
    return found === null ? null : locationsOf(asked, found.to);
  },
);
