/** What stands after `is` and `in` → values of the rulebook, by what the field holds. */
import type { Values } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Value } from "../ast/nodes.js";
import { declaredAs } from "../names/declared.js";
import type { FieldFacts } from "../names/fields.js";
import type { Block } from "../names/sets/settle.js";
import { always, settle } from "../names/sets/settle.js";
import type { SetKind } from "../names/sets/blocks.js";
import { blockOf, codeSpans, diagnosisSpans, isValue, modifierSpans } from "../names/sets/blocks.js";
import type { LoweringPlace } from "./from-codes.js";

/** The values of one membership. */
export function fromValues(place: LoweringPlace, field: FieldFacts, values: readonly Value[]): Values {
  const columns = unique(values.flatMap((value) => (value.kind === "row-reference" ? [value.column.text] : [])));
  switch (field.holds) {
    case "codes":
      return { kind: "codes", sets: setNames("codes", values), spans: codeSpans(blocksOf("codes", values)), columns };
    case "diagnoses": {
      const spans = diagnosisSpans(blocksOf("diagnoses", values));
      return { kind: "diagnoses", sets: setNames("diagnoses", values), spans, columns };
    }
    case "modifiers": {
      const spans = modifierSpans(blocksOf("modifiers", values));
      return { kind: "modifiers", sets: setNames("modifiers", values), spans, columns };
    }
    case "payers": {
      const names = values.flatMap((value) => (value.kind === "word" ? (place.book.payers.get(value.text) ?? []) : []));
      const texts = values.flatMap((value) => (value.kind === "text-literal" ? [value.text] : []));
      return { kind: "payers", names: unique(names).sort(compareBytes), texts: unique(texts), columns };
    }
    case "settings": {
      const written = values.flatMap((value) =>
        value.kind === "word" || value.kind === "text-literal" ? [settingNamed(place, value.text)] : [],
      );
      return { kind: "settings", names: unique(written), columns };
    }
    case "bills":
      return { kind: "bills", prefixes: unique(textsOf(place, values).map((text) => text.replace(/^0/, ""))), columns };
    case "plain":
      return { kind: "plain", type: plainType(field), values: plainValues(place, field, values), columns };
  }
}

/** The values as their texts, bare or in quotes; what is read from a row has none. */
function textsOf({ source }: LoweringPlace, values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => {
    if (value.kind === "row-reference") return [];
    return [value.kind === "text-literal" ? value.text : source.text.slice(value.start, value.end)];
  });
}

function plainType({ name, type }: FieldFacts): "text" | "number" | "date" | "code" {
  if (type === "list") throw new Error(`${name} is a list, whose values are modifiers or diagnoses`);
  return type;
}

function plainValues(place: LoweringPlace, field: FieldFacts, values: readonly Value[]): readonly (string | number)[] {
  const texts = textsOf(place, values);
  return field.type === "number" ? unique(texts.map((text) => Number(text.replace(/[$,]/g, "")))) : unique(texts);
}

function setNames(kind: SetKind, values: readonly Value[]): readonly string[] {
  return unique(values.flatMap((value) => (value.kind === "word" && !isValue(kind, value.text) ? [value.text] : [])));
}

function blocksOf(kind: SetKind, values: readonly Value[]): readonly Block[] {
  const blocks = values.flatMap((value): readonly Block[] => {
    const ends =
      value.kind === "word" ? [value, value] : value.kind === "range-literal" ? [value.first, value.last] : [];
    const [first, last] = ends;
    if (first === undefined || last === undefined || !isValue(kind, first.text)) return [];
    const block = blockOf(kind, first.text, last.text, always);
    if (typeof block === "string")
      throw new Error("a range is none, which the checks report before anything is lowered");
    return [block];
  });
  return settle(blocks, []);
}

/** The declared setting of a name, whatever its case. */
function settingNamed({ book }: LoweringPlace, text: string): string {
  if (declaredAs(book.declared, text, "setting") !== null) return text;
  for (const [name, { node }] of book.declared) {
    if (node.kind === "setting" && name.toLowerCase() === text.toLowerCase()) return name;
  }
  throw new Error(`the setting ${text} is unknown, which the checks report before anything is lowered`);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
