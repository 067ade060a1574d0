/** `effective`: dates that run forwards, and columns of dates. */
import type { EffectiveClause } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import { daysOfEffective } from "../names/reach.js";
import type { RuleVersion } from "../names/versions.js";
import { tableOf } from "../names/versions.js";
import { stretchOf } from "../source/source.js";
import { checkColumn } from "./columns.js";

/** Reports what is wrong with when a version holds. */
export function checkEffective(book: Book, version: RuleVersion): void {
  const { effective } = version.clauses;
  if (effective === null) return;
  checkOrder(book, effective);
  for (const bound of [effective.node.from, effective.node.to]) {
    if (bound?.kind !== "row-reference") continue;
    checkColumn(book, effective.source, bound, tableOf(book, version), ["date"], "dates");
  }
}

/** Reports dates of a reach that run backwards, or that a table's row would have to say. */
export function checkReachDates(book: Book, effective: Placed<EffectiveClause> | null): void {
  if (effective === null) return;
  checkOrder(book, effective);
  const row = [effective.node.from, effective.node.to].find((bound) => bound?.kind === "row-reference");
  if (row !== undefined && row !== null)
    book.diagnostics.push(report(rules, "row-in-a-reach", stretchOf(effective.source, row), {}));
}

function checkOrder(book: Book, effective: Placed<EffectiveClause>): void {
  const { from, to } = effective.node;
  if (from?.kind !== "date-literal" || to?.kind !== "date-literal") return;
  const days = daysOfEffective(effective);
  if (days.from <= days.until) return;
  const at = stretchOf(effective.source, { start: from.start, end: to.end });
  const swapped = `${to.text} to ${from.text}`;
  const fixes = [{ title: `write ${swapped}`, edits: [{ at, text: swapped }] }];
  book.diagnostics.push(report(rules, "effective-backwards", at, { from: from.text, to: to.text }, { fixes }));
}
