/** The readers of a file's rows: one for each field that the file has or that `--set` gives, in the contract's order. */
import type { Field } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import type { ColumnPlan, FieldSource } from "../headers/plan-columns.js";
import type { DateForm } from "../values/dates.js";
import { dateForm, usualDates } from "../values/dates.js";
import type { Read } from "./field-kind.js";
import { fieldOrder, kindOf } from "./field-kind.js";
import type { FieldReader, OwnTextReader } from "./field-readers.js";
import { dateReader, numberReader, ownTextReader, textReader } from "./field-readers.js";
import type { LineStore } from "./line-store.js";
import { listReader } from "./list-readers.js";
import type { PresetValues } from "./preset-values.js";
import { presetFields } from "./preset-values.js";
import type { Store } from "./stores.js";
import { fillWithBlanks, storeFor } from "./stores.js";

/** What reads the rows of a file. */
export interface RowReaders {
  readonly readers: readonly FieldReader[];
  /** Read when the rows that stay are known. */
  readonly ownTexts: readonly OwnTextReader[];
  readonly patientColumn: number;
  /** The place of the column of dates of birth; null where the file has none. */
  readonly birthColumn: number | null;
  /** True where the file writes years of birth in two digits. */
  readonly shortBirthYears: boolean;
  /** Every field that the readers read. */
  readonly fields: readonly string[];
}

/** What the readers are made for. */
export interface RowReadersRequest {
  readonly file: string;
  readonly plan: ColumnPlan;
  /** The name of the layout, for messages. */
  readonly layout: string;
  readonly declared: readonly Field[];
  readonly presets: PresetValues;
  /** How a patient's number is read; null: as it stands. */
  readonly readPatient: Read<string> | null;
  readonly lines: LineStore;
}

const noColumn: FieldSource = { columns: [], as: null, splitBy: null };

/** Makes the readers; `patient`, `date` and `code` were found before. */
export function rowReaders(request: RowReadersRequest): RowReaders {
  const { plan, presets, declared } = request;
  const wanted = new Set([...plan.keys(), ...presetFields(presets)]);
  const fields = [...fieldOrder, ...declared.map((field) => field.name)].filter((field) => wanted.has(field));
  const readers: FieldReader[] = [];
  const ownTexts: OwnTextReader[] = [];
  for (const field of fields) {
    const made = readerFor(field, plan.get(field) ?? noColumn, request);
    if ("keep" in made) ownTexts.push(made);
    else readers.push(made);
  }
  return {
    readers,
    ownTexts,
    patientColumn: plan.get("patient")?.columns[0] ?? -1,
    birthColumn: wanted.has("birth") ? (plan.get("birth")?.columns[0] ?? -1) : null,
    shortBirthYears: formOf(plan.get("birth") ?? noColumn, request).twoDigitYears,
    fields,
  };
}

function readerFor(field: string, source: FieldSource, request: RowReadersRequest): FieldReader | OwnTextReader {
  const { presets, declared } = request;
  const kind = kindOf(field, declared);
  if (kind === null) throw new Error(`${field} was planned as a field and is none`);
  const required = field === "patient" || field === "date" || field === "code";
  const column = source.columns[0] ?? -1;
  const store = storeOf(field, request);
  if (kind.kind === "text" && store.kind === "text") {
    const fallback = presets.texts.get(field) ?? null;
    const read = field === "patient" ? request.readPatient : kind.read;
    return textReader({ field, column, store, fallback, required }, read);
  }
  if (kind.kind === "own-text" && store.kind === "own-text") {
    return ownTextReader(column, store, presets.texts.get(field) ?? null);
  }
  if (kind.kind === "number" && store.kind === "number") {
    const fallback = presets.numbers.get(field) ?? null;
    return numberReader({ field, column, store, fallback, required }, kind.read, kind.plain);
  }
  if (kind.kind === "date" && store.kind === "date") {
    const fallback = presets.days.get(field) ?? null;
    return dateReader({ field, column, store, fallback, required }, formOf(source, request));
  }
  if (kind.kind === "list" && store.kind === "list") {
    const fallback = presets.lists.get(field) ?? [];
    return listReader({ of: kind.of, columns: source.columns, splitBy: source.splitBy, store, fallback });
  }
  throw new Error(`the column of ${field} was made for another kind of value`);
}

/** The field's column, made where no file before had it, with blanks for the lines of those files. */
function storeOf(field: string, request: RowReadersRequest): Store {
  const { lines, declared } = request;
  switch (field) {
    case "patient":
      return lines.patient;
    case "date":
      return lines.date;
    case "code":
      return lines.code;
    case "modifiers":
      return lines.modifiers;
    case "units":
      return lines.units;
    case "diagnoses":
      return lines.diagnoses;
    default: {
      const known = lines.others.get(field);
      if (known !== undefined) return known;
      const kind = kindOf(field, declared);
      if (kind === null) throw new Error(`${field} was planned as a field and is none`);
      const store = storeFor(kind);
      fillWithBlanks(store, lines.row.length);
      lines.others.set(field, store);
      return store;
    }
  }
}

function formOf(source: FieldSource, request: RowReadersRequest): DateForm {
  if (source.as === null) return usualDates;
  const form = dateForm(source.as);
  if (form !== null) return form;
  throw fileError(fileErrors, "layout-date-form", { file: request.file }, { layout: request.layout, form: source.as });
}
