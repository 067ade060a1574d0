/**
 * `units > 4`, `row.payer = payer`: two readers and a comparison. Numbers and dates are ordered, everything else is
 * compared as text, by bytes; payers and settings by what their texts stand for. With a blank it is always false.
 */
import type { CompareCondition, Comparison, TableColumn, TableData, ValueType } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import { valueTest } from "../columns/by-value.js";
import { remembered } from "../columns/fields.js";
import type { Names } from "../plan/names.js";
import type { LineTest } from "./condition.js";
import type { Reader } from "./operand.js";
import { cellReader, fieldReader, readerOf, textsOf, valueReader } from "./operand.js";

export function compareTest(condition: CompareCondition, names: Names, table: TableData | null): LineTest {
  const { left, right, comparison } = condition;
  const readers = [readerOf(left, names, table), readerOf(right, names, table)] as const;
  const isEquality = comparison === "=" || comparison === "!=";
  for (const [index, operand] of [left, right].entries()) {
    if (operand.kind !== "field") continue;
    const other = index === 0 ? readers[1] : readers[0];
    if (isEquality && operand.field === "payer") return negatable(comparison, payerEquals(other, names), readers);
    if (isEquality && operand.field === "setting") return negatable(comparison, settingEquals(other, names), readers);
    if (isDiagnosis(operand.field)) return compared(undotted(readers[0]), comparison, undotted(readers[1]));
  }
  if (left.kind === "field" && right.kind !== "field" && right.kind !== "row") {
    const quick = textAgainstValue(left.field, comparison, readers[1], names);
    if (quick !== null) return quick;
  }
  return compared(readers[0], comparison, readers[1]);
}

/** `FIELD = …`, for `is` and `in` too. */
export function equalTo(
  field: string,
  right:
    | { readonly kind: "cells"; readonly column: TableColumn }
    | { readonly kind: "value"; readonly value: string | number; readonly type: ValueType | "list" },
  names: Names,
): LineTest {
  const reader =
    right.kind === "cells"
      ? cellReader(right.column)
      : valueReader(right.value, right.type === "date" ? "date" : "text");
  const left = fieldReader(field, names);
  if (field === "payer") return negatable("=", payerEquals(reader, names), [left, reader]);
  if (field === "setting") return negatable("=", settingEquals(reader, names), [left, reader]);
  if (isDiagnosis(field)) return compared(undotted(left), "=", undotted(reader));
  const quick = right.kind === "value" ? textAgainstValue(field, "=", reader, names) : null;
  return quick ?? compared(left, "=", reader);
}

function isDiagnosis(field: string): boolean {
  return field === "diagnoses" || field === "primary diagnosis";
}

/** A field of texts against one value: worked out for each distinct text. */
function textAgainstValue(field: string, comparison: Comparison, value: Reader, names: Names): LineTest | null {
  const column = names.fields.column(field);
  if (column.kind !== "text") return null;
  const [text] = textsOf(value)(-1, -1);
  return text === undefined ? () => false : valueTest(column, (one) => ordered(compareBytes(one, text), comparison));
}

function compared(left: Reader, comparison: Comparison, right: Reader): LineTest {
  if ((left.kind === "number" && right.kind === "number") || (left.kind === "day" && right.kind === "day")) {
    const [leftOf, rightOf] = [left.read, right.read];
    return (line, row) => {
      const difference = leftOf(line, row) - rightOf(line, row);
      return !Number.isNaN(difference) && ordered(difference, comparison);
    };
  }
  const [leftOf, rightOf] = [textsOf(left), textsOf(right)];
  return (line, row) => {
    const [lefts, rights] = [leftOf(line, row), rightOf(line, row)];
    if (lefts.length === 0 || rights.length === 0) return false;
    const holds = (one: Comparison): boolean => lefts.some((a) => rights.some((b) => ordered(compareBytes(a, b), one)));
    return comparison === "!=" ? !holds("=") : holds(comparison);
  };
}

function ordered(difference: number, comparison: Comparison): boolean {
  switch (comparison) {
    case "=":
      return difference === 0;
    case "!=":
      return difference !== 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
  }
}

/** `!=` is true where `=` is false and neither side is blank. */
function negatable(comparison: "=" | "!=", equal: LineTest, readers: readonly [Reader, Reader]): LineTest {
  if (comparison === "=") return equal;
  const [left, right] = [textsOf(readers[0]), textsOf(readers[1])];
  return (line, row) => !equal(line, row) && left(line, row).length > 0 && right(line, row).length > 0;
}

/** The line is of the payer that the text stands for. Kept for each text and each distinct payer of the lines. */
function payerEquals(said: Reader, names: Names): LineTest {
  const column = names.fields.text("payer");
  const texts = textsOf(said);
  const known = new Map<string, (line: number) => boolean>();
  const testOf = (text: string): ((line: number) => boolean) =>
    remembered(known, text, () => {
      const test = names.payers.said(text);
      return valueTest(column, (payer) => test(payer.toLowerCase()));
    });
  return (line, row) => (column.ids[line] ?? -1) >= 0 && texts(line, row).some((text) => testOf(text)(line));
}

/** The line is in the declared setting of that name, or its setting column says that very text. */
function settingEquals(said: Reader, names: Names): LineTest {
  const column = names.fields.column("setting");
  const texts = textsOf(said);
  return (line, row) =>
    texts(line, row).some((text) => {
      if (names.settings.declared(text)) return names.settings.test([text])(line);
      const own = column.kind === "text" ? column.values[column.ids[line] ?? -1] : undefined;
      return own !== undefined && own.toLowerCase() === text.toLowerCase();
    });
}

function undotted(reader: Reader): Reader {
  const texts = textsOf(reader);
  return { kind: "list", read: (line, row) => texts(line, row).map((text) => text.replaceAll(".", "")) };
}
