/** Which field the value at a caret is of, and whether a text, a date or an amount can be one of its values. */
import type { FieldFacts } from "../../names/fields.js";
import { fieldNamed } from "../../names/fields.js";
import type { ExpectedShape } from "../../syntax/expected/expected-at.js";
import type { Situation } from "./situation.js";

/** A text, a date or an amount as the value of a field: only of one that has such values. */
export function fits(situation: Situation, { shape, path }: ExpectedShape): boolean {
  const ofField = path.includes("value") || path.includes("comparedWith");
  if (!ofField || !["text", "date", "money"].includes(shape)) return !isLeftValue(path, shape);
  const facts = path.includes("comparedWith")
    ? comparedField(situation)
    : fieldNamed(situation.analysis.book.declared, fieldBefore(situation, path.includes("fieldSetting")));
  if (facts === null) return path.includes("comparedWith");
  switch (shape) {
    case "text":
      return facts.type === "text" && (facts.holds === "plain" || facts.holds === "payers");
    case "date":
      return facts.type === "date";
    default:
      return facts.name === "amount";
  }
}

/** The field on the left of the comparison at the caret. */
export function comparedField({ analysis, before }: Situation): FieldFacts | null {
  const named = before.at(-3) === "primary" ? `primary ${before.at(-2) ?? ""}` : (before.at(-2) ?? "");
  return fieldNamed(analysis.book.declared, named);
}

/** The field whose values stand at the caret: before the last `is` or `in`; in a test, before the first of the values. */
export function fieldBefore({ before }: Situation, inTest: boolean): string {
  let at = before.length - 1;
  if (inTest) while (before[at] === ",") at -= 2;
  else at = before.findLastIndex((said) => said === "is" || said === "in") - 1;
  const said = before[at] ?? "";
  return before[at - 1] === "primary" ? `primary ${said}` : said;
}

/** On the left of a comparison stands what is asked about, and no value. */
function isLeftValue(path: readonly string[], shape: ExpectedShape["shape"]): boolean {
  return path.includes("comparisonCondition") && ["text", "date", "money"].includes(shape);
}
