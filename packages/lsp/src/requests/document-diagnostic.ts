/** The diagnostics of one document, for a client that asks for them. */
import type { DocumentDiagnosticReport } from "vscode-languageserver/node";
import { DocumentDiagnosticReportKind, DocumentDiagnosticRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { request } from "./request.js";

// Which clients are told of it, `start-server.ts` decides.
export const documentDiagnostic: RequestEntry = request(
  DocumentDiagnosticRequest.type,
  {},
  async (server, { textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
    const asked = server.ask(textDocument.uri);
    if (asked === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const checked = await asked.checked();
    const { diagnostics, resultId } = server.publisher.listOf(asked.rulebook, checked, asked.path);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
  },
);
