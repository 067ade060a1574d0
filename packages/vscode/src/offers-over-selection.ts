/**
 * Offers where a word is selected. The editor shows only offers that look like the word before the caret; but a selected
 * word is about to be replaced, and whoever asks there wants to see all that could stand in its place.
 */
import type { CompletionItem, Position, ProviderResult, TextDocument } from "vscode";
import { CompletionList, window } from "vscode";

type Offers = CompletionItem[] | CompletionList | null | undefined;

/** The offers as they came, or all of them to be shown where the word at the caret is selected. */
export async function offersOverSelection(
  document: TextDocument,
  position: Position,
  asked: ProviderResult<CompletionItem[] | CompletionList>,
): Promise<Offers> {
  const offers = await asked;
  const word = selectedWord(document, position);
  if (offers === null || offers === undefined || word === null) return offers;
  const items = Array.isArray(offers) ? offers : offers.items;
  for (const item of items) item.filterText = word;
  // Asked again once something is typed in the word's place.
  return new CompletionList(items, true);
}

function selectedWord(document: TextDocument, position: Position): string | null {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || editor.selection.isEmpty || !editor.selection.isSingleLine) return null;
  if (!editor.selection.contains(position)) return null;
  const selected = document.getText(editor.selection);
  return /^[\w-]+$/.test(selected) ? selected : null;
}
