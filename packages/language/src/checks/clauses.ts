/** What a rule must have, and what it may have once (`language.md` section 4). */
import type { Clause, RuleDeclaration } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book, RuleParts } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import { isStatement } from "../names/versions.js";
import { stretchOf } from "../source/source.js";

/** Reports clauses that a rule lacks and clauses that stand twice, in the rule and in what changes it. */
export function checkClauses(book: Book, { rule, overrides, waivers }: RuleParts): void {
  checkPresence(book, rule);
  for (const { source, node } of [rule, ...overrides, ...waivers]) {
    const firsts = new Map<string, Clause>();
    for (const clause of node.clauses) {
      const word = isStatement(clause) ? "statement" : wordOf(clause);
      const at = stretchOf(source, clause);
      if (node.kind === "waive" && !mayWaive.has(clause.kind)) {
        book.diagnostics.push(report(rules, "clause-in-a-waiver", at, { clause: word }));
        continue;
      }
      const first = firsts.get(word);
      if (first === undefined || clause.kind === "because") {
        firsts.set(word, clause);
        continue;
      }
      const related = [{ at: stretchOf(source, first), text: "the first stands here" }];
      const diagnostic = isStatement(clause)
        ? report(rules, "two-statements", at, {}, { related })
        : report(rules, "clause-twice", at, { clause: word }, { related });
      book.diagnostics.push(diagnostic);
    }
  }
}

const mayWaive: ReadonlySet<string> = new Set(["for", "in", "effective", "because"]);

function checkPresence(book: Book, { source, node }: Placed<RuleDeclaration>): void {
  // What could not be read may have been the very clause that seems to be missing.
  if (node.broken) return;
  const has = (kind: Clause["kind"]): boolean => node.clauses.some((clause) => clause.kind === kind);
  const at = stretchOf(source, node.name);
  if (!node.clauses.some(isStatement)) book.diagnostics.push(report(rules, "missing-statement", at, {}));
  if (!has("outcome")) book.diagnostics.push(report(rules, "missing-outcome", at, {}));
  if (!has("because")) book.diagnostics.push(report(rules, "missing-because", at, {}));
  if (!has("effective")) book.diagnostics.push(report(rules, "missing-effective", at, {}));
}

function wordOf(clause: Clause): string {
  switch (clause.kind) {
    case "rows":
      return "for each row of";
    case "outcome":
      return "outcome";
    default:
      return clause.kind;
  }
}
