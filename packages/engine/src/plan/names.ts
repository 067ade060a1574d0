/**
 * What the names of a rulebook mean: sets as days of a value, payers and settings as tests, tables as their rows, fields
 * as columns of the batch at hand. Each is worked out once, when first asked for.
 */
import type {
  Charges,
  CodeSpan,
  DiagnosisSpan,
  Episode,
  ModifierSpan,
  Rulebook,
  TableColumn,
  TableData,
} from "@edict/rulebook";
import type { CellTexts } from "../columns/cells.js";
import { cellTexts } from "../columns/cells.js";
import type { Fields } from "../columns/fields.js";
import { fieldsOf, remembered } from "../columns/fields.js";
import type { SetOf } from "../columns/sets.js";
import { codeSet, diagnosisSet, modifierSet, unionOfSets } from "../columns/sets.js";
import type { Payers } from "../conditions/payers.js";
import { payersOf } from "../conditions/payers.js";
import type { Settings } from "../conditions/settings.js";
import { settingsOf } from "../conditions/settings.js";
import { tableData } from "../table-data.js";

export interface Names {
  /** The batch at hand. */
  charges: Charges;
  /** Of each of its lines, the date of service. */
  days: Int32Array;
  /** Of each of its lines, the code, as an index into the charges' codes. */
  codes: Int32Array;
  readonly fields: Fields;
  readonly payers: Payers;
  readonly settings: Settings;
  readonly table: (name: string) => TableData;
  /** A column of a table as whole numbers; `count` is that of its rows. */
  readonly cells: (column: TableColumn, count: number) => CellTexts;
  readonly episode: (name: string) => Episode;
  /** What a set of codes holds. */
  readonly codeSpans: (set: string) => readonly CodeSpan[];
  readonly codeSet: (sets: readonly string[], spans: readonly CodeSpan[]) => SetOf;
  readonly diagnosisSet: (sets: readonly string[], spans: readonly DiagnosisSpan[]) => SetOf;
  readonly modifierSet: (sets: readonly string[], spans: readonly ModifierSpan[]) => SetOf;
  /** Turns to the next batch. */
  readonly take: (charges: Charges) => void;
}

export function namesOf(rulebook: Rulebook, files: ReadonlyMap<string, TableData>): Names {
  const fields = fieldsOf(rulebook.fields);
  const tables = new Map(files);
  const texts = new Map<TableColumn, CellTexts>();
  const codeSets = new Map(rulebook.codes.map((set) => [set.name, set.spans]));
  const codeSpans = (name: string): readonly CodeSpan[] => codeSets.get(name) ?? missing("set", name);
  const names: Names = {
    charges: noCharges,
    days: noCharges.date.days,
    codes: noCharges.code.ids,
    fields,
    payers: payersOf(rulebook.payers, rulebook.payerGroups),
    settings: settingsOf(rulebook.settings, fields),
    table: (name) => remembered(tables, name, () => tableData(named(rulebook.tables, name, "table"))),
    cells: (column, count) => remembered(texts, column, () => cellTexts(column, count)),
    episode: (name) => named(rulebook.episodes, name, "episode"),
    codeSpans,
    codeSet: resolver(rulebook.codes, codeSet),
    diagnosisSet: resolver(rulebook.diagnoses, diagnosisSet),
    modifierSet: resolver(rulebook.modifiers, modifierSet),
    take: (charges) => {
      names.charges = charges;
      names.days = charges.date.days;
      names.codes = charges.code.ids;
      fields.take(charges);
    },
  };
  return names;
}

/** Before the first batch there is no line. */
const noCharges: Charges = {
  count: 0,
  files: [],
  file: new Int32Array(),
  row: new Int32Array(),
  order: new Int32Array(),
  patient: { kind: "text", ids: new Int32Array(), values: [] },
  date: { kind: "date", days: new Int32Array() },
  code: { kind: "text", ids: new Int32Array(), values: [] },
  modifiers: { kind: "list", ids: new Int32Array(), values: [] },
  shownModifiers: { kind: "list", ids: new Int32Array(), values: [] },
  units: { kind: "number", values: new Float64Array() },
  diagnoses: { kind: "list", ids: new Int32Array(), values: [] },
  fields: new Map(),
};

/** Sets of one kind, each made ready once. */
function resolver<Span>(
  sets: readonly { readonly name: string; readonly spans: readonly Span[] }[],
  setOf: (spans: readonly Span[]) => SetOf,
): (names: readonly string[], spans: readonly Span[]) => SetOf {
  const byName = new Map(sets.map((set) => [set.name, set.spans]));
  const known = new Map<string, SetOf>();
  return (names, spans) => {
    const parts = names.map((name) => remembered(known, name, () => setOf(byName.get(name) ?? missing("set", name))));
    return unionOfSets(spans.length === 0 ? parts : [...parts, setOf(spans)]);
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
