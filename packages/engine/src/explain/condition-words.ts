/** Conditions in the words of the language, and the values that they read. */
import type { Condition, Side, TableData, Values } from "@edict/rulebook";
import { afterPrefix, renderDates, renderOperand, renderRange, withDot } from "@edict/rulebook";
import { cellText, columnOfTable } from "../columns/cells.js";
import { compileCondition } from "../conditions/condition.js";
import type { Names } from "../plan/names.js";
import { valueWords } from "./words.js";

/** `modifier in 59, XE on either line and units > 4` */
export function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case "all":
      return condition.of.map(partWords).join(" and ");
    case "any":
      return condition.of.map(partWords).join(" or ");
    case "not":
      return `not ${partWords(condition.of)}`;
    case "in":
      return `${fieldWords(condition.field)} in ${valuesWords(condition.values)}${sideWords(condition.on)}`;
    case "compare":
      return `${renderOperand(condition.left)} ${condition.comparison} ${renderOperand(condition.right)}${sideWords(condition.on)}`;
    case "presence":
      return `${condition.field} is ${condition.is}${sideWords(condition.on)}`;
    case "row":
      return `a row of ${condition.table} where ${conditionWords(condition.where)}`;
  }
}

/** `modifiers are 59; row.indicator is 1`: what the condition reads of a subject, its companion (-1: none) and a row. */
export function valuesRead(
  condition: Condition,
  line: number,
  other: number,
  row: number,
  names: Names,
  table: TableData | null,
): string {
  return [...new Set(readsOf(condition, line, other, row, names, table))].join(", ");
}

function readsOf(
  condition: Condition,
  line: number,
  other: number,
  row: number,
  names: Names,
  table: TableData | null,
): string[] {
  const field = (name: string, side: Side): string[] => {
    const column = names.fields.column(name);
    const own = `${name} ${verb(name)} ${valueWords(column, name, line)}`;
    const theirs = other < 0 ? [] : [`${name} of the other line ${verb(name)} ${valueWords(column, name, other)}`];
    return side === "subject" ? [own] : side === "other" ? theirs : [own, ...theirs];
  };
  const cell = (column: string): string =>
    `row.${column} is ${row < 0 ? "blank" : (cellText(columnOfTable(table, column), row) ?? "blank")}`;
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((of) => readsOf(of, line, other, row, names, table));
    case "not":
      return readsOf(condition.of, line, other, row, names, table);
    case "in":
      return [...field(condition.field, condition.on), ...condition.values.columns.map(cell)];
    case "presence":
      return field(condition.field, condition.on);
    case "compare":
      return [condition.left, condition.right].flatMap((operand) =>
        operand.kind === "field"
          ? field(operand.field, condition.on)
          : operand.kind === "row"
            ? [cell(operand.column)]
            : [],
      );
    case "row": {
      const data = names.table(condition.table);
      const where = compileCondition(condition.where, names, data);
      let found = 0;
      while (found < data.count && !where.test(line, other, found)) found += 1;
      const reads = readsOf(condition.where, line, other, -1, names, data).filter((read) => !read.startsWith("row."));
      return [
        ...reads,
        found === data.count
          ? `no row of ${condition.table} makes it true`
          : `row ${String(found + 2)} of ${condition.table} makes it true`,
      ];
    }
  }
}

function verb(field: string): string {
  return field === "modifiers" || field === "diagnoses" || field === "units" ? "are" : "is";
}

function partWords(condition: Condition): string {
  const text = conditionWords(condition);
  return condition.kind === "all" || condition.kind === "any" ? `(${text})` : text;
}

function sideWords(side: Side): string {
  return side === "subject" ? "" : side === "other" ? " on the other line" : " on either line";
}

/** Conditions speak of one modifier and one diagnosis. */
function fieldWords(field: string): string {
  return field === "modifiers" ? "modifier" : field === "diagnoses" ? "diagnosis" : field;
}

function valuesWords(values: Values): string {
  return [...namedWords(values), ...values.columns.map((column) => `row.${column}`)].join(", ");
}

function namedWords(values: Values): readonly string[] {
  switch (values.kind) {
    case "codes":
      return [...values.sets, ...values.spans.map((span) => renderRange(span.first, span.last, span.from, span.until))];
    case "diagnoses":
      return [
        ...values.sets,
        ...values.spans.map((span) => diagnosisWords(span.first, span.before) + renderDates(span.from, span.until)),
      ];
    case "modifiers":
      return [...values.sets, ...values.spans.map((span) => span.modifier + renderDates(span.from, span.until))];
    case "payers":
      return [...values.names, ...values.texts.map((text) => JSON.stringify(text))];
    case "settings":
      return values.names;
    case "bills":
      return values.prefixes;
    case "plain":
      return values.values.map((value) => (typeof value === "number" ? String(value) : JSON.stringify(value)));
  }
}

/** A span that is not one diagnosis with all below it was written as a range. */
function diagnosisWords(first: string, before: string): string {
  return afterPrefix(first) === before ? withDot(first) : `${withDot(first)} and on, before ${withDot(before)}`;
}
