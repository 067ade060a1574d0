/** Two different values for a field, as a test writes them: lines with the same and with another. */
import type { Book } from "../../names/book.js";
import { fieldNamed } from "../../names/fields.js";

/** `same` on two lines is equal; `other` is not. Null for a field that a test of a rule had better leave alone. */
export function valuesOf(book: Book, field: string): { readonly same: string; readonly other: string } | null {
  const facts = fieldNamed(book.declared, field);
  if (facts === null) return null;
  const [same, other] = byName.get(facts.name) ?? byType.get(facts.type) ?? [];
  return same === undefined || other === undefined ? null : { same, other };
}

const byName: ReadonlyMap<string, readonly string[]> = new Map([
  ["claim", ['"C1"', '"C2"']],
  ["diagnoses", ["C61", "C69"]],
  ["modifiers", ["59", "XS"]],
  ["place", ["22", "11"]],
  ["bill", ["131", "137"]],
  ["revenue", ["0333", "0360"]],
  ["form", ["professional", "institutional"]],
  ["sex", ['"F"', '"M"']],
  // Who pays and where it was are given for the whole test.
  ["payer", []],
  ["setting", []],
  ["code", []],
  ["patient", []],
  ["date", []],
]);

const byType: ReadonlyMap<string, readonly string[]> = new Map([
  ["text", ['"A"', '"B"']],
  ["number", ["1", "2"]],
  ["date", ["2026-01-05", "2026-01-06"]],
  ["code", ["77301", "77280"]],
]);
