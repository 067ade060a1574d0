/**
 * Overrides and waivers: whom they reach, whether they change anything, and that no two reach one line (ruling 12 of
 * `language.md` section 8: no order between rules, so none between overrides).
 */
import type { OverrideDeclaration, WaiveDeclaration } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book, RuleParts } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import type { ReachFacts } from "../names/reach.js";
import { reachOf, sharedLine } from "../names/reach.js";
import type { ClauseGroup } from "../names/versions.js";
import { clausesOf, versionsOf } from "../names/versions.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkReachDates } from "./effective.js";
import { checkReach } from "./references.js";
import { checkName } from "./words.js";

type Change = Placed<OverrideDeclaration | WaiveDeclaration>;

/** A change with its reach; null where a name in it is unknown. */
interface Reached {
  readonly change: Change;
  readonly reach: ReachFacts | null;
}

/** Reports an override or a waiver of no rule. */
export function checkChangedRule(book: Book, source: Source, { rule }: OverrideDeclaration | WaiveDeclaration): void {
  checkName(book, source, rule, ["rule"], "a rule");
}

/** Reports what is wrong with the overrides and waivers of one rule. */
export function checkOverrides(book: Book, parts: RuleParts): void {
  const changes: Change[] = [...parts.overrides, ...parts.waivers];
  if (changes.length === 0) return;
  const rule = parts.rule.node.name.text;
  const reached = changes.map((change): Reached => {
    const clauses = clausesOf(change);
    checkReachDates(book, clauses.effective);
    if (change.node.kind === "waive") checkReach(book, clauses);
    checkEffect(book, parts, change, clauses);
    return { change, reach: reachOf(book, clauses) };
  });
  for (const [index, second] of reached.entries()) checkOverlap(book, rule, reached, index, second);
  for (const one of reached) if (one.change.node.kind === "waive") checkWaived(book, parts, one);
}

function isEverywhere({ for: payers, in: settings, effective }: ClauseGroup): boolean {
  return payers === null && settings === null && effective === null;
}

function checkEffect(book: Book, parts: RuleParts, { source, node }: Change, clauses: ClauseGroup): void {
  if (node.broken) return;
  const facts = { rule: node.rule.text };
  const at = stretchOf(source, node.rule);
  if (isEverywhere(clauses)) {
    const code = node.kind === "override" ? "override-without-reach" : "waiver-without-reach";
    book.diagnostics.push(report(rules, code, at, facts));
  }
  if (node.kind === "override" && changesNothing(parts, clauses)) {
    book.diagnostics.push(report(rules, "override-changes-nothing", at, facts));
  }
}

/** Only a reach, and of kinds that do not bound the rule itself: there the rule holds as it is. */
function changesNothing({ rule }: RuleParts, clauses: ClauseGroup): boolean {
  const { statement, when, unless, outcome, suggest, rows, because } = clauses;
  if ([statement, when, unless, outcome, suggest, rows].some((clause) => clause !== null) || because.length > 0)
    return false;
  const own = rule.node.clauses.map(({ kind }) => kind);
  const bounds = ["for", "in", "effective"] as const;
  return !bounds.some((kind) => clauses[kind] !== null && own.includes(kind));
}

/** Reports the first change that the change at `index` overlaps: all of them would be told at the same place. */
function checkOverlap(book: Book, rule: string, reached: readonly Reached[], index: number, second: Reached): void {
  if (second.reach === null) return;
  for (const [place, { change: first, reach }] of reached.entries()) {
    if (place >= index) return;
    // Two waivers turn the rule off once.
    if (reach === null || (first.node.kind === "waive" && second.change.node.kind === "waive")) continue;
    const example = sharedLine(book, reach, second.reach);
    if (example === null) continue;
    const what = first.node.kind === second.change.node.kind ? "two overrides" : "an override and a waiver";
    const related = [{ at: stretchOf(first.source, first.node), text: "the other stands here" }];
    const at = stretchOf(second.change.source, second.change.node.rule);
    book.diagnostics.push(report(rules, "overrides-overlap", at, { rule, what, example }, { related }));
    return;
  }
}

/** A waiver of lines that neither the rule nor an override reaches. */
function checkWaived(book: Book, parts: RuleParts, { change: { source, node }, reach }: Reached): void {
  if (reach === null || node.broken || parts.rule.node.broken) return;
  for (const version of versionsOf(parts)) {
    const own = reachOf(book, version.clauses);
    if (own === null || sharedLine(book, own, reach) !== null) return;
  }
  book.diagnostics.push(
    report(rules, "waiver-changes-nothing", stretchOf(source, node.rule), { rule: node.rule.text }),
  );
}
