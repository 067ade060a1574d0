/** Random cells for the columns of the tables; some are empty. */
import type { Cell, ColumnType } from "@edict/rulebook";
import type { Arbitrary } from "fast-check";
import { date, oneOf, orNull } from "./plain.js";
import { codes, diagnoses, modifiers } from "./vocabulary.js";

/** A cell of a column. */
export function cell({ name, type }: { readonly name: string; readonly type: ColumnType }): Arbitrary<Cell> {
  switch (type) {
    case "code":
      return orNull<Cell>(oneOf(codes), 8);
    case "date":
      return orNull<Cell>(date, 30);
    case "diagnosis":
      return orNull<Cell>(oneOf(diagnoses), 15);
    case "number":
      return orNull<Cell>(oneOf(name === "every" ? [1, 2, 0.3, 1] : [0, 1, 2, 9]), 10);
    case "text":
      return orNull<Cell>(oneOf(texts.get(name) ?? ["x"]), 15);
  }
}

const texts = new Map<string, readonly string[]>([
  ["payer", ["Medicare", "government", "mcr", "AETNA*", "bcbs"]],
  ["setting", ["hospital", "FREESTANDING", "elsewhere"]],
  ["bill", ["13", "013", "8"]],
  ["site", ["prostate", "5", "A"]],
  ["modifier", modifiers],
]);
