/**
 * The values that a declaration writes down: codes, diagnoses, modifiers, places, reason codes. Names of sets are none, and
 * what a set holds is not asked.
 */
import { codeOrdinal, diagnosisShape, modifierShape } from "@edict/rulebook";
import type { Clause, CodeExpression, Condition, Declaration, SetItem, Value, Word } from "../../ast/nodes.js";
import { partsOf } from "../../names/statement-parts.js";
import { isStatement } from "../../names/versions.js";

/** What a value is. */
export type KnownKind =
  "code" | "billed-code" | "diagnosis" | "modifier" | "place" | "bill" | "revenue" | "carc" | "rarc";

/** A value with what it is. */
export interface WrittenValue {
  readonly kind: KnownKind;
  readonly text: string;
}

/** The values of a declaration, in the order of the text, some of them more than once. */
export function* writtenValues(declaration: Declaration): Generator<WrittenValue> {
  switch (declaration.kind) {
    case "codes":
      return yield* inItems("code", [...declaration.set.items, ...declaration.set.except]);
    case "diagnoses":
      return yield* inItems("diagnosis", [...declaration.set.items, ...declaration.set.except]);
    case "modifiers":
      return yield* inItems("modifier", [...declaration.set.items, ...declaration.set.except]);
    case "episode":
      return yield* inItems("code", [...declaration.set.items, ...declaration.set.except]);
    case "setting":
      for (const { by, values } of declaration.parts) for (const { text } of values) yield { kind: by, text };
      return;
    case "table":
      if (declaration.source.kind !== "written-table") return;
      for (const row of declaration.source.rows) {
        for (const { text } of row.cells) {
          if (codeOrdinal(text) !== null) yield { kind: "code", text };
          else if (diagnosisShape.test(text)) yield { kind: "diagnosis", text };
        }
      }
      return;
    case "rule":
    case "override":
      for (const clause of declaration.clauses) yield* inClause(clause);
      return;
    case "test":
      for (const line of declaration.lines) {
        yield* inWord("code", line.code);
        for (const modifier of line.modifiers) yield* inWord("modifier", modifier);
        if (line.modifiers.length > 0)
          yield { kind: "billed-code", text: [line.code, ...line.modifiers].map(({ text }) => text).join("-") };
        for (const { field, values } of line.fields) yield* inValues(field.text, values);
      }
      for (const { field, values } of declaration.given) yield* inValues(field.text, values);
      return;
    default:
      return;
  }
}

function* inClause(clause: Clause): Generator<WrittenValue> {
  if (isStatement(clause)) {
    const parts = partsOf(clause);
    for (const codes of parts.codes) yield* inCodes(codes);
    if (parts.condition !== null) yield* inCondition(parts.condition.of);
    if (parts.replacement?.kind === "word") yield* inWord("code", parts.replacement);
    return;
  }
  switch (clause.kind) {
    case "when":
    case "unless":
      return yield* inCondition(clause.condition);
    case "outcome":
      if (clause.carc !== null) yield { kind: "carc", text: clause.carc.text };
      if (clause.rarc !== null) yield { kind: "rarc", text: clause.rarc.text };
      return;
    case "suggest":
      if (clause.suggestion.kind === "modifier") yield* inWord("modifier", clause.suggestion.modifier);
      if (clause.suggestion.kind === "replace" && clause.suggestion.code.kind === "word")
        yield* inWord("code", clause.suggestion.code);
      return;
    default:
      return;
  }
}

function* inCodes({ items, except, having }: CodeExpression): Generator<WrittenValue> {
  yield* inItems("code", [...items, ...except]);
  if (having !== null) yield* inCondition(having);
}

function* inItems(kind: KnownKind, items: readonly SetItem[]): Generator<WrittenValue> {
  for (const { value } of items) {
    if (value.kind === "word") yield* inWord(kind, value);
    else if (value.kind === "range-literal") {
      yield* inWord(kind, value.first);
      yield* inWord(kind, value.last);
    }
  }
}

function* inCondition(condition: Condition): Generator<WrittenValue> {
  switch (condition.kind) {
    case "and":
    case "or":
      for (const part of condition.of) yield* inCondition(part);
      return;
    case "not":
      return yield* inCondition(condition.of);
    case "membership":
      return yield* inValues(condition.field.text, condition.values);
    default:
      return;
  }
}

const kindsOfFields: ReadonlyMap<string, KnownKind> = new Map([
  ["code", "code"],
  ["diagnosis", "diagnosis"],
  ["diagnoses", "diagnosis"],
  ["primary diagnosis", "diagnosis"],
  ["modifier", "modifier"],
  ["modifiers", "modifier"],
  ["place", "place"],
  ["bill", "bill"],
  ["revenue", "revenue"],
]);

function* inValues(field: string, values: readonly Value[]): Generator<WrittenValue> {
  const kind = kindsOfFields.get(field);
  if (kind === undefined) return;
  for (const value of values) {
    if (value.kind === "word") yield* inWord(kind, value);
    else if (value.kind === "range-literal") {
      yield* inWord(kind, value.first);
      yield* inWord(kind, value.last);
    }
  }
}

function* inWord(kind: KnownKind, { text }: Word): Generator<WrittenValue> {
  if (isOf(kind, text)) yield { kind, text };
}

/** A name of a set is no value. */
function isOf(kind: KnownKind, text: string): boolean {
  switch (kind) {
    case "code":
      return codeOrdinal(text) !== null;
    case "diagnosis":
      return diagnosisShape.test(text);
    case "modifier":
      return modifierShape.test(text);
    default:
      return /^\d+[0-9A-Z]*$/.test(text);
  }
}
