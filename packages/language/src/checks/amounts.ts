/** Numbers of a statement that leave it without sense: groups of 0, at least 0, a limit that nothing can pass. */
import type { ForEvery, LimitStatement, Statement } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import { partsOf } from "../names/statement-parts.js";
import type { RuleVersion } from "../names/versions.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";

/** Reports such numbers. */
export function checkAmounts(book: Book, { clauses }: RuleVersion): void {
  const { statement } = clauses;
  if (statement === null) return;
  const { source, node } = statement;
  checkAtLeast(book, source, node);
  if (node.kind !== "limit" && node.kind !== "expect") return;
  if (node.forEvery !== null) checkRatio(book, source, node.forEvery);
  if (node.per.by.kind === "window" && node.per.by.length.count === 0) {
    book.diagnostics.push(report(declarations, "duration-of-zero", stretchOf(source, node.per.by.length), {}));
  }
  if (node.kind === "limit") checkReach(book, source, node);
}

function checkAtLeast(book: Book, source: Source, node: Statement): void {
  if (node.kind === "limit") return;
  // The first quantity of an `expect`, the only one of `forbid … with at least` and `requires at least`.
  const amount = partsOf(node).quantities[0]?.amount;
  if (amount?.kind !== "number-literal" || amount.value > 0) return;
  book.diagnostics.push(report(rules, "at-least-zero", stretchOf(source, amount), {}));
}

function checkRatio(book: Book, source: Source, { quantity, remainder }: ForEvery): void {
  const every = quantity.amount;
  if (every.kind !== "number-literal") return;
  if (every.value <= 0) {
    book.diagnostics.push(report(rules, "ratio-of-zero", stretchOf(source, every), {}));
    return;
  }
  if (remainder?.kind !== "number-literal" || (remainder.value > 0 && remainder.value < every.value)) return;
  const facts = { remainder: remainder.value, every: every.value };
  book.diagnostics.push(report(rules, "remainder-out-of-reach", stretchOf(source, remainder), facts));
}

/** One line is one line on one day, and one day is one day: such a group never has two of them. */
function checkReach(book: Book, source: Source, { quantity, forEvery, per }: LimitStatement): void {
  const { amount, measure } = quantity;
  if (forEvery !== null || amount.kind !== "number-literal" || amount.value < 1) return;
  const by = per.by.kind;
  const single = (by === "line" && measure !== "units") || (by === "day" && measure === "days");
  if (single) {
    book.diagnostics.push(report(rules, "limit-out-of-reach", stretchOf(source, quantity), { measure, by }));
  }
}
