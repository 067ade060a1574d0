/** Tests as text. */
import type { Expectation, FieldSetting, TestDeclaration, TimelineLine, When } from "../ast/nodes.js";
import { billedOf, joined, numberOf, textOf, valueOf } from "./words.js";

/** The lines of a test below its title. */
export function testLinesOf({ given, starting, lines, expectations }: TestDeclaration): readonly string[] {
  const all = [...given.map(settingOf), ...(starting === null ? [] : [`starting ${starting.text}`])];
  return [
    ...(all.length === 0 ? [] : [`given ${all.join(", ")}`]),
    ...lines.map((line) => `${whenOf(line.when)} ${chargeOf(line)}`),
    ...expectations.map(expectationOf),
  ];
}

/** `day 1`, `weekdays 2 to 10`, `2026-03-02` */
export function whenOf(when: When): string {
  if (when.kind === "date-literal") return when.text;
  const { first, last, weekdaysOnly } = when;
  if (weekdaysOnly) return `weekdays ${first} to ${last}`;
  return first === last ? `day ${first}` : `days ${first} to ${last}`;
}

function chargeOf({ code, modifiers, units, fields }: TimelineLine): string {
  return joined(billedOf(code, modifiers), units && `x${numberOf(units)}`, ...fields.map(settingOf));
}

function settingOf({ field, values }: FieldSetting): string {
  return `${field.text} ${values.map(valueOf).join(", ")}`;
}

function expectationOf(expectation: Expectation): string {
  switch (expectation.kind) {
    case "expect-finding": {
      const { rule, code, modifiers, when } = expectation;
      return `expect ${rule.text} on ${billedOf(code, modifiers)} ${whenOf(when)}`;
    }
    case "expect-no":
      return `expect no ${expectation.rule.text}`;
    case "expect-nothing":
      return `expect ${expectation.words}`;
  }
}

/** `test "title"` */
export function testHeadOf({ title }: TestDeclaration): string {
  return `test ${textOf(title)}`;
}
