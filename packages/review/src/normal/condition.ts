/**
 * Conditions in one form: `not` stands at single questions only, `and` and `or` are flat, sorted and without repeats,
 * and lists that ask the same of one field are one list. Comparisons with a blank are false, and `not` of them true, so
 * every condition is true or false and the laws of `not` hold.
 */
import type { Comparison, Condition, InCondition, Operand, Side } from "@edict/rulebook";
import { compareBytes, fieldTypes, isBuiltInField } from "@edict/rulebook";
import type { Book } from "./book.js";
import type { DatedSet } from "./dated-set.js";
import { isEmpty, union } from "./dated-set.js";
import type { Patterns, SettingMeaning } from "./patterns.js";
import { sorted } from "./patterns.js";
import type { RowsId } from "./rows.js";
import { columnsRead } from "./rows.js";

export type NormalCondition =
  | { readonly kind: "always" | "never" }
  | { readonly kind: "all" | "any"; readonly of: readonly NormalCondition[] }
  | { readonly kind: "question"; readonly negated: boolean; readonly question: Question };

/** One question to one line, or to either line of a pair. */
export type Question =
  | {
      readonly kind: "in-set";
      readonly field: string;
      readonly on: Side;
      readonly set: DatedSet;
      readonly columns: readonly string[];
    }
  /** Payers and bills as patterns, all else as texts. */
  | {
      readonly kind: "among";
      readonly field: string;
      readonly on: Side;
      readonly values: Patterns;
      readonly columns: readonly string[];
      readonly known: Known;
    }
  | {
      readonly kind: "in-settings";
      readonly on: Side;
      readonly settings: SettingMeaning;
      readonly columns: readonly string[];
      readonly known: Known;
    }
  | {
      readonly kind: "compare";
      readonly left: Operand;
      readonly comparison: Comparison;
      readonly right: Operand;
      readonly on: Side;
      readonly known: Known;
      /** Whether the left side is a number always, so that numbers are compared by size: texts are by bytes. */
      readonly bySize: boolean;
    }
  | { readonly kind: "present"; readonly field: string; readonly on: Side }
  /** Some of these rows makes it true. */
  | { readonly kind: "row"; readonly rows: RowsId; readonly where: NormalCondition };

/** What else the rulebook must say for it to mean the same: all payers or settings, where texts or cells stand for them. */
export type Known = readonly unknown[];

export const always: NormalCondition = { kind: "always" };
export const never: NormalCondition = { kind: "never" };

/** Equal for what means the same, as far as this form goes. */
export function keyOf(normal: unknown): string {
  return JSON.stringify(normal, (_, value: unknown) =>
    value === -Infinity ? "ever" : value === Infinity ? "forever" : value,
  );
}

export function normalCondition(condition: Condition, book: Book): NormalCondition {
  return normal(condition, book, false);
}

function normal(condition: Condition, book: Book, negated: boolean): NormalCondition {
  switch (condition.kind) {
    case "all":
    case "any": {
      const parts = condition.of.map((part) => normal(part, book, negated));
      return (condition.kind === "all") !== negated ? allOf(parts) : anyOf(parts);
    }
    case "not":
      return normal(condition.of, book, !negated);
    case "in":
      return inQuestion(condition, book, negated);
    case "compare":
      return question(compareQuestion(condition, book), negated);
    case "presence": {
      // Missing on either line is missing on one of them, which is not the contrary of present on either.
      const sides = condition.on === "either" ? (["subject", "other"] as const) : [condition.on];
      const parts = sides.map((on) =>
        question({ kind: "present", field: condition.field, on }, negated !== (condition.is === "missing")),
      );
      return negated ? allOf(parts) : anyOf(parts);
    }
    case "row": {
      const rows = book.rows(condition.table, columnsRead(condition.where));
      return question({ kind: "row", rows, where: normalCondition(condition.where, book) }, negated);
    }
  }
}

function inQuestion({ field, values, on }: InCondition, book: Book, negated: boolean): NormalCondition {
  const columns = sorted(values.columns);
  const inSet = (set: DatedSet): NormalCondition =>
    isEmpty(set) && columns.length === 0
      ? negated
        ? always
        : never
      : question({ kind: "in-set", field, on, set, columns }, negated);
  const known = columns.length === 0 ? [] : knownOf([field], book);
  const among = (texts: Patterns): NormalCondition =>
    question({ kind: "among", field, on, values: texts, columns, known }, negated);
  switch (values.kind) {
    case "codes":
      return inSet(book.codes(values.sets, values.spans));
    case "diagnoses":
      return inSet(book.diagnoses(values.sets, values.spans));
    case "modifiers":
      return inSet(book.modifiers(values.sets, values.spans));
    case "payers":
      return among(book.payers([...values.names, ...values.texts]));
    case "settings":
      return question({ kind: "in-settings", on, settings: book.settings(values.names), columns, known }, negated);
    case "bills":
      return among(sorted(values.prefixes.map((prefix) => `${prefix.replace(/^0/, "")}*`)));
    case "plain":
      return among(sorted(values.values.map((value) => `${typeof value} ${String(value)}`)));
  }
}

