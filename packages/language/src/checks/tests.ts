/** Tests: days that can be told, lines that can be, and expectations that can come true. */
import { formatDate } from "@edict/rulebook";
import type { Expectation, TestDeclaration, When } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { tests } from "../diagnostics/tests.js";
import type { Book } from "../names/book.js";
import { daysOfWhen, mostDays } from "../names/timeline.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkSettings } from "./test-fields.js";
import { checkName, checkValue } from "./words.js";

/** Reports what is wrong with a test. */
export function checkTest(book: Book, source: Source, test: TestDeclaration): void {
  checkSettings(book, source, test.given, []);
  for (const line of test.lines) {
    checkWhen(book, source, test, line.when);
    checkValue(book, "codes", source, line.code);
    for (const modifier of line.modifiers) checkValue(book, "modifiers", source, modifier);
    const taken = [...(line.units === null ? [] : ["units"]), ...(line.modifiers.length === 0 ? [] : ["modifiers"])];
    checkSettings(book, source, line.fields, taken);
  }
  checkExpectations(book, source, test);
  if (test.expectations.length === 0 && !test.broken) {
    book.diagnostics.push(report(tests, "test-without-expectation", stretchOf(source, test.title), {}));
  }
}

function checkWhen(book: Book, source: Source, test: TestDeclaration, when: When): boolean {
  if (when.kind === "date-literal") return true;
  const at = stretchOf(source, when);
  if (test.starting === null) {
    // A `given` that could not be read may have said it.
    if (!test.broken) book.diagnostics.push(report(tests, "day-without-start", at, {}));
    return false;
  }
  const { first, last } = when;
  if (last < first) book.diagnostics.push(report(tests, "days-backwards", at, { first, last }));
  else if (first < 1) book.diagnostics.push(report(tests, "day-zero", at, {}));
  else if (last > mostDays) book.diagnostics.push(report(tests, "too-many-days", at, { most: mostDays }));
  else if (daysOfWhen(when, test.starting)?.length === 0) {
    book.diagnostics.push(report(tests, "days-without-weekday", at, {}));
  } else return true;
  return false;
}

type Expected = Extract<Expectation, { readonly kind: "expect-finding" }>;

function checkExpectations(book: Book, source: Source, test: TestDeclaration): void {
  const found = new Map<string, Expected>();
  for (const expectation of test.expectations) {
    if (expectation.kind === "expect-nothing") continue;
    checkName(book, source, expectation.rule, ["rule"], "a rule");
    if (expectation.kind === "expect-no") continue;
    if (!found.has(expectation.rule.text)) found.set(expectation.rule.text, expectation);
    const isSound = checkWhen(book, source, test, expectation.when);
    const codes = [
      checkValue(book, "codes", source, expectation.code),
      ...expectation.modifiers.map((modifier) => checkValue(book, "modifiers", source, modifier)),
    ];
    if (isSound && !codes.includes(false)) checkExpectedLines(book, source, test, expectation);
  }
  for (const expectation of test.expectations) {
    if (expectation.kind !== "expect-no") continue;
    const other = found.get(expectation.rule.text);
    if (other === undefined) continue;
    const related = [{ at: stretchOf(source, other), text: "the finding is expected here" }];
    const facts = { rule: expectation.rule.text };
    book.diagnostics.push(report(tests, "expectations-differ", stretchOf(source, expectation), facts, { related }));
  }
}

/** An expectation on a code and day that no line has can never come true. */
function checkExpectedLines(book: Book, source: Source, test: TestDeclaration, expectation: Expected): void {
  const code = expectation.code.text;
  const lines = test.lines.filter((line) => line.code.text === code);
  const there = new Set(lines.flatMap((line) => daysOfWhen(line.when, test.starting) ?? []));
  const lacking = daysOfWhen(expectation.when, test.starting)?.find((day) => !there.has(day));
  if (lacking === undefined || test.broken) return;
  const at = stretchOf(source, { start: expectation.code.start, end: expectation.when.end });
  const facts = { code, date: formatDate(lacking) };
  book.diagnostics.push(report(tests, "expectation-without-line", at, facts));
}
