/** Numbers of statements → amounts and allowances. */
import type { Allowance, Amount, Group } from "@edict/rulebook";
import type { ForEvery, NumberLiteral, Per, Quantity, RowReference } from "../ast/nodes.js";
import type { LoweringPlace } from "./from-codes.js";
import { fromCodes } from "./from-codes.js";
import { fieldOf } from "./from-condition.js";
import { fromDuration } from "./from-scope.js";

/** A number or a cell. */
export function fromAmount(amount: NumberLiteral | RowReference): Amount {
  return amount.kind === "number-literal"
    ? { kind: "number", value: amount.value }
    : { kind: "row", column: amount.column.text };
}

/** What is counted, as a message says it after the allowance: `1 line`, `2 lines`, `{allowed} lines`. */
export function measureWord({ amount, measure }: Quantity): string {
  return amount.kind === "number-literal" && amount.value === 1 ? measure.slice(0, -1) : measure;
}

/** `N units`, `N units for every M days of B …` */
export function fromAllowance(place: LoweringPlace, quantity: Quantity, forEvery: ForEvery | null): Allowance {
  return {
    amount: fromAmount(quantity.amount),
    forEvery:
      forEvery === null
        ? null
        : {
            amount: fromAmount(forEvery.quantity.amount),
            measure: forEvery.quantity.measure,
            lines: fromCodes(place, forEvery.codes),
            remainder: forEvery.remainder === null ? null : fromAmount(forEvery.remainder),
            atLeast: forEvery.atLeast === null ? null : fromAmount(forEvery.atLeast),
          },
  };
}

/** `per day and provider` */
export function fromPer(place: LoweringPlace, { by, and }: Per): Group {
  return { by: fromBy(by), and: [...new Set(and.map((field) => fieldOf(place, field).name))] };
}

function fromBy(by: Per["by"]): Group["by"] {
  switch (by.kind) {
    case "episode":
      return { kind: "episode", episode: by.episode.text };
    case "window":
      return { kind: "window", length: fromDuration(by.length) };
    default:
      return { kind: by.kind };
  }
}