function compareQuestion(condition: Extract<Condition, { kind: "compare" }>, book: Book): Question {
  const { on } = condition;
  const turned = condition.left.kind !== "field" && condition.right.kind === "field";
  const left = turned ? condition.right : condition.left;
  const right = turned ? condition.left : condition.right;
  const comparison = turned ? turnedRound[condition.comparison] : condition.comparison;
  const names = [left, right].flatMap((operand) => (operand.kind === "field" ? [operand.field] : []));
  const bySize = left.kind === "field" && isNumber(left.field, book);
  return { kind: "compare", left, comparison, right, on, known: knownOf(names, book), bySize };
}

function knownOf(fields: readonly string[], book: Book): Known {
  const { payers, payerGroups, settings } = book.rulebook;
  return [
    ...(fields.includes("payer") ? [[...payers, ...payerGroups].map(({ name }) => [name, book.payers([name])])] : []),
    ...(fields.includes("setting") ? [settings.map(({ name }) => book.settings([name]))] : []),
  ];
}

function isNumber(field: string, { rulebook }: Book): boolean {
  if (isBuiltInField(field)) return fieldTypes[field] === "number";
  return rulebook.fields.some(({ name, type }) => name === field && type === "number");
}

const turnedRound = { "=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function question(asked: Question, negated: boolean): NormalCondition {
  return { kind: "question", negated, question: asked };
}

export function allOf(parts: readonly NormalCondition[]): NormalCondition {
  return joined("all", parts);
}

export function anyOf(parts: readonly NormalCondition[]): NormalCondition {
  return joined("any", parts);
}

export function negation(condition: NormalCondition): NormalCondition {
  switch (condition.kind) {
    case "always":
      return never;
    case "never":
      return always;
    case "all":
      return anyOf(condition.of.map(negation));
    case "any":
      return allOf(condition.of.map(negation));
    case "question":
      return { ...condition, negated: !condition.negated };
  }
}

function joined(kind: "all" | "any", parts: readonly NormalCondition[]): NormalCondition {
  const [whole, nothing] = kind === "all" ? [never, always] : [always, never];
  const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  if (flat.some((part) => part.kind === whole.kind)) return whole;
  const lists = unitedLists(
    flat.filter((part) => part.kind !== nothing.kind),
    kind === "all",
  );
  const byKey = new Map(lists.map((part) => [keyOf(part), part]));
  const [only, ...more] = [...byKey.keys()].sort(compareBytes).flatMap((key) => byKey.get(key) ?? []);
  if (only === undefined) return nothing;
  return more.length === 0 ? only : { kind, of: [only, ...more] };
}

/** `x in A or x in B` is `x in A, B`; and so is `not x in A and not x in B`. */
function unitedLists(parts: readonly NormalCondition[], negated: boolean): readonly NormalCondition[] {
  const found: NormalCondition[] = [];
  const places = new Map<string, number>();
  for (const part of parts) {
    const key = listKey(part, negated);
    const at = key === null ? undefined : places.get(key);
    if (at !== undefined) found[at] = united(found[at] ?? part, part);
    else {
      if (key !== null) places.set(key, found.length);
      found.push(part);
    }
  }
  return found;
}

function listKey(part: NormalCondition, negated: boolean): string | null {
  if (part.kind !== "question" || part.negated !== negated) return null;
  const { question: asked } = part;
  switch (asked.kind) {
    case "in-set":
    case "among":
      return `${asked.kind} ${asked.field} ${asked.on}`;
    case "in-settings":
    case "compare":
    case "present":
    case "row":
      return null;
  }
}

function united(one: NormalCondition, other: NormalCondition): NormalCondition {
  if (one.kind !== "question" || other.kind !== "question") throw new Error("only lists are united");
  const [left, right] = [one.question, other.question];
  if (left.kind === "in-set" && right.kind === "in-set") {
    const set = union(left.set, right.set);
    return { ...one, question: { ...left, set, columns: sorted([...left.columns, ...right.columns]) } };
  }
  if (left.kind === "among" && right.kind === "among") {
    const values = sorted([...left.values, ...right.values]);
    const known = left.known.length === 0 ? right.known : left.known;
    return { ...one, question: { ...left, values, columns: sorted([...left.columns, ...right.columns]), known } };
  }
  throw new Error("lists of one key are of one kind");
}
