/**
 * What a line has to say so that a condition is true of it, or false: as little as will do. A blank is false in every
 * comparison (ruling 8), so that most of what is to be false needs nothing.
 */
import type {
  ComparisonCondition,
  Condition,
  MembershipCondition,
  PresenceCondition,
  SideWord,
} from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { fieldNamed } from "../../names/fields.js";
import { valueOf } from "../../print/words.js";
import { valuesOf } from "./field-values.js";
import type { Row } from "./row.js";
import type { Given } from "./timeline.js";
import { bothGiven } from "./timeline.js";

/** What the subject and the other line have to say. */
export interface Sides {
  readonly subject: Given;
  readonly other: Given;
}

const nothingGiven: Sides = { subject: new Map(), other: new Map() };

/** Where a condition stands. */
export interface ConditionPlace {
  readonly book: Book;
  readonly row: Row | null;
}

/** Values that make a condition what is wanted; null where none are known. */
export function satisfied(place: ConditionPlace, condition: Condition, wanted: boolean): Sides | null {
  switch (condition.kind) {
    case "not":
      return satisfied(place, condition.of, !wanted);
    case "and":
    case "or": {
      // Of `and` to be false, and of `or` to be true, one part is enough.
      const one = (condition.kind === "and") !== wanted;
      const parts = condition.of.map((part) => satisfied(place, part, wanted));
      if (one) return parts.find((part) => part !== null) ?? null;
      return parts.every((part) => part !== null) ? joinedSides(parts) : null;
    }
    case "membership":
      return onSide(condition.side, wanted ? member(place, condition) : blank(condition));
    case "presence":
      return onSide(condition.side, present(place, condition, wanted));
    case "comparison":
      return compared(place, condition, wanted);
  }
}

/** Both, each side with its own. */
export function joinedSides(parts: readonly Sides[]): Sides {
  return {
    subject: bothGiven(...parts.map(({ subject }) => subject)),
    other: bothGiven(...parts.map(({ other }) => other)),
  };
}

function onSide(side: SideWord | null, given: Given | null): Sides | null {
  if (given === null) return null;
  return side === "other" ? { subject: new Map(), other: given } : { subject: given, other: new Map() };
}

const nothing: Given = new Map();

/** A line always has its code, its payer may be given already; all else is blank unless it is said. */
function blank({ field }: MembershipCondition): Given | null {
  return ["code", "payer", "setting", "place", "bill"].includes(field.text) ? null : nothing;
}

function member({ book, row }: ConditionPlace, { field, values }: MembershipCondition): Given | null {
  const [value] = values;
  if (value === undefined || field.text === "code") return null;
  let text = value.kind === "range-literal" ? value.first.text : valueOf(value);
  if (value.kind === "row-reference") text = row?.get(value.column.text) ?? "";
  const set = book.declared.get(text)?.node;
  if (set?.kind === "diagnoses" || set?.kind === "modifiers") {
    const first = set.set.items[0]?.value;
    text = first?.kind === "word" ? first.text : first?.kind === "range-literal" ? first.first.text : "";
  }
  if (set?.kind === "payers") text = book.payers.get(text)?.[0] ?? "";
  // `primary diagnosis` is the first of the diagnoses.
  return text === "" ? null : new Map([[field.text.split(/\s+/).at(-1) ?? field.text, text]]);
}

function present({ book }: ConditionPlace, { field, is }: PresenceCondition, wanted: boolean): Given | null {
  if ((is === "present") !== wanted) return nothing;
  const value = valuesOf(book, field.text)?.same;
  return value === undefined ? null : new Map([[field.text, value]]);
}

function compared({ book, row }: ConditionPlace, condition: ComparisonCondition, wanted: boolean): Sides | null {
  const { left, right, side, comparison } = condition;
  if (left.kind === "row-reference" && right.kind !== "row-reference") {
    const cell = row?.get(left.column.text) ?? "";
    const other =
      right.kind === "number-literal" ? String(right.value) : right.kind === "text-literal" ? right.text : null;
    if (other === null || (comparison !== "=" && comparison !== "!=")) return null;
    return ((cell === other) === (comparison === "=")) === wanted ? nothingGiven : null;
  }
  const field = left.kind === "field-reference" || left.kind === "word" ? left.text : null;
  const facts = field === null ? null : fieldNamed(book.declared, field);
  if (field === null || facts === null) return null;
  // A blank is no number: false by itself. Units and ages are never blank enough to rely on.
  if (!wanted && facts.name !== "units") return nothingGiven;
  if (right.kind === "text-literal" && comparison === "=") return onSide(side, new Map([[field, valueOf(right)]]));
  if (right.kind !== "number-literal") return null;
  const value = numberThat(comparison, right.value, wanted);
  if (value === null) return null;
  return onSide(side, new Map([[field, right.money ? `$${value}` : String(value)]]));
}

function numberThat(comparison: ComparisonCondition["comparison"], bound: number, wanted: boolean): number | null {
  switch (comparison) {
    case "=":
    case "!=":
      return (comparison === "=") === wanted ? bound : bound + 1;
    case ">":
    case "<=":
      return (comparison === ">") === wanted ? Math.floor(bound) + 1 : bound;
    case "<":
    case ">=":
      return (comparison === ">=") === wanted ? bound : bound >= 1 ? Math.ceil(bound) - 1 : null;
  }
}
