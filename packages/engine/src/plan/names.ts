/**
 * What the names of a rulebook mean in these charges: sets as the values of the lines' dictionaries with their days,
 * payers and settings as tests, tables as their rows, fields as columns. Each is worked out once, when first asked for.
 */
import type { Charges, CodeSpan, DiagnosisSpan, Episode, ModifierSpan, Rulebook, TableData } from "@edict/rulebook";
import type { Fields } from "../columns/fields.js";
import { fieldsOf, remembered } from "../columns/fields.js";
import type { SpanFinder, ValueRanges } from "../columns/value-ranges.js";
import { codeFinder, diagnosisFinder, modifierFinder, unionOfRanges } from "../columns/value-ranges.js";
import type { Payers } from "../conditions/payers.js";
import { payersOf } from "../conditions/payers.js";
import type { Settings } from "../conditions/settings.js";
import { settingsOf } from "../conditions/settings.js";
import { tableData } from "../table-data.js";

export interface Names {
  readonly charges: Charges;
  readonly fields: Fields;
  /** Of each line, its date of service. */
  readonly days: Int32Array;
  /** Of each line, its code, as an index into the charges' codes. */
  readonly codes: Int32Array;
  readonly payers: Payers;
  readonly settings: Settings;
  readonly table: (name: string) => TableData;
  readonly episode: (name: string) => Episode;
  /** The ids of the texts of a field. */
  readonly dictionary: (field: string) => ReadonlyMap<string, number>;
  readonly codeRanges: (field: string, sets: readonly string[], spans: readonly CodeSpan[]) => ValueRanges;
  readonly diagnosisRanges: (field: string, sets: readonly string[], spans: readonly DiagnosisSpan[]) => ValueRanges;
  readonly modifierRanges: (sets: readonly string[], spans: readonly ModifierSpan[]) => ValueRanges;
}

export function namesOf(rulebook: Rulebook, charges: Charges, files: ReadonlyMap<string, TableData>): Names {
  const fields = fieldsOf(charges, rulebook.fields);
  const tables = new Map(files);
  const dictionaries = new Map<string, ReadonlyMap<string, number>>();
  const codes = resolver(rulebook.codes, codeFinder, (field) => valuesOf(fields, field));
  const diagnoses = resolver(rulebook.diagnoses, diagnosisFinder, (field) => valuesOf(fields, field));
  const modifiers = resolver(rulebook.modifiers, modifierFinder, (field) => valuesOf(fields, field));
  return {
    charges,
    fields,
    days: charges.date.days,
    codes: charges.code.ids,
    payers: payersOf(rulebook.payers, rulebook.payerGroups),
    settings: settingsOf(rulebook.settings, fields),
    table: (name) => remembered(tables, name, () => tableData(named(rulebook.tables, name, "table"))),
    episode: (name) => named(rulebook.episodes, name, "episode"),
    dictionary: (field) =>
      remembered(dictionaries, field, () => new Map(valuesOf(fields, field).map((value, id) => [value, id]))),
    codeRanges: codes,
    diagnosisRanges: diagnoses,
    modifierRanges: (sets, spans) => modifiers("modifiers", sets, spans),
  };
}

/** The distinct values of a field of texts or lists. */
function valuesOf(fields: Fields, field: string): readonly string[] {
  if (field === "modifiers" || field === "diagnoses") return fields.members(field).values;
  const column = fields.column(field);
  return column.kind === "text" ? column.values : [];
}

/** Sets of one kind, each worked out once for each field that is compared with it. */
function resolver<Span>(
  sets: readonly { readonly name: string; readonly spans: readonly Span[] }[],
  finderOf: (values: readonly string[]) => SpanFinder<Span>,
  values: (field: string) => readonly string[],
): (field: string, names: readonly string[], spans: readonly Span[]) => ValueRanges {
  const byName = new Map(sets.map((set) => [set.name, set]));
  const finders = new Map<string, SpanFinder<Span>>();
  const known = new Map<string, ValueRanges>();
  return (field, names, spans) => {
    const finder = remembered(finders, field, () => finderOf(values(field)));
    const parts = names.map((name) =>
      remembered(known, `${field} ${name}`, () => finder.find(byName.get(name)?.spans ?? missing("set", name))),
    );
    return unionOfRanges(spans.length === 0 ? parts : [...parts, finder.find(spans)]);
  };
}

function named<Declared extends { readonly name: string }>(
  all: readonly Declared[],
  name: string,
  what: string,
): Declared {
  return all.find((one) => one.name === name) ?? missing(what, name);
}

function missing(what: string, name: string): never {
  throw new Error(`the rulebook names the ${what} ${name} and does not declare it; its compiler checks that`);
}
