/** Conditions in few words; a group within another stands in parentheses. */
import type { IsoDate } from "../calendar.js";
import type { Condition, Operand, Side, Values } from "../conditions.js";

/** One condition. */
export function renderCondition(condition: Condition): string {
  switch (condition.kind) {
    case "all":
      return condition.of.map(renderPart).join(" and ") || "always";
    case "any":
      return condition.of.map(renderPart).join(" or ") || "never";
    case "not":
      return `not ${renderPart(condition.of)}`;
    case "in":
      return `${condition.field} in ${renderValues(condition.values)}${renderSide(condition.on)}`;
    case "compare":
      return [
        renderOperand(condition.left),
        condition.comparison,
        renderOperand(condition.right) + renderSide(condition.on),
      ].join(" ");
    case "presence":
      return `${condition.field} is ${condition.is}${renderSide(condition.on)}`;
    case "row":
      return `a row of ${condition.table} where (${renderCondition(condition.where)})`;
  }
}

/** ` from 2024-01-01 until 2025-12-31`, or nothing where neither bounds. */
export function renderDates(from: IsoDate | null, until: IsoDate | null): string {
  return (from === null ? "" : ` from ${from}`) + (until === null ? "" : ` until ${until}`);
}

function renderPart(condition: Condition): string {
  const text = renderCondition(condition);
  return condition.kind === "all" || condition.kind === "any" ? `(${text})` : text;
}

function renderSide(side: Side): string {
  return side === "subject" ? "" : ` on ${side}`;
}

function renderValues(values: Values): string {
  return [...renderNamed(values), ...values.columns.map((column) => `row.${column}`)].join(", ");
}

function renderNamed(values: Values): readonly string[] {
  switch (values.kind) {
    case "codes":
      return [...values.sets, ...values.spans.map((span) => renderRange(span.first, span.last, span.from, span.until))];
    case "diagnoses":
      return [
        ...values.sets,
        ...values.spans.map((span) => `${span.first}<${span.before}${renderDates(span.from, span.until)}`),
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
      return values.values.map((value) => JSON.stringify(value));
  }
}

/** A code, or a range of them, with its dates. */
export function renderRange(first: string, last: string, from: IsoDate | null, until: IsoDate | null): string {
  return (first === last ? first : `${first}..${last}`) + renderDates(from, until);
}

/** A side of a comparison, as the language writes it. */
export function renderOperand(operand: Operand): string {
  switch (operand.kind) {
    case "field":
      return operand.field;
    case "row":
      return `row.${operand.column}`;
    case "number":
      return String(operand.value);
    case "text":
      return JSON.stringify(operand.value);
    case "date":
    case "code":
      return operand.value;
  }
}
