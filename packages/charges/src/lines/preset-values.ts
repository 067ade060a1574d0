/** What `--set` gives: a field's value for every line that has none, read as a cell of that field would be. */
import type { Field } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import { usualDates } from "../values/dates.js";
import { readDiagnosis, readList, readModifier } from "../values/lists.js";
import { Unreadable } from "../values/unreadable.js";
import { kindOf } from "./field-kind.js";

/** Values by the field's name, each of its field's kind. */
export interface PresetValues {
  readonly texts: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly days: ReadonlyMap<string, number>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** `modifier` and `diagnosis` name the same fields as their plurals, wherever a field is named. */
const singular: ReadonlyMap<string, string> = new Map([
  ["modifier", "modifiers"],
  ["diagnosis", "diagnoses"],
]);

/** Reads the settings; a name that is no field and a value that its field cannot hold are errors. */
export function readPresets(set: ReadonlyMap<string, string>, declared: readonly Field[]): PresetValues {
  const texts = new Map<string, string>();
  const numbers = new Map<string, number>();
  const days = new Map<string, number>();
  const lists = new Map<string, readonly string[]>();
  for (const [name, written] of set) {
    const field = singular.get(name) ?? name;
    const kind = kindOf(field, declared);
    if (kind === null) throw fileError(fileErrors, "set-field-unknown", { file: null }, { field: name });
    const text = written.trim();
    if (text === "") throw unusable(name, "it is blank; write a value after the equals sign");
    switch (kind.kind) {
      case "text":
        texts.set(field, usable(name, kind.read === null ? text : kind.read(text)));
        break;
      case "own-text":
        texts.set(field, text);
        break;
      case "number":
        numbers.set(field, usable(name, kind.read(text)));
        break;
      case "date":
        days.set(field, usable(name, usualDates.read(text)));
        break;
      case "list":
        lists.set(field, usable(name, readList(text, null, kind.of === "modifiers" ? readModifier : readDiagnosis)));
        break;
    }
  }
  const units = numbers.get("units");
  if (units !== undefined && units < 0) throw unusable("units", "negative units are credits; give no credits this way");
  return { texts, numbers, days, lists };
}

function usable<T>(field: string, value: T | Unreadable): T {
  if (value instanceof Unreadable) throw unusable(field, value.reason);
  return value;
}

function unusable(field: string, reason: string): Error {
  return fileError(fileErrors, "set-value-unreadable", { file: null }, { field, reason });
}

/** The fields that are set. */
export function presetFields(presets: PresetValues): string[] {
  return [presets.texts, presets.numbers, presets.days, presets.lists].flatMap((values) => [...values.keys()]);
}
