/** Windows of days: a window that is none, and several that no day can be in at once. */
import type { ScopeWord, SequenceStatement, Within } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import { partsOf } from "../names/statement-parts.js";
import type { RuleVersion } from "../names/versions.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";

/** Distances in days from the subject to its companion, negative where the companion comes first. */
interface Distances {
  readonly least: number;
  readonly most: number;
}

/** Reports windows that can never hold. */
export function checkWindows(book: Book, { clauses }: RuleVersion): void {
  const { statement } = clauses;
  if (statement === null) return;
  const { source, node } = statement;
  if (node.kind === "sequence") return checkLinks(book, source, node);
  const { scopes } = partsOf(node);
  let sound = true;
  for (const scope of scopes) {
    if (scope.kind === "window" && scope.within !== null) sound = checkWithin(book, source, scope.within) && sound;
  }
  if (!sound) return;
  let possible: readonly Distances[] = [{ least: -Infinity, most: Infinity }];
  for (const scope of scopes) {
    const allowed = distancesOf(scope);
    if (allowed === null) continue;
    possible = merged(possible.flatMap((one) => allowed.flatMap((other) => shared(one, other))));
    if (possible.length > 0) continue;
    const windows = scopes.filter((other) => distancesOf(other) !== null && other !== scope);
    const related = windows
      .slice(0, 1)
      .map((other) => ({ at: stretchOf(source, other), text: "this window lies elsewhere" }));
    book.diagnostics.push(report(rules, "scope-never-holds", stretchOf(source, scope), {}, { related }));
    return;
  }
}

function checkLinks(book: Book, source: Source, { links }: SequenceStatement): void {
  for (const { within } of links) if (within !== null) checkWithin(book, source, within);
}

function checkWithin(book: Book, source: Source, within: Within): boolean {
  const { min, max } = within;
  const at = stretchOf(source, within);
  if (min !== null && min > max.count) {
    const swapped = `within ${max.count} to ${min} ${max.unit}`;
    const fixes = [{ title: `write ${swapped}`, edits: [{ at, text: swapped }] }];
    book.diagnostics.push(report(rules, "window-backwards", at, { min, max: max.count, unit: max.unit }, { fixes }));
    return false;
  }
  if (max.count === 0) book.diagnostics.push(report(rules, "window-of-zero", at, {}));
  return true;
}

/** The same distances without overlaps: else each window that looks both ways would double their number. */
function merged(distances: readonly Distances[]): readonly Distances[] {
  const apart: Distances[] = [];
  for (const one of [...distances].sort((a, b) => a.least - b.least || a.most - b.most)) {
    const last = apart.at(-1);
    if (last === undefined || one.least > last.most) apart.push(one);
    else apart[apart.length - 1] = { least: last.least, most: Math.max(last.most, one.most) };
  }
  return apart;
}

/** The distances that a scope word allows, as wide as months and years can make them; null for one without dates. */
function distancesOf(scope: ScopeWord): readonly Distances[] | null {
  if (scope.kind === "same-day") return [{ least: 0, most: 0 }];
  if (scope.kind !== "window") return null;
  const least = scope.within === null ? 0 : shortest(scope.within.min ?? 0, scope.within.max.unit);
  const most = scope.within === null ? Infinity : longest(scope.within.max.count, scope.within.max.unit);
  const after = { least, most };
  const before = { least: -most, most: -least };
  switch (scope.word) {
    case "after":
    case "follows":
      return [after];
    case "before":
    case "precedes":
      return [before];
    case null:
      return [before, after];
  }
}

function shared(one: Distances, other: Distances): readonly Distances[] {
  const least = Math.max(one.least, other.least);
  const most = Math.min(one.most, other.most);
  return least <= most ? [{ least, most }] : [];
}

type Unit = Within["max"]["unit"];
const shortestUnit: { readonly [U in Unit]: number } = { days: 1, weeks: 7, months: 28, years: 365 };
const longestUnit: { readonly [U in Unit]: number } = { days: 1, weeks: 7, months: 31, years: 366 };

function shortest(count: number, unit: Unit): number {
  return count * shortestUnit[unit];
}

function longest(count: number, unit: Unit): number {
  return count * longestUnit[unit];
}
