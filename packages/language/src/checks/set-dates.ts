/** Sets that hold no code on any date on which the rule does: a dated set against `effective`. */
import type { CodeExpression, Statement } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import { daysOfEffective } from "../names/reach.js";
import type { ResolvedSet } from "../names/sets/items.js";
import { setsOf } from "../names/codes-of.js";
import { resolveItem, resolveItems } from "../names/sets/items.js";
import type { Days } from "../names/sets/settle.js";
import { sharedDays } from "../names/sets/settle.js";
import { partsOf } from "../names/statement-parts.js";
import type { RuleVersion } from "../names/versions.js";
import { onOneLine, stretchOf } from "../source/source.js";

/** Reports such sets. */
export function checkSetDates(book: Book, { clauses }: RuleVersion): void {
  const { statement, effective } = clauses;
  if (statement === null) return;
  const days = daysOfEffective(effective);
  if (days.from > days.until) return;
  const parts = partsOf(statement.node);
  for (const [index, codes] of parts.codes.entries()) {
    // A companion may lie before or after the dates of the rule; only the subject's date is bound by them.
    const own = isSubject(statement.node, index) ? days : everyDay;
    if (hasCodes(book, codes, own)) continue;
    const { source } = statement;
    const seen = onOneLine(source, codes);
    book.diagnostics.push(report(rules, "set-out-of-dates", stretchOf(source, codes), { codes: seen }));
  }
}

const everyDay: Days = daysOfEffective(null);

// In a sequence every set but the opening one holds subjects.
function isSubject(statement: Statement, index: number): boolean {
  return statement.kind === "sequence" ? index > 0 : index === 0;
}

/** True where some code is chosen on some of the days, or where that cannot be told. */
function hasCodes(book: Book, { any, items, except }: CodeExpression, days: Days): boolean {
  if (any || [...items, ...except].some(({ value }) => value.kind === "row-reference")) return true;
  const lookup = setsOf(book, "codes");
  const onDays = (set: ResolvedSet): boolean =>
    !set.sure || set.blocks.some((block) => sharedDays(block, days) !== null);
  const isEmpty = (name: string): boolean => lookup(name)?.blocks.length === 0;
  // A set that is empty altogether is reported where it is declared.
  if (items.some(({ value }) => value.kind === "word" && isEmpty(value.text))) return true;
  // Taking sets apart costs more than looking through them, and few rules say `except`.
  if (except.length === 0) return items.some((item) => onDays(resolveItem("codes", item, lookup)));
  return onDays(resolveItems("codes", items, except, lookup));
}
