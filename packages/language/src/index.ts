// Sources and places within them.
export type { Source, Stretch } from "./source/source.js";
export { placeAt, spanOf, stretchOf } from "./source/source.js";

// Text to tree.
export type { Parsed } from "./syntax/parse.js";
export { parse } from "./syntax/parse.js";

// Tree to text.
export { printFile } from "./print/print-file.js";

// Text to text in the one layout.
export type { Formatted } from "./format/format.js";
export { format, formatWhole } from "./format/format.js";
export type { TextEdit } from "./format/edits.js";
export { edits, linesOf } from "./format/edits.js";
export type { Match } from "./format/matched-lines.js";
export { matchedLines } from "./format/matched-lines.js";
export { formatOnType, typedSigns } from "./format/format-on-type.js";
export { formatRange } from "./format/format-range.js";

// What an editor can change at a place.
export type { ActionEdit, CodeAction, CodeActionKind, Hole } from "./editor/actions/code-action.js";
export { codeActions, isAskedFor } from "./editor/actions/code-actions.js";
export type { Verify } from "./editor/actions/make-tests.js";
export { makeTests } from "./editor/actions/make-tests.js";
export type { ProposedTest, ProposedTests } from "./editor/test-proposals/proposed-tests.js";
export { proposedTests } from "./editor/test-proposals/proposed-tests.js";

// What an editor offers at a caret.
export type { Completions } from "./editor/complete/complete.js";
export { complete, prepareCompletion } from "./editor/complete/complete.js";
export { describe } from "./editor/complete/describe.js";
export type { Offer, OfferKind } from "./editor/complete/offer.js";
export { snippetText } from "./editor/complete/offer.js";
export type { Surroundings } from "./editor/complete/texts.js";
export type { Signature, Signatures } from "./editor/signature/signature-at.js";
export { signatureAt } from "./editor/signature/signature-at.js";

// What an editor shows of a file.
export type { CodeLens, PlacedTest } from "./editor/code-lenses.js";
export { codeLenses, testsOf } from "./editor/code-lenses.js";
export type { FoldingRange } from "./editor/folding-ranges.js";
export { foldingRanges } from "./editor/folding-ranges.js";
export type { Hover } from "./editor/hover/hover.js";
export { hoverAt } from "./editor/hover/hover.js";
export type { InlayHint, InlayHintOptions } from "./editor/inlay-hints.js";
export { inlayHints } from "./editor/inlay-hints.js";
export { selectionRanges } from "./editor/selection-range.js";
export type { GraphEdge, GraphNode, RuleGraph } from "./editor/rule-graph.js";
export { graphAround, graphNodeAt, ruleGraph } from "./editor/rule-graph.js";
export { declarationAt } from "./editor/declaration-at.js";
export type { Piece } from "./editor/place-of-piece.js";
export { placeOfPiece } from "./editor/place-of-piece.js";
export { ruleAt } from "./editor/rule-at.js";
export type { SemanticToken, TokenModifier, TokenOptions, TokenType } from "./editor/semantic-tokens.js";
export { semanticTokens, tokenModifiers, tokenTypes } from "./editor/semantic-tokens.js";

// Files to what is known of them, and to a rulebook.
export type { Analysis } from "./analyse.js";
export { analyse, checkInSteps, readBook } from "./analyse.js";
export type { Compilation } from "./compile.js";
export { authoritiesOf, lowerRule } from "./lower/lower-rule.js";
export { compile, hasErrors, lower, lowerInSteps } from "./compile.js";
export type { Host } from "./read-sources.js";
export { filesIn } from "./read-sources.js";

// Which sets are written in which.
export type { SetsWithin } from "./names/sets/set-parts.js";
export { setsWithin } from "./names/sets/set-parts.js";

// Rulebook to plain English.
export type { PlainRule, Sentence, SentenceKind } from "./plain-words/plain-rule.js";
export { plainRule } from "./plain-words/plain-rule.js";

// Rulebook to the rules that name a code.
export { tablesOf } from "./naming/conditions-of.js";
export type { NamingRole, NamingRule } from "./naming/rules-naming.js";
export { rulesNaming } from "./naming/rules-naming.js";

// Rulebook to the pages of its reference, and pages to texts.
export type { Block, Page, Word, Words } from "./markup/document.js";
export { isWebAddress } from "./markup/document.js";
export type { Html } from "./markup/html.js";
export { escaped, html, nothing } from "./markup/html.js";
export { htmlFile, toHtml } from "./markup/to-html.js";
export { blocksToMarkdown, markdownFile, toMarkdown } from "./markup/to-markdown.js";
export type { FoundByTest, ReferenceSource } from "./reference/reference.js";
export { referencePages } from "./reference/reference-pages.js";
export { writtenRule } from "./reference/written-rule.js";

// Every diagnostic of the language, by area.
export { catalogues } from "./diagnostics/catalogues.js";

// Where the names of a rulebook stand.
export type { Mention, Named, Target, Use } from "./editor/names-at.js";
export { nameAt, usesInFile, usesOf } from "./editor/names-at.js";

// The editor's questions about where names lead.
export type { HierarchyCall, HierarchyItem } from "./editor/call-hierarchy.js";
export { hierarchyItemAt, incomingCalls, outgoingCalls } from "./editor/call-hierarchy.js";
export type { Definition, Landing } from "./editor/definition.js";
export { definitionAt, typeDefinitionAt } from "./editor/definition.js";
export type { DocumentLink } from "./editor/document-links.js";
export { documentLinks } from "./editor/document-links.js";
export type { OutlineEntry } from "./editor/document-symbols.js";
export { documentSymbols } from "./editor/document-symbols.js";
export { linkedEditingAt } from "./editor/linked-editing.js";
export type { Paths } from "./editor/paths.js";
export type { Highlight } from "./editor/references.js";
export { highlightsAt, referencesAt } from "./editor/references.js";
export type { Refusal, Renameable, Renaming } from "./editor/rename/rename.js";
export { prepareRename, renameAt } from "./editor/rename/rename.js";
export { rulesOfCode } from "./editor/rules-of-code.js";
export type { FoundSymbol } from "./editor/workspace-symbols.js";
export { workspaceSymbols } from "./editor/workspace-symbols.js";

// What is said of a rulebook beyond its errors, as a project's settings and the comments in the text have it.
export { lint, lintInSteps, settled } from "./lint/run-lints.js";
export { codeListsOf } from "./names/code-lists.js";
export type { RowsOfTable } from "./names/valid-codes.js";
export { families } from "./lint/families.js";
export type { Settings, SettingsOf } from "./lint/settings/settings.js";
export { noSettings } from "./lint/settings/settings.js";
export type { NearestSettings, SettingsHost } from "./lint/settings/nearest-settings.js";
export { nearestSettings } from "./lint/settings/nearest-settings.js";
export type { SettingsRead } from "./lint/settings/read-settings.js";
export { readSettings } from "./lint/settings/read-settings.js";
export { settingsSchema } from "./lint/settings/settings-schema.js";
export type { Mended } from "./lint/fixes/apply-fixes.js";
export { applyPreferred } from "./lint/fixes/apply-fixes.js";
