/** `LEFT = RIGHT` and its kin: are both sides of one type, and is the field one that is compared so? */
import type { ColumnType } from "@edict/rulebook";
import type { ComparisonCondition, Operand } from "../ast/nodes.js";
import { names } from "../diagnostics/names.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import type { FieldFacts } from "../names/fields.js";
import type { OperandFacts } from "../names/operands.js";
import { digitFields, operandsOf } from "../names/operands.js";
import type { TableFacts } from "../names/tables.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkZeros, contents, findColumn, reportColumnType } from "./columns.js";
import { checkDigitValue, reportForm, reportUnquoted } from "./memberships.js";
import { checkName } from "./words.js";
import { claimForms } from "../names/operands.js";

/** What is compared: numbers by size, dates by the calendar, all else by bytes. */
type Type = "number" | "date" | "text";

/** Reports a comparison whose sides do not go together. */
export function checkComparison(
  book: Book,
  source: Source,
  condition: ComparisonCondition,
  table: TableFacts | "unknown" | null,
): void {
  for (const side of [condition.left, condition.right]) {
    if (side.kind === "row-reference" && findColumn(book, source, side, table) === null) return;
  }
  const { left, right } = operandsOf(book, source, condition, table);
  if (left.kind === "unknown" || right.kind === "unknown") return;
  if (needsIs(book, source, condition, left, right)) return;
  const words = [
    sideWord(book, source, condition.left, left, right),
    sideWord(book, source, condition.right, right, left),
  ];
  if (words.includes(true)) return;
  checkShapes(book, source, condition.left, left, right);
  checkShapes(book, source, condition.right, right, left);
  checkTypes(book, source, condition, left, right);
  for (const [operand, facts, other] of [
    [condition.left, left, right],
    [condition.right, right, left],
  ] as const) {
    if (operand.kind === "row-reference" && facts.kind === "row" && other.kind === "field")
      checkZeros(book, source, operand, facts.table, other.facts.name);
  }
}

/** Lists, types of bill and primary diagnoses are compared with `is`, which knows what they mean. */
function needsIs(
  book: Book,
  source: Source,
  condition: ComparisonCondition,
  left: OperandFacts,
  right: OperandFacts,
): boolean {
  const isFirst = left.kind === "field" && wantsIs(left.facts, right);
  const isSecond = !isFirst && right.kind === "field" && wantsIs(right.facts, left);
  const facts = isFirst ? left.facts : isSecond ? right.facts : null;
  if (facts === null) return false;
  const field = isFirst ? condition.left : condition.right;
  const value = isFirst ? condition.right : condition.left;
  const text = (side: Operand): string => source.text.slice(side.start, side.end);
  const said = value.kind === "text-literal" && facts.holds !== "settings" ? value.text : text(value);
  const membership = `${text(field)} is ${said}`;
  const instead = condition.comparison === "!=" ? `not ${membership}` : membership;
  const at = stretchOf(source, { start: condition.left.start, end: condition.right.end });
  const fixes =
    condition.comparison === "=" || condition.comparison === "!="
      ? [{ title: `write ${instead}`, edits: [{ at, text: instead }] }]
      : [];
  book.diagnostics.push(report(rules, "comparison-needs-is", at, { field: text(field), instead }, { fixes }));
  return true;
}

function wantsIs(field: FieldFacts, other: OperandFacts): boolean {
  if (field.type === "list" || field.holds === "bills") return true;
  return field.name === "primary diagnosis" && other.kind !== "row" && other.kind !== "field";
}

/** Reports a word that means nothing beside the other side; true where it did. */
function sideWord(book: Book, source: Source, operand: Operand, facts: OperandFacts, other: OperandFacts): boolean {
  if (facts.kind !== "word") return false;
  const word = { text: facts.text, start: operand.start, end: operand.end };
  if (other.kind !== "field") {
    const near = book.nearField(facts.text);
    const at = stretchOf(source, operand);
    const fixes = near === null ? [] : [{ title: `write ${near}`, edits: [{ at, text: near }] }];
    book.diagnostics.push(report(names, "unknown-field", at, { name: facts.text, near }, { fixes }));
    return true;
  }
  const field = other.facts;
  const declared = book.declared.get(facts.text)?.node.kind;
  if (field.holds === "payers") checkName(book, source, word, ["payer", "payers"], "a payer");
  else if (field.holds === "settings") checkName(book, source, word, ["setting"], "a setting");
  else if (field.name === "form") reportForm(book, source, { kind: "word", ...word }, facts.text);
  else if (field.type === "code") {
    const instead = `${field.name} in ${facts.text}`;
    if (declared === "codes") {
      book.diagnostics.push(
        report(rules, "comparison-needs-is", stretchOf(source, operand), { field: field.name, instead }),
      );
    } else checkName(book, source, word, ["codes"], "a code");
  } else if (declared !== undefined || field.type !== "text")
    checkName(book, source, word, ["field"], typeWords[typeOfField(field)]);
  else if (book.nearField(facts.text) !== null) {
    const near = book.nearField(facts.text);
    book.diagnostics.push(report(names, "unknown-field", stretchOf(source, operand), { name: facts.text, near }));
  } else reportUnquoted(book, source, operand, field.name);
  return true;
}

