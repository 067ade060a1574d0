/** Which of the protocol's symbols each thing of the language is shown as: it has none of our own. */
import type { OutlineEntry } from "@edict/language";
import { SymbolKind } from "vscode-languageserver/node";

export const symbolKinds: { readonly [K in OutlineEntry["kind"]]: SymbolKind } = {
  use: SymbolKind.Module,
  codes: SymbolKind.Array,
  diagnoses: SymbolKind.Array,
  modifiers: SymbolKind.Array,
  payer: SymbolKind.Constant,
  payers: SymbolKind.Enum,
  setting: SymbolKind.Constant,
  field: SymbolKind.Field,
  episode: SymbolKind.Interface,
  authority: SymbolKind.Namespace,
  table: SymbolKind.Struct,
  layout: SymbolKind.Object,
  rule: SymbolKind.Function,
  override: SymbolKind.Method,
  waive: SymbolKind.Method,
  test: SymbolKind.Event,
  clause: SymbolKind.Property,
  statement: SymbolKind.Operator,
  column: SymbolKind.Field,
  entry: SymbolKind.Key,
  expectation: SymbolKind.Boolean,
};
