/** Declarations of all rulebooks by a query. */
import { workspaceSymbols } from "@edict/language";
import type { SymbolInformation } from "vscode-languageserver/node";
import { WorkspaceSymbolRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { request } from "./request.js";
import { symbolKinds } from "./symbol-kinds.js";

export const workspaceSymbol: RequestEntry = request(
  WorkspaceSymbolRequest.type,
  { workspaceSymbolProvider: true },
  (server, { query }): SymbolInformation[] =>
    server.rulebooks().flatMap(({ rulebook, analysis, locationOf }) =>
      workspaceSymbols(analysis, query)
        // A file that two rulebooks share is told once.
        .filter(({ path }) => server.owns(rulebook, rulebook.host.absolute(path)))
        .map(({ path, kind, title, detail, name }) => ({
          name: title,
          kind: symbolKinds[kind],
          location: locationOf({ file: path, ...name }),
          ...(detail === "" ? {} : { containerName: detail }),
        })),
    ),
);
