/** The smallest pieces of the language as text: literals, words, lists. */
import type {
  DateLiteral,
  DurationLiteral,
  FieldReference,
  NameReference,
  NumberLiteral,
  RangeLiteral,
  RowReference,
  TextLiteral,
  Value,
  Word,
} from "../ast/nodes.js";
import { writeText } from "../syntax/literals.js";

/** `"in double quotes"` */
export function textOf({ text }: TextLiteral): string {
  return writeText(text);
}

/** `4`, `2.5`, `$5,000` */
export function numberOf({ value, money }: NumberLiteral): string {
  if (!money) return String(value);
  const [whole = "", cents] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${value < 0 ? "-" : ""}$${grouped}${cents === undefined ? "" : `.${cents.padEnd(2, "0")}`}`;
}

/** `1 day`, `60 days` */
export function durationOf({ count, unit }: DurationLiteral): string {
  return counted(count, unit);
}

/** A number and a plural noun, singular after 1. */
export function counted(count: number, plural: string): string {
  return `${count} ${count === 1 ? plural.slice(0, -1) : plural}`;
}

/** `row.units` */
export function rowOf({ column }: RowReference): string {
  return `row.${column.text}`;
}

/** `FIRST..LAST` */
export function rangeOf({ first, last }: RangeLiteral): string {
  return `${first.text}..${last.text}`;
}

/** Any value, as it stands after `is` and `in`, in a comparison, in a test. */
export function valueOf(value: Value | FieldReference): string {
  switch (value.kind) {
    case "word":
    case "field-reference":
    case "date-literal":
      return value.text;
    case "text-literal":
      return textOf(value);
    case "number-literal":
      return numberOf(value);
    case "row-reference":
      return rowOf(value);
    case "range-literal":
      return rangeOf(value);
  }
}

/** A date, or a cell of one. */
export function boundOf(bound: DateLiteral | RowReference): string {
  return bound.kind === "date-literal" ? bound.text : rowOf(bound);
}

/** A number, or a cell of one. */
export function amountOf(amount: NumberLiteral | RowReference): string {
  return amount.kind === "number-literal" ? numberOf(amount) : rowOf(amount);
}

/** `77427-26` */
export function billedOf(code: Word, modifiers: readonly Word[]): string {
  return [code, ...modifiers].map(({ text }) => text).join("-");
}

/** `Medicare, Aetna` */
export function listOf(names: readonly (NameReference | Word)[]): string {
  return names.map(({ text }) => text).join(", ");
}

/** Parts that are there, with a space between. */
export function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" ");
}
