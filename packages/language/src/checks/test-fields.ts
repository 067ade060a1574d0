/** Fields that a test sets, for all lines or for one: does the line have such a field, and can it hold the value? */
import type { FieldSetting, Value } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import { tests } from "../diagnostics/tests.js";
import type { Book } from "../names/book.js";
import type { FieldFacts } from "../names/fields.js";
import { fieldNamed } from "../names/fields.js";
import { claimForms, digitFields } from "../names/operands.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { findField } from "./conditions.js";
import { checkDigitValue, reportForm } from "./memberships.js";
import { checkName, checkValue } from "./words.js";

/** Where a value stands. */
interface At {
  readonly book: Book;
  readonly source: Source;
  readonly field: FieldFacts;
}

/** Reports settings that cannot be. `taken` are fields that the line sets in other ways: `x2`, `-26`. */
export function checkSettings(
  book: Book,
  source: Source,
  settings: readonly FieldSetting[],
  taken: readonly string[],
): void {
  const seen = new Set(taken);
  for (const setting of settings) {
    if (reportUnits(book, source, setting)) continue;
    const field = findField(book, source, setting.field);
    if (field === null) continue;
    const at = stretchOf(source, setting.field);
    const instead = elsewhere.get(field.name);
    if (instead !== undefined) {
      book.diagnostics.push(report(tests, "field-set-elsewhere", at, { field: field.name, instead }));
      continue;
    }
    if (seen.has(field.name)) book.diagnostics.push(report(tests, "field-set-twice", at, { field: field.name }));
    seen.add(field.name);
    const second = setting.values[1];
    if (second !== undefined && field.type !== "list") {
      wrong({ book, source, field }, second, "one value", `${field.name} once`);
      continue;
    }
    for (const value of setting.values) checkOne({ book, source, field }, value);
  }
}

/** `77427 x 2`: units are one word, and nobody has declared a field `x`. */
function reportUnits(book: Book, source: Source, { field, values }: FieldSetting): boolean {
  const [count] = values;
  if (field.text !== "x" || count === undefined || fieldNamed(book.declared, "x") !== null) return false;
  const units = source.text.slice(count.start, count.end);
  if (!/^\d+(?:\.\d+)?$/.test(units)) return false;
  const at = stretchOf(source, { start: field.start, end: count.end });
  const meant = `x${units}`;
  const fixes = [{ title: `write ${meant}`, edits: [{ at, text: meant }] }];
  book.diagnostics.push(report(syntax, "spelt-otherwise", at, { seen: `x ${units}`, meant }, { fixes }));
  return true;
}

const elsewhere: ReadonlyMap<string, string> = new Map([
  ["date", "write its day first, such as day 3 or 2026-03-02"],
  ["code", "write it after the day"],
  ["primary diagnosis", "write diagnosis, of which the first is primary"],
]);

function checkOne(at: At, value: Value): void {
  const { book, source, field } = at;
  switch (field.holds) {
    case "codes":
    case "diagnoses":
    case "modifiers": {
      const examples = { codes: "77301", diagnoses: "C61", modifiers: "59" };
      if (value.kind === "word") checkValue(book, field.holds, source, value);
      else wrong(at, value, `one of the ${field.holds}`, `${field.name} ${examples[field.holds]}`);
      return;
    }
    case "payers":
      if (value.kind === "word") checkPayer(at, value);
      else if (value.kind !== "text-literal") wrong(at, value, "a payer", "payer Medicare, or a text in quotes");
      return;
    case "settings":
      if (value.kind === "word") checkName(book, source, value, ["setting"], "a setting");
      else if (value.kind !== "text-literal") wrong(at, value, "a setting", "setting hospital");
      return;
    case "bills":
    case "plain":
      return checkPlain(at, value);
  }
}

function checkPayer({ book, source }: At, value: Extract<Value, { readonly kind: "word" }>): void {
  if (book.declared.get(value.text)?.node.kind === "payers") {
    const facts = { name: value.text, members: book.payers.get(value.text) ?? [] };
    book.diagnostics.push(report(tests, "group-in-a-test", stretchOf(source, value), facts));
  } else checkName(book, source, value, ["payer"], "a payer");
}

function checkPlain(at: At, value: Value): void {
  const { book, source, field } = at;
  const written = value.kind === "text-literal" ? value.text : source.text.slice(value.start, value.end);
  if (value.kind === "row-reference" || value.kind === "range-literal") {
    return wrong(at, value, "one value", `${field.name} once`);
  }
  switch (field.type) {
    case "number":
      if (value.kind === "number-literal" || (value.kind === "word" && /^\d+$/.test(value.text))) return;
      return wrong(at, value, "a number", `${field.name} 4`);
    case "date":
      if (value.kind !== "date-literal") wrong(at, value, "a date", `${field.name} 2026-03-02`);
      return;
    case "text":
      if (digitFields.has(field.name)) return checkDigitValue(book, source, field.name, value, written);
      if (field.name === "form" && !claimForms.has(written)) reportForm(book, source, value, written);
      // Other texts may be written bare: nothing else could be meant in a test's line.
      return;
    case "code":
    case "list":
      throw new Error(`${field.name} holds codes or a list and is no plain field`);
  }
}

function wrong({ book, source, field }: At, value: Value, type: string, example: string): void {
  const facts = { field: field.name, type, example };
  book.diagnostics.push(report(tests, "test-value", stretchOf(source, value), facts));
}