/** Values of fields with shapes of their own. */
function checkShapes(book: Book, source: Source, operand: Operand, facts: OperandFacts, other: OperandFacts): void {
  if (facts.kind !== "text" || other.kind !== "field") return;
  const { name } = other.facts;
  if (digitFields.has(name)) checkDigitValue(book, source, name, operand, facts.value);
  if (name === "form" && !claimForms.has(facts.value)) {
    reportForm(book, source, { kind: "word", text: facts.value, start: operand.start, end: operand.end }, facts.value);
  }
}

function checkTypes(
  book: Book,
  source: Source,
  condition: ComparisonCondition,
  left: OperandFacts,
  right: OperandFacts,
): void {
  const types = [typeOf(left), typeOf(right)] as const;
  if (types[0] === types[1]) return;
  // A number is compared with a text by its text, for equality alone and where one of them is a cell.
  const equality = condition.comparison === "=" || condition.comparison === "!=";
  const cell = left.kind === "row" || right.kind === "row";
  const numberField = [left, right].some((side) => side.kind === "field" && side.facts.type === "number");
  if (equality && cell && !types.includes("date") && !numberField) return;
  const text = (side: Operand): string => source.text.slice(side.start, side.end);
  // The side that is told is the one that can be written otherwise: a literal, else a cell.
  const sides = [
    { operand: condition.left, facts: left, type: types[0], other: types[1], otherFacts: right },
    { operand: condition.right, facts: right, type: types[1], other: types[0], otherFacts: left },
  ];
  const literal = sides.find(({ facts }) => facts.kind !== "field" && facts.kind !== "row");
  const row = sides.find(({ facts }) => facts.kind === "row");
  if (literal !== undefined && literal.otherFacts.kind === "field") {
    const field = literal.otherFacts.facts.name;
    if (literal.other === "text") return reportUnquoted(book, source, literal.operand, field);
    const example = `${field} ${condition.comparison} ${literal.other === "number" ? "4" : "2026-03-02"}`;
    const facts = { field, type: typeWords[literal.other], example };
    book.diagnostics.push(report(rules, "wrong-type", stretchOf(source, literal.operand), facts));
    return;
  }
  if (row !== undefined && row.facts.kind === "row" && row.operand.kind === "row-reference") {
    const wanted = typePlurals[row.other];
    const { table, column } = row.facts;
    const proposed: ColumnType = row.other;
    reportColumnType(book, source, row.operand, table, column, wanted, proposed);
    return;
  }
  const facts = {
    left: text(condition.left),
    leftType: typeWords[types[0]],
    right: text(condition.right),
    rightType: typeWords[types[1]],
  };
  const at = stretchOf(source, { start: condition.left.start, end: condition.right.end });
  book.diagnostics.push(report(rules, "types-differ", at, facts));
}

const typeWords: { readonly [T in Type]: string } = { number: "a number", date: "a date", text: "a text" };
const typePlurals: { readonly [T in Type]: string } = {
  number: contents.number,
  date: contents.date,
  text: contents.text,
};

function typeOf(facts: OperandFacts): Type {
  switch (facts.kind) {
    case "field":
      return typeOfField(facts.facts);
    case "row":
      return facts.column.type === "number" || facts.column.type === "date" ? facts.column.type : "text";
    case "number":
    case "date":
    case "text":
      return facts.kind;
    case "code":
    case "word":
    case "unknown":
      return "text";
  }
}

function typeOfField(field: FieldFacts): Type {
  return field.type === "number" || field.type === "date" ? field.type : "text";
}
