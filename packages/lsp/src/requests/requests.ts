/** All requests that the server answers. To add one: a file beside this one, as `request.ts` shows, and a line here. */
import { completion, completionResolve } from "./completion.js";
import { documentDiagnostic } from "./document-diagnostic.js";
import { hover } from "./hover.js";
import type { RequestEntry } from "./request.js";
import { rulebookCounts } from "./rulebook-counts.js";
import { signatureHelp } from "./signature-help.js";
import { workspaceDiagnostic } from "./workspace-diagnostic.js";

// One a line, in the order of their names: so additions stay apart.
export const requests: readonly RequestEntry[] = [
  completion,
  completionResolve,
  documentDiagnostic,
  rulebookCounts,
  hover,
  signatureHelp,
  workspaceDiagnostic,
  //
];
