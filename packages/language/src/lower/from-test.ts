/** Tests → timelines with a date for every line, and expectations with theirs. */
import type { Expectation, IsoDate, RuleTest, TestLine } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import type { DateLiteral, FieldSetting, TestDeclaration, TimelineLine, Value, When } from "../ast/nodes.js";
import type { Book } from "../names/book.js";
import { dotted } from "../names/cells.js";
import type { Placed } from "../names/declared.js";
import { daysOfWhen } from "../names/timeline.js";
import type { Source } from "../source/source.js";
import { whenOf } from "../print/tests.js";
import { placeAt } from "../source/source.js";
import { fieldOf } from "./from-condition.js";

/** One test. */
export function fromTest(book: Book, { source, node }: Placed<TestDeclaration>): RuleTest {
  const given = valuesOf(book, source, node.given);
  return {
    title: node.title.text,
    at: placeAt(source, node.start),
    lines: node.lines.flatMap((line) => linesOf(book, source, line, given, node.starting)),
    expectations: node.expectations.map((expectation) => fromExpectation(source, expectation, node.starting)),
  };
}

/** Values of fields by name; a list where the field holds one. */
type FieldValues = ReadonlyMap<string, string | number | readonly string[]>;

function linesOf(
  book: Book,
  source: Source,
  line: TimelineLine,
  given: FieldValues,
  starting: DateLiteral | null,
): readonly TestLine[] {
  // What the line says itself stands over what is given for all lines.
  const values = new Map([...given, ...valuesOf(book, source, line.fields)]);
  const modifiers =
    line.modifiers.length > 0 ? line.modifiers.map(({ text }) => text) : listOf(values.get("modifiers"));
  const units = line.units?.value ?? values.get("units");
  values.delete("modifiers");
  values.delete("units");
  return datesOf(line.when, starting).map((date) => ({
    at: placeAt(source, line.start),
    when: whenOf(line.when),
    date,
    code: line.code.text,
    modifiers,
    units: typeof units === "number" ? units : 1,
    fields: Object.fromEntries(values),
  }));
}

function valuesOf(book: Book, source: Source, settings: readonly FieldSetting[]): FieldValues {
  const set = new Map<string, string | number | readonly string[]>();
  for (const { field, values } of settings) {
    const { name, type } = fieldOf({ book }, field);
    const texts = values.map((value) => textOf(source, value));
    const [first = ""] = texts;
    if (name === "diagnoses")
      set.set(
        name,
        texts.map((text) => dotted(text) ?? text),
      );
    else if (type === "list") set.set(name, texts);
    else set.set(name, type === "number" ? Number(first.replace(/[$,]/g, "")) : first);
  }
  return set;
}

function textOf(source: Source, value: Value): string {
  if (value.kind === "text-literal" || value.kind === "date-literal") return value.text;
  return source.text.slice(value.start, value.end);
}

function listOf(value: string | number | readonly string[] | undefined): readonly string[] {
  return value === undefined || typeof value === "string" || typeof value === "number" ? [] : value;
}

function fromExpectation(
  source: Source,
  expectation: TestDeclaration["expectations"][number],
  starting: DateLiteral | null,
): Expectation {
  const at = placeAt(source, expectation.start);
  switch (expectation.kind) {
    case "expect-no":
      return { kind: "no", at, rule: expectation.rule.text };
    case "expect-nothing":
      return { kind: "nothing", at, words: expectation.words };
    case "expect-finding": {
      const { rule, code, when } = expectation;
      const modifiers = expectation.modifiers.map(({ text }) => text);
      const billed = [code.text, ...modifiers].join("-");
      return {
        kind: "finding",
        at,
        rule: rule.text,
        code: code.text,
        modifiers,
        dates: datesOf(when, starting),
        text: `${rule.text} on ${billed} ${whenOf(when)}`,
      };
    }
  }
}

function datesOf(when: When, starting: DateLiteral | null): readonly IsoDate[] {
  const days = daysOfWhen(when, starting);
  if (days === null) throw new Error("days cannot be told, which the checks report before anything is lowered");
  return days.map(formatDate);
}
