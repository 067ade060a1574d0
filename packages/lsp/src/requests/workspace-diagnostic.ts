/** The diagnostics of every file of every rulebook, for a client that asks for them. */
import type { WorkspaceDocumentDiagnosticReport } from "vscode-languageserver/node";
import { DocumentDiagnosticReportKind, WorkspaceDiagnosticRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { request } from "./request.js";

// Which clients are told of it, `start-server.ts` decides.
export const workspaceDiagnostic: RequestEntry = request(
  WorkspaceDiagnosticRequest.type,
  {},
  async (server, { previousResultIds }) => {
    const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const { rulebook, checked } of server.rulebooks()) {
      const analysis = await checked();
      for (const path of analysis.files.keys()) {
        if (!server.owns(rulebook, rulebook.host.absolute(path))) continue;
        const { uri, version, diagnostics, resultId } = server.publisher.listOf(rulebook, analysis, path);
        items.push(
          before.get(uri) === resultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
            : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] },
        );
      }
    }
    return { items };
  },
);
