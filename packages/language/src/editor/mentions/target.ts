/** What a mention means in a rulebook: the declaration, column, field or value that it names. */
import { codeShape } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import type { Book } from "../../names/book.js";
import type { NamedKind } from "../../names/declared.js";
import type { FieldFacts } from "../../names/fields.js";
import { fieldNamed } from "../../names/fields.js";
import type { SetKind } from "../../names/sets/blocks.js";
import { isValue } from "../../names/sets/blocks.js";
import { columnNamed } from "../../names/tables.js";
import { fieldsBesideColumn } from "./beside-columns.js";
import type { Mention } from "./mention.js";
import { tableRead } from "./table-read.js";

/** What can be named. */
export type Target =
  | { readonly kind: "declared"; readonly name: string; readonly what: NamedKind }
  | { readonly kind: "column"; readonly table: string; readonly name: string }
  /** A field that every charge line has. */
  | { readonly kind: "field"; readonly name: string }
  /** A code, a diagnosis or a modifier. */
  | { readonly kind: "value"; readonly of: SetKind; readonly text: string }
  /** A text that a payer's lines say. */
  | { readonly kind: "alias"; readonly payer: string; readonly text: string }
  | { readonly kind: "use" | "table-file" | "url"; readonly path: string };

/** What a mention means; null where it means nothing that is known. */
export function targetOf(analysis: Analysis, { text, stands }: Mention): Target | null {
  const { book } = analysis;
  switch (stands.kind) {
    case "declaring":
      return { kind: "declared", name: text, what: book.declared.get(text)?.node.kind ?? stands.what };
    case "name":
      return declaredName(book, text);
    case "item":
      return listed(book, stands.of, text);
    case "field":
      return fieldOrName(book, text);
    case "value": {
      const field = fieldNamed(book.declared, stands.field);
      return field === null ? null : valueOf(book, field, text, stands.quoted);
    }
    case "operand":
      return operand(book, text, stands.beside, stands.quoted);
    case "declaring-column":
      return { kind: "column", table: stands.table, name: text };
    case "column": {
      const table = tableRead(book, stands.rows);
      return table === null ? null : { kind: "column", table, name: text };
    }
    case "cell":
      return cell(analysis, stands.table, stands.column, text);
    case "use-path":
      return { kind: "use", path: text };
    case "table-path":
      return { kind: "table-file", path: text };
    case "url":
      return { kind: "url", path: text };
    case "alias":
      return { kind: "alias", payer: stands.payer, text };
  }
}

/** What is equal for equal targets. */
export function keyOf(target: Target): string {
  switch (target.kind) {
    case "declared":
      return `declared ${target.name}`;
    case "column":
      return `column ${target.table} ${target.name}`;
    case "field":
      return `field ${target.name}`;
    case "value":
      return `${target.of} ${target.text}`;
    case "alias":
      return `alias ${target.payer} ${target.text}`;
    case "use":
    case "table-file":
    case "url":
      return `${target.kind} ${target.path}`;
  }
}

function declaredName(book: Book, name: string): Target | null {
  const found = book.declared.get(name);
  return found === undefined ? null : { kind: "declared", name, what: found.node.kind };
}

function listed(book: Book, of: SetKind, text: string): Target | null {
  return isValue(of, text) ? { kind: "value", of, text } : declaredName(book, text);
}

function fieldOrName(book: Book, text: string): Target | null {
  const field = fieldNamed(book.declared, text);
  if (field === null || book.declared.get(field.name)?.node.kind === "field") return declaredName(book, text);
  return { kind: "field", name: field.name };
}

function valueOf(book: Book, field: FieldFacts, text: string, quoted: boolean): Target | null {
  switch (field.holds) {
    case "codes":
    case "diagnoses":
    case "modifiers":
      return quoted ? null : listed(book, field.holds, text);
    case "payers":
      return quoted ? party(book, text, ["payer", "payers"]) : declaredName(book, text);
    case "settings":
      return quoted ? party(book, text, ["setting"]) : declaredName(book, text);
    case "bills":
    case "plain":
      return null;
  }
}

/** A side of a comparison: a word that names a field is that field; else it is what the other side asks for. */
function operand(book: Book, text: string, beside: string | null, quoted: boolean): Target | null {
  const own = quoted ? null : fieldOrName(book, text);
  if (own?.kind === "field" || (own?.kind === "declared" && own.what === "field")) return own;
  const field = beside === null ? null : fieldNamed(book.declared, beside);
  if (field?.holds === "payers" || field?.holds === "settings") return valueOf(book, field, text, quoted);
  if (quoted) return null;
  // A number is a code beside a field of codes alone.
  const isCode = codeShape.test(text) && (/[A-Z]/.test(text) || field?.type === "code");
  return isCode ? { kind: "value", of: "codes", text } : own;
}

/** A text that is the name of a payer, a group or a setting stands for it, whatever its case (rulings 5 and 6). */
function party(book: Book, text: string, kinds: readonly NamedKind[]): Target | null {
  const exact = book.declared.get(text)?.node;
  if (exact !== undefined && kinds.includes(exact.kind)) return { kind: "declared", name: text, what: exact.kind };
  const lowered = text.toLowerCase();
  for (const [name, { node }] of book.declared) {
    if (kinds.includes(node.kind) && name.toLowerCase() === lowered) return { kind: "declared", name, what: node.kind };
  }
  return null;
}

function cell(analysis: Analysis, table: string, at: number, text: string): Target | null {
  const { book } = analysis;
  const facts = book.tables.get(table);
  const column = facts?.columns[at];
  if (facts === undefined || column === undefined || columnNamed(facts, column.name) !== column) return null;
  if (column.type === "code" || column.type === "diagnosis") {
    return listedCell(column.type === "code" ? "codes" : "diagnoses", text);
  }
  if (column.type !== "text") return null;
  for (const field of fieldsBesideColumn(analysis, table, column.name)) {
    const facts = fieldNamed(book.declared, field);
    const found = facts?.holds === "payers" || facts?.holds === "settings" ? valueOf(book, facts, text, true) : null;
    if (found !== null) return found;
  }
  return null;
}

function listedCell(of: SetKind, text: string): Target | null {
  return isValue(of, text) ? { kind: "value", of, text } : null;
}
