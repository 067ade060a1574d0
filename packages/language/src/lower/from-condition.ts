/** Conditions of the tree → conditions of the rulebook: fields by name, values by what the field holds. */
import type { Condition as Lowered, Operand as LoweredOperand, Side } from "@edict/rulebook";
import type { ComparisonCondition, Condition, FieldReference, MembershipCondition, SideWord } from "../ast/nodes.js";
import type { FieldFacts } from "../names/fields.js";
import { fieldNamed } from "../names/fields.js";
import type { OperandFacts } from "../names/operands.js";
import { operandsOf } from "../names/operands.js";
import type { LoweringPlace } from "./from-codes.js";
import { fromValues } from "./from-values.js";

/** One condition, with all in it. */
export function fromCondition(place: LoweringPlace, condition: Condition): Lowered {
  switch (condition.kind) {
    case "and":
      return { kind: "all", of: condition.of.map((part) => fromCondition(place, part)) };
    case "or":
      return { kind: "any", of: condition.of.map((part) => fromCondition(place, part)) };
    case "not":
      return { kind: "not", of: fromCondition(place, condition.of) };
    case "membership":
      return fromMembership(place, condition);
    case "comparison":
      return fromComparison(place, condition);
    case "presence":
      return {
        kind: "presence",
        field: fieldOf(place, condition.field).name,
        is: condition.is,
        on: sideOf(condition.side),
      };
  }
}

/** The field that is named; its absence was reported, and nothing is lowered then. */
export function fieldOf({ book }: Pick<LoweringPlace, "book">, { text }: FieldReference): FieldFacts {
  const field = fieldNamed(book.declared, text);
  if (field === null)
    throw new Error(`the field ${text} is unknown, which the checks report before anything is lowered`);
  return field;
}

function fromMembership(place: LoweringPlace, { field: named, values, side }: MembershipCondition): Lowered {
  const field = fieldOf(place, named);
  return { kind: "in", field: field.name, values: fromValues(place, field, values), on: sideOf(side) };
}

function fromComparison(place: LoweringPlace, condition: ComparisonCondition): Lowered {
  const { left, right } = operandsOf(place.book, place.source, condition, place.table);
  return {
    kind: "compare",
    left: fromOperand(left),
    comparison: condition.comparison,
    right: fromOperand(right),
    on: sideOf(condition.side),
  };
}

function fromOperand(facts: OperandFacts): LoweredOperand {
  switch (facts.kind) {
    case "field":
      return { kind: "field", field: facts.facts.name };
    case "row":
      return { kind: "row", column: facts.column.name };
    case "number":
      return { kind: "number", value: facts.value };
    case "text":
    case "date":
    case "code":
      return { kind: facts.kind, value: facts.value };
    case "word":
    case "unknown":
      throw new Error("a side of a comparison means nothing, which the checks report before anything is lowered");
  }
}

function sideOf(side: SideWord | null): Side {
  return side ?? "subject";
}
