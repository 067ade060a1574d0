/** The mentions of a test: the fields and codes of its lines, and the rules that it expects. */
import type { FieldSetting, TestDeclaration, Word } from "../../ast/nodes.js";
import type { Source } from "../../source/source.js";
import type { Take } from "./mention.js";
import { mentionsOfValue } from "./of-condition.js";

/** Takes what a test mentions. */
export function mentionsOfTest(source: Source, test: TestDeclaration, take: Take): void {
  for (const setting of test.given) ofSetting(source, setting, take);
  for (const line of test.lines) {
    ofBilled(line, take);
    for (const setting of line.fields) ofSetting(source, setting, take);
  }
  for (const expectation of test.expectations) {
    if (expectation.kind === "expect-nothing") continue;
    take(expectation.rule, expectation.rule.text, { kind: "name" });
    if (expectation.kind === "expect-finding") ofBilled(expectation, take);
  }
}

function ofBilled({ code, modifiers }: { code: Word; modifiers: readonly Word[] }, take: Take): void {
  take(code, code.text, { kind: "item", of: "codes" });
  for (const modifier of modifiers) take(modifier, modifier.text, { kind: "item", of: "modifiers" });
}

function ofSetting(source: Source, { field, values }: FieldSetting, take: Take): void {
  take(field, field.text, { kind: "field" });
  // A test reads no rows; what is written so all the same is of no rule.
  const place = { source, rows: { kind: "rule", name: "" } } as const;
  for (const value of values) mentionsOfValue(place, field, value, true, take);
}
