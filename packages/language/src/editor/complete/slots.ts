/**
 * What of the rulebook can stand where the grammar takes a name, a number, a text or another shape: told by the innermost
 * of its phrases that says it.
 */
import type { ColumnType } from "@edict/rulebook";
import { counted } from "@edict/rulebook";
import type { NamedKind } from "../../names/declared.js";
import type { ExpectedShape } from "../../syntax/expected/expected-at.js";
import type { FieldUse } from "./fields.js";
import { fieldItems } from "./fields.js";
import { fieldNamed } from "../../names/fields.js";
import type { Offer } from "./offer.js";
import { offer, placeholder } from "./offer.js";
import { knownWords } from "./known-words.js";
import { nameItems } from "./names.js";
import { nextRuleId } from "./next-rule-id.js";
import type { Situation } from "./situation.js";
import { comparedField, fieldBefore, fits } from "./field-at-caret.js";
import { codeItems, knownItems, valueItems } from "./values.js";
import { onOneLine } from "../../source/source.js";

/** The items that stand for a shape. */
export function slotItems(situation: Situation, expected: ExpectedShape): readonly Offer[] {
  if (!fits(situation, expected)) return [];
  switch (expected.shape) {
    case "name":
      return nameSlot(situation, expected.path);
    case "dot":
      return [];
    case "code":
      return testCodes(situation, expected.path);
    case "number":
      return [
        ...(expected.path.includes("numberOrRow") ? rowsOf(situation, "number") : []),
        placeholder(expected.path.includes("duration") ? "30 days" : "1", 130),
      ];
    case "date":
      return dates(situation, expected.path);
    case "text":
      return [{ ...placeholder(textLabel(situation), 140), insert: `"\${1:${textLabel(situation).slice(1, -1)}}"` }];
    case "money":
      return [placeholder("$100", 100)];
    case "units":
      return [offer("sign", "x2", 160, { detail: "units" })];
    case "row":
      return [
        offer("snippet", "| code | units |", 100, {
          insert: "| ${1:code} | ${2:units} |\n  | ${3:77301} | ${4:1} |",
          isSnippet: true,
          detail: "rows of the table",
        }),
      ];
    case "comma":
      return [offer("sign", ",", 320, { detail: "another" })];
    case "open":
      return [offer("sign", "(", 330)];
    case "close":
      return [offer("sign", ")", 320)];
    case "equals":
      return [offer("sign", "=", 100)];
    case "comparison":
      return comparisons(situation);
    case "range":
      return [offer("sign", "..", 340, { detail: "to, as in 77280..77290" })];
  }
}

/** Numbers and dates are compared; of other fields it is asked what they are. */
function comparisons({ analysis, before }: Situation): readonly Offer[] {
  const type = fieldNamed(analysis.book.declared, before.at(-1) ?? "")?.type;
  const rank = type === "number" || type === "date" ? 90 : 120;
  return ["=", "!=", "<", "<=", ">", ">="].map((sign, order) => offer("sign", sign, rank + order / 10));
}

/** `units > 1`: digits are numbers there. */
function comparedNumber(situation: Situation): readonly Offer[] {
  const facts = comparedField(situation);
  return facts?.type === "number" && facts.name !== "amount" ? [placeholder("1", 100)] : [];
}

function textLabel({ caret, before }: Situation): string {
  const last = before.at(-1);
  if (last === "url") return '"https://"';
  if (last === "version") return '"2026"';
  if (caret.keyword === "rule" || caret.keyword === "test" || caret.keyword === "authority") {
    if (before.length <= 2) return '"title"';
    return '"text"';
  }
  return '"text"';
}

/** Dates that the rulebook's rules begin with, the latest first: what a new rule most likely begins with too. */
function dates(situation: Situation, path: readonly string[]): readonly Offer[] {
  if (path.includes("expected")) return daysOfLines(situation);
  const used = new Set<string>();
  for (const { rule } of situation.analysis.book.rules.slice(0, 500)) {
    for (const clause of rule.node.clauses)
      if (clause.kind === "effective" && clause.from?.kind === "date-literal") used.add(clause.from.text);
  }
  const latest = [...used].sort().toReversed().slice(0, 5);
  const columns = path.includes("bound") ? rowsOf(situation, "date") : [];
  return [
    ...columns,
    ...(latest.length === 0 ? ["2026-01-01"] : latest).map((text, order) => placeholder(text, 135 + order / 10)),
  ];
}

/** In an expectation, the days of the test's own lines; those of lines with its code first. */
function daysOfLines({ declaration, source, before }: Situation): readonly Offer[] {
  if (declaration?.kind !== "test") return [];
  const code = before.at(-1)?.split("-")[0];
  return declaration.lines.map((line) =>
    offer("value", onOneLine(source, line.when), line.code.text === code ? 90 : 95, {
      detail: line.code.text,
    }),
  );
}

/** `row.COLUMN`, for each column of a table. */
function rowItems(
  columns: readonly { readonly name: string; readonly type: string }[],
  rank: number,
): readonly Offer[] {
  return columns.map(({ name, type }) => offer("column", `row.${name}`, rank, { detail: `column: ${type}` }));
}

/** The kinds of names that a phrase wants. */
const kindsByPhrase: ReadonlyMap<string, readonly NamedKind[]> = new Map<string, readonly NamedKind[]>([
  ["forClause", ["payer", "payers"]],
  ["payers", ["payer", "payers"]],
  ["inClause", ["setting"]],
  ["rowsClause", ["table"]],
  ["requiredRow", ["table"]],
  ["becauseClause", ["authority"]],
  ["episodeScope", ["episode"]],
  ["per", ["episode"]],
  ["override", ["rule"]],
  ["waive", ["rule"]],
  ["expected", ["rule"]],
]);

