/** `FIELD is VALUE` and `FIELD in VALUES`: can each value be one of the field? */
import { nearest } from "../diagnostics/near.js";
import { names } from "../diagnostics/names.js";
import type { MembershipCondition, RowReference, TextLiteral, Value } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Book } from "../names/book.js";
import { allOf } from "../names/declared.js";
import type { FieldFacts } from "../names/fields.js";
import { claimForms, digitFields } from "../names/operands.js";
import { billShape, placeShape, revenueShape } from "../names/shapes.js";
import type { TableFacts } from "../names/tables.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { writeText } from "../syntax/literals.js";
import { checkColumn, checkZeros } from "./columns.js";
import { checkRange } from "./sets.js";
import { checkName, checkSetWord } from "./words.js";

/** Where a value stands. */
interface At {
  readonly book: Book;
  readonly source: Source;
  readonly field: FieldFacts;
  readonly table: TableFacts | "unknown" | null;
}

/** Reports the values that the field cannot have. */
export function checkMembership(
  book: Book,
  source: Source,
  condition: MembershipCondition,
  field: FieldFacts,
  table: TableFacts | "unknown" | null,
): void {
  for (const value of condition.values) checkOne({ book, source, field, table }, value);
}

function checkOne(at: At, value: Value): void {
  const { book, source, field, table } = at;
  switch (field.holds) {
    case "codes":
    case "diagnoses":
    case "modifiers":
      return checkListed(at, field.holds, value);
    case "payers":
      if (value.kind === "word") checkName(book, source, value, ["payer", "payers"], "a payer");
      else if (value.kind === "row-reference") checkColumn(book, source, value, table, ["text", "number"], "payers");
      else if (value.kind !== "text-literal") wrongType(at, value, "a payer", "payer is Medicare, or a text in quotes");
      return;
    case "settings":
      if (value.kind === "word") checkName(book, source, value, ["setting"], "a setting");
      else if (value.kind === "row-reference") checkColumn(book, source, value, table, ["text"], "settings");
      else if (value.kind === "text-literal") checkSettingText(at, value);
      else wrongType(at, value, "a setting", "setting is hospital");
      return;
    case "bills":
      return checkDigits(at, value);
    case "plain":
      return checkPlain(at, value);
  }
}

function checkListed(at: At, kind: "codes" | "diagnoses" | "modifiers", value: Value): void {
  const { book, source, table, field } = at;
  switch (value.kind) {
    case "word":
      return checkSetWord(book, kind, source, value);
    case "range-literal":
      return checkRange(book, kind, source, value);
    case "row-reference": {
      const types = { codes: ["code"], diagnoses: ["diagnosis"], modifiers: ["text", "number"] } as const;
      return checkColumn(book, source, value, table, types[kind], kind);
    }
    case "text-literal":
    case "number-literal":
    case "date-literal": {
      const examples = { codes: "code is 77301", diagnoses: "diagnosis is C61", modifiers: "modifier is 59" } as const;
      return wrongType(
        at,
        value,
        kind === "codes" ? "a code" : `one of the ${kind}`,
        field.name === kind ? examples[kind] : `${field.name} is ${examples[kind].split(" is ")[1] ?? ""}`,
      );
    }
  }
}

function checkPlain(at: At, value: Value): void {
  const { book, source, field, table } = at;
  if (value.kind === "range-literal") {
    const place = stretchOf(source, value);
    book.diagnostics.push(report(declarations, "range-not-possible", place, { what: `values of ${field.name}` }));
    return;
  }
  switch (field.type) {
    case "number":
      if (value.kind === "row-reference") checkColumn(book, source, value, table, ["number"], "numbers");
      else if (value.kind !== "number-literal" && !(value.kind === "word" && /^\d+$/.test(value.text))) {
        wrongType(at, value, "a number", `${field.name} is 4`);
      }
      return;
    case "date":
      if (value.kind === "row-reference") checkColumn(book, source, value, table, ["date"], "dates");
      else if (value.kind !== "date-literal") wrongType(at, value, "a date", `${field.name} is 2026-03-02`);
      return;
    case "text":
      return checkText(at, value);
    case "code":
    case "list":
      throw new Error(`${field.name} holds codes or a list and is no plain field`);
  }
}

