/** All requests that the server answers. To add one: a file beside this one, as `request.ts` shows, and a line here. */
import { callHierarchy, callHierarchyIncoming, callHierarchyOutgoing } from "./call-hierarchy.js";
import { codeAction } from "./code-action.js";
import { codeLens, codeLensResolve } from "./code-lens.js";
import { completion, completionResolve } from "./completion.js";
import { definition } from "./definition.js";
import { documentDiagnostic } from "./document-diagnostic.js";
import { documentFormatting } from "./document-formatting.js";
import { documentHighlight } from "./document-highlight.js";
import { documentLink } from "./document-link.js";
import { documentOnTypeFormatting } from "./document-on-type-formatting.js";
import { documentRangeFormatting } from "./document-range-formatting.js";
import { documentSymbol } from "./document-symbol.js";
import { explain } from "./explain.js";
import { chargeFile, findings } from "./findings.js";
import { foldingRange } from "./folding-range.js";
import { graph } from "./graph.js";
import { hover } from "./hover.js";
import { inlayHint } from "./inlay-hint.js";
import { linkedEditingRange } from "./linked-editing-range.js";
import { plainWords } from "./plain-words.js";
import { references } from "./references.js";
import { rename, renamePrepared } from "./rename.js";
import type { RequestEntry } from "./request.js";
import { rulebookCounts } from "./rulebook-counts.js";
import { runTests } from "./run-tests.js";
import { selectionRange } from "./selection-range.js";
import { semanticTokensDelta, semanticTokensFull, semanticTokensRange } from "./semantic-tokens.js";
import { signatureHelp } from "./signature-help.js";
import { tests } from "./tests.js";
import { typeDefinition } from "./type-definition.js";
import { workspaceDiagnostic } from "./workspace-diagnostic.js";
import { workspaceSymbol } from "./workspace-symbol.js";

// One a line, in the order of their names: so additions stay apart.
export const requests: readonly RequestEntry[] = [
  callHierarchy,
  callHierarchyIncoming,
  callHierarchyOutgoing,
  chargeFile,
  codeAction,
  codeLens,
  codeLensResolve,
  completion,
  completionResolve,
  definition,
  documentDiagnostic,
  documentFormatting,
  documentHighlight,
  documentLink,
  documentOnTypeFormatting,
  documentRangeFormatting,
  documentSymbol,
  explain,
  findings,
  foldingRange,
  graph,
  hover,
  inlayHint,
  linkedEditingRange,
  plainWords,
  references,
  rename,
  renamePrepared,
  rulebookCounts,
  runTests,
  selectionRange,
  semanticTokensDelta,
  semanticTokensFull,
  semanticTokensRange,
  signatureHelp,
  tests,
  typeDefinition,
  workspaceDiagnostic,
  workspaceSymbol,
];
