/** What can stand at the caret, and what is to be said of one thing that is offered. */
import { usualNames } from "@edict/charges";
import type { Completions, Offer, OfferKind, Surroundings } from "@edict/language";
import { complete, describe } from "@edict/language";
import type { CompletionItem, CompletionList, Position } from "vscode-languageserver/node";
import {
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  MarkupKind,
} from "vscode-languageserver/node";
import type { Asked, RequestEntry } from "./request.js";
import { documentRequest, request } from "./request.js";

export const completion: RequestEntry = documentRequest(
  CompletionRequest.type,
  { completionProvider: { resolveProvider: true, triggerCharacters: [" ", ".", ",", "(", "{", '"', "/"] } },
  (asked, { textDocument, position, context }, server): CompletionList | null => {
    const found = complete(asked.analysis, asked.path, asked.offsetAt(position), surroundings(asked));
    // A blank behind what is whole is no question.
    if (context?.triggerCharacter === " " && !found.wanted) return null;
    // A quote that closes a text is none either: the next key is a new line, which would take the first offer.
    if (context?.triggerCharacter === '"' && closesText(asked, position)) return null;
    return {
      isIncomplete: found.incomplete,
      items: found.items.map((offer, order) => itemOf(asked, found, offer, order, textDocument.uri, server.snippets)),
    };
  },
);

/** Whether the quotes of the line, up to a place behind one, are all in pairs. */
function closesText({ source, offsetAt }: Asked, position: Position): boolean {
  const upTo = source.text.slice(offsetAt({ line: position.line, character: 0 }), offsetAt(position));
  return (upTo.replace(/\\./g, "").split('"').length - 1) % 2 === 0;
}

export const completionResolve: RequestEntry = request(CompletionResolveRequest.type, {}, (server, item) => {
  const uri: unknown = item.data;
  const asked = typeof uri === "string" ? server.ask(uri) : null;
  const value = asked === null ? null : describe(asked.analysis, item.label);
  return value === null ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
});

function itemOf(
  asked: Asked,
  found: Completions,
  { label, kind, detail, insert, isSnippet, filter }: Offer,
  order: number,
  uri: string,
  snippets: boolean,
): CompletionItem {
  const newText = isSnippet && !snippets ? plain(insert ?? label) : (insert ?? label);
  return {
    label,
    kind: kinds[kind],
    sortText: String(order).padStart(5, "0"),
    textEdit: { range: asked.rangeOf(found), newText },
    insertTextFormat: isSnippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    data: uri,
    ...(detail === null ? {} : { detail }),
    ...(filter === null ? {} : { filterText: filter }),
  };
}

/** A snippet for a client that knows none: what its stops say, or the first of what they let choose. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
    .replace(/\\(.)/g, "$1");
}

const kinds: { readonly [K in OfferKind]: CompletionItemKind } = {
  codes: CompletionItemKind.Enum,
  diagnoses: CompletionItemKind.Enum,
  modifiers: CompletionItemKind.Enum,
  payer: CompletionItemKind.Class,
  payers: CompletionItemKind.Class,
  setting: CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  episode: CompletionItemKind.Event,
  authority: CompletionItemKind.Reference,
  table: CompletionItemKind.Struct,
  layout: CompletionItemKind.Interface,
  rule: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  sign: CompletionItemKind.Operator,
  snippet: CompletionItemKind.Snippet,
  code: CompletionItemKind.EnumMember,
  diagnosis: CompletionItemKind.EnumMember,
  modifier: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  column: CompletionItemKind.Property,
  "field-word": CompletionItemKind.Field,
  placeholder: CompletionItemKind.Constant,
  path: CompletionItemKind.File,
  header: CompletionItemKind.Text,
  "new-name": CompletionItemKind.Variable,
};

/** The rulebook's folder, and the headers that charge files usually have. */
function surroundings({ rulebook: { host } }: Asked): Surroundings {
  return {
    entries: (file, relative) => {
      const folder = host.join(host.folderOf(file), relative === "" ? "." : relative);
      if (host.kind(folder) !== "folder") return [];
      return host.list(folder).map((name) => (host.kind(host.join(folder, name)) === "folder" ? `${name}/` : name));
    },
    headers: (field) => {
      const names = usualNames.filter((one) => one.field === field).flatMap((one) => one.names);
      return [...new Set(names.filter((name) => !name.includes("#")))];
    },
  };
}