function nameSlot(situation: Situation, path: readonly string[]): readonly Offer[] {
  const { analysis } = situation;
  const inner = path.at(-1);
  const around = path.at(-2) ?? "";
  switch (inner) {
    case "declaringName":
      return newName(situation);
    case "nameReference": {
      const kinds = kindsByPhrase.get(around === "nameReferences" ? (path.at(-3) ?? "") : around) ?? [];
      return withoutSaid(situation, nameItems(analysis, kinds, 100));
    }
    case "rowReference":
      return ofType(situation.table?.columns ?? [], typeWanted(path)).map(({ name, type }) =>
        offer("column", name, 100, { detail: type }),
      );
    case "field":
      return [
        ...(around === "fieldCondition" ? rowsOf(situation) : []),
        ...fieldItems(analysis, fieldUse(around), around === "operand" ? 110 : 105),
      ];
    case "layoutEntry":
      return fieldItems(analysis, "layout", 105);
    case "settingPart":
      return knownItems(
        analysis,
        situation.before.findLast((said) => said === "place" || said === "bill") === "bill" ? "bill" : "place",
        100,
      );
    case "outcome":
      return reasonCodes(situation);
    case "suggest":
      return knownItems(analysis, "modifier", 100);
    case "word":
      return [...rowsOf(situation, "code"), ...knownItems(analysis, "code", 100)];
    case "operand":
      return [...comparedNumber(situation), ...rowsOf(situation), ...fieldItems(analysis, "condition", 141)];
    case "wordOrRange":
      return withinRange(situation, around === "value" ? values(situation, path) : setItems(situation, path));
    default:
      return [];
  }
}

/** The columns of the rule's table, or those of a type. */
function rowsOf({ table }: Situation, type: ColumnType | null = null): readonly Offer[] {
  return table === null ? [] : rowItems(ofType(table.columns, type), 95);
}

function ofType<C extends { readonly type: ColumnType }>(columns: readonly C[], type: ColumnType | null): readonly C[] {
  return type === null ? columns : columns.filter((column) => column.type === type);
}

/** What a set, a number or a date in a clause needs of a column. */
function typeWanted(path: readonly string[]): ColumnType | null {
  if (path.includes("condition") || path.includes("having")) return null;
  if (path.includes("codes") || path.includes("replacement")) return "code";
  return path.includes("bound") || path.includes("listDays") ? "date" : path.includes("numberOrRow") ? "number" : null;
}

function fieldUse(around: string): FieldUse {
  switch (around) {
    case "withTheSame":
      return "same";
    case "per":
      return "per";
    case "fieldSetting":
      return "line";
    default:
      return "condition";
  }
}

/** After `..` only a value can stand, no set. */
function withinRange({ before }: Situation, items: readonly Offer[]): readonly Offer[] {
  if (before.at(-1) !== "..") return items;
  return items.filter(({ kind }) => kind === "code" || kind === "diagnosis" || kind === "value");
}

/** The codes, diagnoses or modifiers of a set, and in a statement its sets and codes. */
function setItems(situation: Situation, path: readonly string[]): readonly Offer[] {
  const { analysis, caret } = situation;
  if (path.includes("set") && caret.keyword !== "codes") {
    const [kind, known] =
      caret.keyword === "diagnoses" ? (["diagnoses", "diagnosis"] as const) : (["modifiers", "modifier"] as const);
    return withoutSaid(situation, [...nameItems(analysis, [kind], 100), ...knownItems(analysis, known, 120)]);
  }
  const items = withoutSaid(situation, codeItems(analysis, 100));
  return path.includes("codes") ? [...rowsOf(situation, "code"), ...items] : items;
}

/** The name of a list that is being written is not a member of it. */
function withoutSaid({ before, caret }: Situation, items: readonly Offer[]): readonly Offer[] {
  const own = caret.keyword === "rule" || caret.keyword === "test" ? undefined : before[1];
  return own === undefined ? items : items.filter(({ label }) => label !== own);
}

function values(situation: Situation, path: readonly string[]): readonly Offer[] {
  const inTest = path.includes("fieldSetting");
  const field = fieldBefore(situation, inTest);
  return [...(inTest ? [] : rowsOf(situation)), ...valueItems(situation.analysis, field, 100, { sets: !inTest })];
}

function reasonCodes({ analysis, before }: Situation): readonly Offer[] {
  const kind = before.at(-1) === "RARC" ? "rarc" : "carc";
  const used = knownWords(analysis, kind).map(({ text, rules }) =>
    offer("value", text, 100 - Math.min(rules.length, 90), {
      detail: counted(rules.length, "rule"),
    }),
  );
  return used.length > 0 ? used : [placeholder(kind === "carc" ? "97" : "N20", 100)];
}

/** In a test, the codes that the rulebook knows; in an expectation, first those of the test's own lines. */
function testCodes(situation: Situation, path: readonly string[]): readonly Offer[] {
  const own = situation.declaration?.kind === "test" && path.includes("expected") ? situation.declaration.lines : [];
  const first = new Set(own.map(({ code, modifiers }) => [code, ...modifiers].map(({ text }) => text).join("-")));
  return [
    ...[...first].map((text) => offer("code", text, 90, { detail: "in this test" })),
    ...knownItems(situation.analysis, "code", 110),
    ...knownItems(situation.analysis, "billed-code", 111),
  ];
}

function newName({ analysis, caret }: Situation): readonly Offer[] {
  if (caret.keyword !== "rule") return [];
  return [offer("new-name", nextRuleId(analysis), 100, { detail: "the next that is free" })];
}
