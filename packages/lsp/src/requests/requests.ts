/** All requests that the server answers. To add one: a file beside this one, as `request.ts` shows, and a line here. */
import { completion, completionResolve } from "./completion.js";
import { codeAction } from "./code-action.js";
import { codeLens, codeLensResolve } from "./code-lens.js";
import { documentDiagnostic } from "./document-diagnostic.js";
import { hover } from "./hover.js";
import { foldingRange } from "./folding-range.js";
import { inlayHint } from "./inlay-hint.js";
import type { RequestEntry } from "./request.js";
import { rulebookCounts } from "./rulebook-counts.js";
import { signatureHelp } from "./signature-help.js";
import { selectionRange } from "./selection-range.js";
import { semanticTokensDelta, semanticTokensFull, semanticTokensRange } from "./semantic-tokens.js";
import { workspaceDiagnostic } from "./workspace-diagnostic.js";

// One a line, in the order of their names: so additions stay apart.
export const requests: readonly RequestEntry[] = [
  completion,
  completionResolve,
  codeAction,
  codeLens,
  codeLensResolve,
  documentDiagnostic,
  foldingRange,
  inlayHint,
  rulebookCounts,
  hover,
  signatureHelp,
  selectionRange,
  semanticTokensDelta,
  semanticTokensFull,
  semanticTokensRange,
  workspaceDiagnostic,
  //
];