function checkText(at: At, value: Exclude<Value, { readonly kind: "range-literal" }>): void {
  const { book, source, field, table } = at;
  if (digitFields.has(field.name)) return checkDigits(at, value);
  if (value.kind === "row-reference")
    return checkColumn(book, source, value, table, ["text", "number", "code"], "texts");
  if (field.name === "form") {
    const seen = source.text.slice(value.start, value.end);
    const said = value.kind === "text-literal" ? value.text : seen;
    if (!claimForms.has(said)) reportForm(book, source, value, seen);
    return;
  }
  if (value.kind === "text-literal") return;
  reportUnquoted(book, source, value, field.name);
}

/** A claim's form that is none of the two. */
export function reportForm(book: Book, source: Source, value: Value, seen: string): void {
  const near = nearest(seen, claimForms);
  const at = stretchOf(source, value);
  const fixes = near === null ? [] : [{ title: `write ${near}`, edits: [{ at, text: near }] }];
  book.diagnostics.push(report(rules, "unknown-form", at, { seen }, { fixes }));
}

/** A bare word or number where a text must stand. */
export function reportUnquoted(
  book: Book,
  source: Source,
  value: { readonly start: number; readonly end: number },
  field: string,
): void {
  const seen = source.text.slice(value.start, value.end);
  const at = stretchOf(source, value);
  const meant = /^(?:blank|empty|none|null)$/i.test(seen) ? "missing" : null;
  if (meant !== null) {
    const company = { fixes: [{ title: `write ${meant}`, edits: [{ at, text: meant }] }] };
    book.diagnostics.push(report(syntax, "unknown-word", at, { word: seen, near: meant }, company));
    return;
  }
  const fixes = [{ title: "put it in quotes", edits: [{ at, text: writeText(seen) }] }];
  book.diagnostics.push(report(rules, "text-without-quotes", at, { seen, field }, { fixes }));
}

/** Places, types of bill and revenue codes: digits, bare or in quotes. */
function checkDigits(at: At, value: Value): void {
  const { book, source, field, table } = at;
  if (value.kind === "row-reference") {
    checkColumn(book, source, value, table, ["text", "number"], "texts");
    if (table !== null && table !== "unknown") checkZeros(book, source, value, table, field.name);
    return;
  }
  const seen = value.kind === "text-literal" ? value.text : source.text.slice(value.start, value.end);
  checkDigitValue(book, source, field.name, value, seen);
}

const digitShapes = {
  place: { shape: placeShape, code: "not-a-place" },
  revenue: { shape: revenueShape, code: "not-a-revenue-code" },
  bill: { shape: billShape, code: "not-a-bill" },
} as const;

/** Reports digits that are no place, type of bill or revenue code. */
export function checkDigitValue(
  book: Book,
  source: Source,
  field: string,
  value: { readonly start: number; readonly end: number },
  seen: string,
): void {
  if (field !== "place" && field !== "revenue" && field !== "bill") return;
  const { shape, code } = digitShapes[field];
  if (!shape.test(seen)) book.diagnostics.push(report(declarations, code, stretchOf(source, value), { seen }));
}

/** A text after `setting is` must be the name of a setting, whatever its case. */
function checkSettingText({ book, source }: At, value: TextLiteral): void {
  const settings = allOf(book.declared, "setting").map(({ node }) => node.name.text);
  if (settings.some((name) => name.toLowerCase() === value.text.toLowerCase())) return;
  const near = book.nearName(value.text, ["setting"]);
  const facts = { name: value.text, wanted: "a setting", near };
  book.diagnostics.push(report(names, "unknown-name", stretchOf(source, value), facts));
}

function wrongType(
  { book, source, field }: At,
  value: Exclude<Value, RowReference>,
  type: string,
  example: string,
): void {
  book.diagnostics.push(report(rules, "wrong-type", stretchOf(source, value), { field: field.name, type, example }));
}
