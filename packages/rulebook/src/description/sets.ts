/** The descriptions of places, durations, sets of codes and choices of codes. */
import type { Duration } from "../calendar.js";
import type { Place } from "../place.js";
import type { CodeChoice, CodeSet, CodeSpan, DiagnosisSet, DiagnosisSpan, ModifierSet, ModifierSpan } from "../sets.js";
import { choice, flag, list, nullable, record, reference, text, wholeFrom } from "./description.js";

export const place = record<Place>("Place", { file: text("text"), line: wholeFrom(1), column: wholeFrom(1) });

export const duration = record<Duration>("Duration", {
  count: wholeFrom(0),
  unit: choice("days", "weeks", "months", "years"),
});

/** The keys that every named declaration has. */
export const declared = { name: text("name"), doc: nullable(text("text")), at: place };

const bounds = { from: nullable(text("date")), until: nullable(text("date")) };

export const codeSpan = record<CodeSpan>("CodeSpan", { first: text("code"), last: text("code"), ...bounds });

export const diagnosisSpan = record<DiagnosisSpan>("DiagnosisSpan", {
  first: text("text not empty"),
  before: text("text not empty"),
  ...bounds,
});

export const modifierSpan = record<ModifierSpan>("ModifierSpan", { modifier: text("modifier"), ...bounds });

export const codeSet = record<CodeSet>("CodeSet", { ...declared, spans: list(codeSpan) });

export const diagnosisSet = record<DiagnosisSet>("DiagnosisSet", { ...declared, spans: list(diagnosisSpan) });

export const modifierSet = record<ModifierSet>("ModifierSet", { ...declared, spans: list(modifierSpan) });

const codeSource = {
  sets: list(reference("code set")),
  spans: list(codeSpan),
  columns: list(reference("column")),
};

export const codeChoice = record<CodeChoice>("CodeChoice", {
  label: text("text"),
  any: flag,
  ...codeSource,
  except: nullable(record("CodeChoice except", codeSource)),
});
