/** The description of the whole rulebook. */
import type { Authority, Episode, Layout, LayoutEntry, Payer, PayerGroup, Rulebook, Setting } from "../rulebook.js";
import { rulebookFormat } from "../rulebook.js";
import type { Field } from "../fields.js";
import type { Declared } from "../sets.js";
import type { Column, Table } from "../tables.js";
import type { Expectation, RuleTest, TestLine } from "../tests.js";
import {
  choice,
  either,
  list,
  map,
  nullable,
  number,
  numberFrom,
  record,
  reference,
  text,
  union,
} from "./description.js";
import { rule } from "./rule.js";
import { codeChoice, codeSet, declared, diagnosisSet, duration, modifierSet, place } from "./sets.js";

const payer = record<Payer>("Payer", { ...declared, aliases: list(text("text")) });

const payerGroup = record<PayerGroup>("PayerGroup", { ...declared, members: list(reference("payer")) });

const setting = record<Setting>("Setting", { ...declared, places: list(text("digits")), bills: list(text("digits")) });

const field = record<Field & Declared>("Field", {
  name: text("name"),
  type: choice("text", "number", "date", "code", "source"),
  doc: declared.doc,
  at: place,
});

const episode = record<Episode>("Episode", {
  ...declared,
  codes: codeChoice,
  ends: union<Episode["ends"]>("Episode ends", { idle: { after: duration }, lasts: { length: duration } }),
});

const authority = record<Authority>("Authority", {
  ...declared,
  title: text("text"),
  version: nullable(text("text")),
  url: nullable(text("text")),
});

const column = record<Column>("Column", {
  name: text("name"),
  type: choice("text", "number", "date", "code", "diagnosis"),
  header: nullable(text("text")),
});

const cell = nullable(either(text("text"), number));

const table = record<Table>("Table", {
  ...declared,
  columns: list(column, 1),
  source: union<Table["source"]>("Table source", {
    rows: { rows: list(list(cell)) },
    file: { path: text("relative path"), at: place },
  }),
});

const layoutEntry = record<LayoutEntry>("LayoutEntry", {
  field: reference("field"),
  from: list(text("text"), 1),
  as: nullable(text("text")),
  splitBy: nullable(text("text not empty")),
});

const layout = record<Layout>("Layout", { ...declared, entries: list(layoutEntry) });

const testLine = record<TestLine>("TestLine", {
  at: place,
  when: text("text"),
  date: text("date"),
  code: text("code"),
  modifiers: list(text("modifier")),
  units: numberFrom(0),
  fields: map("field", either(either(text("text"), number), list(text("text")))),
});

const expectation = union<Expectation>("Expectation", {
  finding: {
    at: place,
    rule: reference("rule"),
    code: text("code"),
    modifiers: list(text("modifier")),
    dates: list(text("date")),
    text: text("text"),
  },
  no: { at: place, rule: reference("rule") },
  nothing: { at: place, words: choice("nothing", "nothing else") },
});

const ruleTest = record<RuleTest>("RuleTest", {
  title: text("text"),
  at: place,
  lines: list(testLine),
  expectations: list(expectation),
});

export const rulebook = record<Rulebook>("Rulebook", {
  format: choice(rulebookFormat),
  codes: list(codeSet),
  diagnoses: list(diagnosisSet),
  modifiers: list(modifierSet),
  payers: list(payer),
  payerGroups: list(payerGroup),
  settings: list(setting),
  fields: list(field),
  episodes: list(episode),
  authorities: list(authority),
  tables: list(table),
  layouts: list(layout),
  rules: list(rule),
  tests: list(ruleTest),
});
