/**
 * What must hold within one record beyond its form and its names: a range runs upwards and stays within one shape, a
 * table's cells are of their columns' types, and so on. Told by the record's name in its description.
 */
import { isBuiltInField } from "../fields.js";
import { codeOrdinal, compareBytes } from "../shapes.js";
import { isList, isObject } from "./check-form.js";
import type { Columns, Names } from "./names.js";
import { shown } from "./path.js";
import { tableLaw } from "./table-law.js";

/** What a law may look at besides the record itself. */
export interface LawContext {
  readonly names: Names;
  readonly columns: Columns | null;
}

/** A record as its form was found to hold. */
export type FoundRecord = { readonly [key: string]: unknown };

/** The broken parts: a key (null for the record itself) and what is wrong. */
export type Law = (found: FoundRecord, context: LawContext) => readonly (readonly [string | null, string])[];

const laws: ReadonlyMap<string, Law> = new Map<string, Law>([
  ["CodeSpan", codeSpanLaw],
  ["DiagnosisSpan", diagnosisSpanLaw],
  ["DateBound of kind row", (found, context) => columnTypeLaw(found, context, "date")],
  ["Amount of kind row", (found, context) => columnTypeLaw(found, context, "number")],
  ["Suggestion of kind nearest-code", nearestCodeLaw],
  ["Group by of kind window", ({ length }) => someTimeLaw(length)],
  ["Episode ends of kind lasts", ({ length }) => someTimeLaw(length)],
  ["Condition of kind in", inLaw],
  ["Clauses", clausesLaw],
  ["Field", fieldLaw],
  ["Table", tableLaw],
  ["Rulebook", rulebookLaw],
]);

/** The law of a record; one that allows everything where there is none. */
export function lawOf(name: string): Law {
  return laws.get(name) ?? (() => []);
}

function codeSpanLaw({ first, last }: FoundRecord): ReturnType<Law> {
  const [low, high] = [codeOrdinal(String(first)), codeOrdinal(String(last))];
  if (low?.shape !== high?.shape) return [["last", `${shown(last)} is not of the same shape as ${shown(first)}`]];
  return (low?.ordinal ?? 0) > (high?.ordinal ?? 0) ? [["last", `${shown(last)} stands before ${shown(first)}`]] : [];
}

function diagnosisSpanLaw({ first, before }: FoundRecord): ReturnType<Law> {
  if (compareBytes(String(first), String(before)) < 0) return [];
  return [["before", `${shown(before)} does not stand after ${shown(first)}, so nothing lies between`]];
}

function columnTypeLaw({ column }: FoundRecord, { columns }: LawContext, type: "date" | "number"): ReturnType<Law> {
  const own = columns?.get(String(column));
  return own === undefined || own === type
    ? []
    : [["column", `column ${shown(column)} is one of type ${own}, not ${type}`]];
}

/** A window or an episode has at least the day that it is reckoned from. */
function someTimeLaw(length: unknown): ReturnType<Law> {
  return isObject(length) && length["count"] === 0 ? [["length", "a length of 0 holds no day at all"]] : [];
}

function nearestCodeLaw(found: FoundRecord, { columns }: LawContext): ReturnType<Law> {
  const wanted = { codes: "code", from: "date", to: "date" };
  return Object.entries(wanted).flatMap(([key, type]) => {
    const column = found[key];
    const own = typeof column === "string" ? columns?.get(column) : undefined;
    if (own === undefined || own === type) return [];
    return [[key, `column ${shown(column)} is one of type ${own}, not ${type}`] as const];
  });
}

/** The kind of values that the fields with meanings of their own are compared with. */
const valuesOfField: ReadonlyMap<string, string> = new Map([
  ["code", "codes"],
  ["diagnoses", "diagnoses"],
  ["primary diagnosis", "diagnoses"],
  ["modifiers", "modifiers"],
  ["payer", "payers"],
  ["setting", "settings"],
  ["bill", "bills"],
]);

function inLaw({ field, values }: FoundRecord, { names }: LawContext): ReturnType<Law> {
  if (!isObject(values)) return [];
  const type = names.fieldType.get(String(field)) ?? "text";
  const kind = valuesOfField.get(String(field)) ?? (type === "code" ? "codes" : "plain");
  if (values["kind"] !== kind) return [["values", `${shown(field)} is compared with values of kind ${kind}`]];
  if (kind !== "plain") return [];
  if (values["type"] !== type) return [["values", `${shown(field)} is a field of type ${type}`]];
  const plain = isList(values["values"]) ? values["values"] : [];
  const wanted = type === "number" ? "number" : "string";
  return plain
    .filter((value) => typeof value !== wanted)
    .map((value) => ["values", `${shown(value)} does not fit a field of type ${type}`] as const);
}

/** `on the other line` has a meaning only where a line is judged together with a companion. */
function clausesLaw(found: FoundRecord): ReturnType<Law> {
  const checks = isList(found["checks"]) ? found["checks"] : [];
  const pairs = checks.some(
    (check) =>
      isObject(check) && isObject(check["finds"]) && ["present", "at-least"].includes(String(check["finds"]["kind"])),
  );
  const sides = pairs ? checks : [found["when"], found["unless"], checks];
  return sides.some(speaksOfOther)
    ? [[null, "a condition speaks of the other line where no line is judged together with another"]]
    : [];
}

function speaksOfOther(value: unknown): boolean {
  if (isList(value)) return value.some(speaksOfOther);
  if (!isObject(value)) return false;
  if (value["on"] === "other" || value["on"] === "either") return true;
  return Object.values(value).some(speaksOfOther);
}

function fieldLaw({ name }: FoundRecord): ReturnType<Law> {
  return isBuiltInField(String(name)) ? [["name", `${shown(name)} is the name of a field that is built in`]] : [];
}

/** Named things stand in the order of the bytes of their names, each once: equal rulebooks are then equal bytes. */
function rulebookLaw(found: FoundRecord): ReturnType<Law> {
  const broken: (readonly [string, string])[] = [];
  for (const [key, list] of Object.entries(found)) {
    if (!isList(list) || key === "tests") continue;
    const named = list.map((item) => (isObject(item) ? String(item[key === "rules" ? "id" : "name"]) : ""));
    for (const [index, name] of named.entries()) {
      const last = named[index - 1];
      if (last === name) broken.push([key, `${shown(name)} is declared twice`]);
      else if (last !== undefined && compareBytes(last, name) > 0) {
        broken.push([key, `${shown(name)} stands after ${shown(last)}; sort by name, by bytes`]);
      }
    }
  }
  return broken;
}
