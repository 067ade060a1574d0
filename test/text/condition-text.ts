/** Conditions of a compiled rulebook as text. */
import type { Condition, Operand, Side, Values } from "@edict/rulebook";
import { NoSentence } from "./no-sentence.js";
import type { Helpers } from "./sets-text.js";
import { diagnosisSpanText, modifierSpanText } from "./sets-text.js";

export function conditionText(condition: Condition, helpers: Helpers): string {
  switch (condition.kind) {
    case "all":
    case "any":
      if (condition.of.length === 0) throw new NoSentence("an empty group");
      return condition.of.map((of) => part(of, helpers)).join(condition.kind === "all" ? " and " : " or ");
    case "not":
      return `not ${part(condition.of, helpers)}`;
    case "in": {
      const values = valueTexts(condition.field, condition.values, helpers);
      if (values.length === 0) throw new NoSentence("in nothing");
      return `${condition.field} in ${values.join(", ")}${sideText(condition.on)}`;
    }
    case "compare":
      return `${operandText(condition.left)} ${condition.comparison} ${operandText(condition.right)}${sideText(condition.on)}`;
    case "presence":
      return `${condition.field} is ${condition.is}${sideText(condition.on)}`;
    case "row":
      throw new NoSentence("a row within a condition");
  }
}

function part(condition: Condition, helpers: Helpers): string {
  const text = conditionText(condition, helpers);
  return condition.kind === "all" || condition.kind === "any" ? `(${text})` : text;
}

function sideText(side: Side): string {
  return side === "subject" ? "" : side === "other" ? " on the other line" : " on either line";
}

function operandText(operand: Operand): string {
  switch (operand.kind) {
    case "field":
      return operand.field;
    case "row":
      return `row.${operand.column}`;
    case "text":
      return JSON.stringify(operand.value);
    case "number":
    case "date":
    case "code":
      return String(operand.value);
  }
}

/** Fields whose values are written bare. */
const bare = new Set(["place", "revenue", "form"]);

function valueTexts(field: string, values: Values, helpers: Helpers): readonly string[] {
  const cells = "columns" in values ? values.columns.map((column) => `row.${column}`) : [];
  switch (values.kind) {
    case "codes":
      return [...helpers.codes(values), ...cells];
    case "diagnoses":
      return [...helpers.set("diagnoses", [...values.sets, ...values.spans.map(diagnosisSpanText)]), ...cells];
    case "modifiers":
      return [...helpers.set("modifiers", [...values.sets, ...values.spans.map(modifierSpanText)]), ...cells];
    case "payers":
      return [...values.names, ...values.texts.map((text) => JSON.stringify(text)), ...cells];
    case "settings":
      return [...values.names, ...cells];
    case "bills":
      return [...values.prefixes, ...cells];
    case "plain": {
      const isText = values.type === "text" && !bare.has(field);
      return [...values.values.map((value) => (isText ? JSON.stringify(value) : String(value))), ...cells];
    }
  }
}
