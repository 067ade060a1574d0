/** Where what is at the caret is declared. */
import { definitionAt } from "@edict/language";
import type { Location } from "vscode-languageserver/node";
import { DefinitionRequest } from "vscode-languageserver/node";
import { locationsOf } from "./landings.js";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

export const definition: RequestEntry = documentRequest(
  DefinitionRequest.type,
  { definitionProvider: true },
  (asked, { position }): Location[] | null => {
    const found = definitionAt(asked.analysis, asked.path, asked.offsetAt(position), asked.rulebook.host);
    return found === null ? null : locationsOf(asked, found.to);
  },
);
