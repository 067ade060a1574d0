/** Statements as text. */
import type {
  CodeExpression,
  ForEvery,
  Per,
  Quantity,
  RequiresStatement,
  ScopeWord,
  SequenceLink,
  Statement,
} from "../ast/nodes.js";
import { codesOf } from "./codes.js";
import { conditionOf } from "./conditions.js";
import { scopesOf, withinOf } from "./scopes.js";
import { amountOf, durationOf, joined, rowOf } from "./words.js";

/** `bundle Simulation into 77301 that follows within 30 days` */
export function statementOf(statement: Statement): string {
  const { subject } = "subject" in statement ? statement : { subject: statement.opening };
  const codes = codesOf(subject);
  switch (statement.kind) {
    case "bundle":
      return joined("bundle", codes, "into", codesOf(statement.into), scopesOf(statement.scopes));
    case "forbid":
      return joined("forbid", codes, statement.with && `with ${companionOf(statement.with)}`);
    case "requires":
      return joined(statement.pick, codes, "requires", requiredOf(statement.requires));
    case "sequence":
      return joined(
        `sequence ${[codes, ...statement.links.map(linkOf)].join(", ")}`,
        statement.episode && `in the same ${statement.episode.text}`,
      );
    case "limit": {
      const { quantity, forEvery, per, allLines } = statement;
      const all = allLines ? "all lines" : null;
      return joined("limit", codes, "to", quantityOf(quantity), forEvery && ratioOf(forEvery), perOf(per), all);
    }
    case "expect": {
      const { quantity, forEvery, per } = statement;
      return joined("expect", codes, "at least", quantityOf(quantity), forEvery && ratioOf(forEvery), perOf(per));
    }
    case "replace":
      return joined(
        "replace",
        codes,
        "with",
        statement.with.kind === "word" ? statement.with.text : rowOf(statement.with),
      );
  }
}

interface Companion {
  readonly atLeast: Quantity | null;
  readonly codes: CodeExpression;
  readonly scopes: readonly ScopeWord[];
}

function companionOf({ atLeast, codes, scopes }: Companion): string {
  return joined(atLeast && `at least ${quantityOf(atLeast)} of`, codesOf(codes), scopesOf(scopes));
}

function requiredOf(required: RequiresStatement["requires"]): string {
  switch (required.kind) {
    case "companion":
      return companionOf(required);
    case "condition":
      return conditionOf(required.condition);
    case "row":
      return `a row of ${required.table.text} where ${conditionOf(required.condition)}`;
  }
}

function linkOf({ pick, codes, within }: SequenceLink): string {
  return joined("then", pick === "first" ? "first" : null, codesOf(codes), within && withinOf(within));
}

function quantityOf({ amount, measure }: Quantity): string {
  const isOne = amount.kind === "number-literal" && amount.value === 1;
  return `${amountOf(amount)} ${isOne ? measure.slice(0, -1) : measure}`;
}

function ratioOf({ quantity, codes, remainder, atLeast }: ForEvery): string {
  return joined(
    `for every ${quantityOf(quantity)} of ${codesOf(codes)}`,
    remainder && `counting a remainder of ${amountOf(remainder)} or more`,
    atLeast && `but at least ${amountOf(atLeast)}`,
  );
}

/** `per Course and provider` */
export function perOf({ by, and }: Per): string {
  const group = by.kind === "episode" ? by.episode.text : by.kind === "window" ? durationOf(by.length) : by.kind;
  return joined(`per ${group}`, ...and.map(({ text }) => `and ${text}`));
}
