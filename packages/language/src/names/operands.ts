/**
 * What a side of a comparison is. A word means different things beside different fields: a payer's name beside `payer`,
 * digits beside `place`, a code beside a field of codes; and a word that names a field is that field.
 */
import { codeShape } from "@edict/rulebook";
import type { Operand } from "../ast/nodes.js";
import type { Source } from "../source/source.js";
import type { Book } from "./book.js";
import type { FieldFacts } from "./fields.js";
import { fieldNamed } from "./fields.js";
import type { ColumnFacts, TableFacts } from "./tables.js";
import { columnNamed } from "./tables.js";

export type OperandFacts =
  | { readonly kind: "field"; readonly facts: FieldFacts }
  | { readonly kind: "row"; readonly column: ColumnFacts; readonly table: TableFacts }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "code"; readonly value: string }
  /** A word that is none of these. */
  | { readonly kind: "word"; readonly text: string }
  /** A column or table that is not there. */
  | { readonly kind: "unknown" };

/** Both sides of a comparison. */
export function operandsOf(
  book: Book,
  source: Source,
  pair: { readonly left: Operand; readonly right: Operand },
  table: TableFacts | "unknown" | null,
): { readonly left: OperandFacts; readonly right: OperandFacts } {
  const left = plainFacts(book, pair.left, table);
  const right = plainFacts(book, pair.right, table);
  return { left: beside(book, source, pair.left, left, right), right: beside(book, source, pair.right, right, left) };
}

function plainFacts(book: Book, operand: Operand, table: TableFacts | "unknown" | null): OperandFacts {
  switch (operand.kind) {
    case "field-reference":
    case "word": {
      const facts = fieldNamed(book.declared, operand.text);
      return facts === null ? { kind: "word", text: operand.text } : { kind: "field", facts };
    }
    case "row-reference": {
      const column = table === null || table === "unknown" ? null : columnNamed(table, operand.column.text);
      return column === null || table === null || table === "unknown"
        ? { kind: "unknown" }
        : { kind: "row", column, table };
    }
    case "number-literal":
      return { kind: "number", value: operand.value };
    case "text-literal":
      return { kind: "text", value: operand.text };
    case "date-literal":
      return { kind: "date", value: operand.text };
  }
}

/** Fields of text whose values are written bare, in digits. */
export const digitFields: ReadonlySet<string> = new Set(["place", "revenue", "bill"]);

/** The two forms of a claim, written bare. */
export const claimForms: ReadonlySet<string> = new Set(["professional", "institutional"]);

function beside(book: Book, source: Source, operand: Operand, facts: OperandFacts, other: OperandFacts): OperandFacts {
  const field = other.kind === "field" ? other.facts : null;
  const holdsCodes = field?.type === "code" || (other.kind === "row" && other.column.type === "code");
  // What was written, zeros and all.
  const written = source.text.slice(operand.start, operand.end);
  if (facts.kind === "number") {
    if (holdsCodes && codeShape.test(written)) return { kind: "code", value: written };
    if (field !== null && digitFields.has(field.name)) return { kind: "text", value: written };
    return facts;
  }
  if (facts.kind !== "word") return facts;
  if (field !== null && digitFields.has(field.name) && /^\d+$/.test(written)) return { kind: "text", value: written };
  if (field?.name === "form" && claimForms.has(written)) return { kind: "text", value: written };
  const kind = book.declared.get(facts.text)?.node.kind;
  if (field?.name === "payer" && (kind === "payer" || kind === "payers")) return { kind: "text", value: facts.text };
  if (field?.name === "setting" && kind === "setting") return { kind: "text", value: facts.text };
  if (codeShape.test(facts.text)) return { kind: "code", value: facts.text };
  if (other.kind === "field" && other.facts.type === "number" && /^\d+$/.test(written)) {
    return { kind: "number", value: Number(written) };
  }
  return facts;
}
