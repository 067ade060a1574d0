/** Conditions with one slip: a half left out, a comparison turned round, a number or a date one off, a value or a side forgotten. */
import type { CompareCondition, Condition, InCondition, Operand, Side } from "@edict/rulebook";
import { conditionWords } from "../explain/condition-words.js";
import type { Edit } from "./edit.js";
import { edit, lifted, liftedItems, without } from "./edit.js";
import type { Surroundings } from "./items.js";
import { shiftedDates, shiftedNumbers } from "./shifts.js";
import { valuesEdits } from "./values.js";

/** The slips in a condition. */
export function conditionEdits(condition: Condition, around: Surroundings): readonly Edit<Condition>[] {
  switch (condition.kind) {
    case "all":
    case "any": {
      const { kind, of } = condition;
      const inside = lifted(
        liftedItems(of, (part) => conditionEdits(part, around)),
        (parts): Condition => ({ kind, of: parts }),
      );
      return [...of.flatMap((part, at) => half(condition, part, at)), ...inside];
    }
    case "not": {
      const inner = condition.of;
      const inside = innerEdits(inner, around);
      return [
        edit(inner, conditionWords(condition), conditionWords(inner), { written: "not" }),
        ...lifted(inside, (of): Condition => ({ kind: "not", of })),
      ];
    }
    case "row":
      return lifted(conditionEdits(condition.where, around), (where): Condition => ({ ...condition, where }));
    case "in":
    case "compare":
    case "presence":
      return [negated(condition), ...leafEdits(condition, around)];
  }
}

/** Of what stands after `not`: to turn it round would be to leave the `not` out, which is a slip already. */
function innerEdits(condition: Condition, around: Surroundings): readonly Edit<Condition>[] {
  switch (condition.kind) {
    case "in":
    case "compare":
    case "presence":
      return leafEdits(condition, around);
    default:
      return conditionEdits(condition, around);
  }
}

function negated(condition: Condition): Edit<Condition> {
  const words = conditionWords(condition);
  return edit<Condition>({ kind: "not", of: condition }, words, `not ${words}`, { written: firstWord(words) });
}

function half(
  { kind, of }: Extract<Condition, { readonly kind: "all" | "any" }>,
  part: Condition,
  at: number,
): readonly Edit<Condition>[] {
  const rest = without(of, at);
  const [only] = rest;
  if (only === undefined) return [];
  const words = conditionWords(part);
  return [
    edit(rest.length === 1 ? only : { kind, of: rest }, `${kind === "all" ? "and" : "or"} ${words}`, "left out", {
      written: firstWord(words),
    }),
  ];
}

function leafEdits(
  condition: Extract<Condition, { readonly kind: "in" | "compare" | "presence" }>,
  around: Surroundings,
): readonly Edit<Condition>[] {
  const sides = sidesFor(condition.on).map((on) =>
    edit<Condition>({ ...condition, on }, conditionWords(condition), conditionWords({ ...condition, on })),
  );
  switch (condition.kind) {
    case "in":
      return [
        ...lifted(valuesEdits(condition.values, condition.field, around), (values): InCondition => ({
          ...condition,
          values,
        })),
        ...sides,
      ];
    case "compare":
      return [...compareEdits(condition), ...sides];
    case "presence":
      return sides;
  }
}

function compareEdits(condition: CompareCondition): readonly Edit<Condition>[] {
  const side = (which: "left" | "right"): readonly Edit<Condition>[] =>
    shiftedOperands(condition[which]).map((operand) => {
      const changed: CompareCondition = { ...condition, [which]: operand };
      return edit<Condition>(changed, conditionWords(condition), conditionWords(changed), {
        written: operandText(condition[which]),
      });
    });
  return [...side("left"), ...side("right")];
}

function shiftedOperands(operand: Operand): readonly Operand[] {
  switch (operand.kind) {
    case "number":
      return shiftedNumbers(operand.value, -Infinity).map((value) => ({ kind: "number", value }));
    case "date":
      return shiftedDates(operand.value).map((value) => ({ kind: "date", value }));
    case "field":
    case "row":
    case "text":
    case "code":
      return [];
  }
}

function operandText(operand: Operand): string {
  switch (operand.kind) {
    case "number":
    case "text":
    case "date":
    case "code":
      return String(operand.value);
    case "field":
      return operand.field;
    case "row":
      return operand.column;
  }
}

/** What is read where the words after a comparison are forgotten or mistaken. */
function sidesFor(side: Side): readonly Side[] {
  switch (side) {
    case "subject":
      return [];
    case "other":
      return ["subject"];
    case "either":
      return ["subject", "other"];
  }
}

function firstWord(words: string): string {
  return /[A-Za-z0-9_-]+/.exec(words)?.[0] ?? words;
}
