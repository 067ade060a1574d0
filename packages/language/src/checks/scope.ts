/** Scope words: there must be some, one episode at most, and directions that nobody can take the wrong way round. */
import type { Statement, WindowScope } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import { partsOf } from "../names/statement-parts.js";
import type { RuleVersion } from "../names/versions.js";
import { stretchOf } from "../source/source.js";

/** Reports a statement without a scope, with two episodes, or with a direction of the other kind of statement. */
export function checkScope(book: Book, { clauses }: RuleVersion): void {
  const { statement } = clauses;
  if (statement === null) return;
  const { source, node } = statement;
  const parts = partsOf(node);
  if (parts.needsScope && parts.scopes.length === 0) {
    const last = parts.codes.at(-1) ?? node;
    book.diagnostics.push(report(rules, "missing-scope", stretchOf(source, last), {}));
  }
  const episodes = parts.scopes.filter((scope) => scope.kind === "same-episode");
  for (const scope of episodes.slice(1)) {
    const first = episodes[0] ?? scope;
    const related = [{ at: stretchOf(source, first), text: "the first stands here" }];
    book.diagnostics.push(report(rules, "two-episodes", stretchOf(source, scope), {}, { related }));
  }
  for (const scope of parts.scopes)
    if (scope.kind === "window") checkDirection(book, { source, node }, scope, parts.pair);
}

/**
 * After `requires`, `before` and `after` say where the companion stands. After `bundle … into` and `forbid … with` they
 * could mean either set, so `that follows` and `that precedes` stand there, which speak of the second one.
 */
function checkDirection(book: Book, statement: Placed<Statement>, scope: WindowScope, pair: boolean): void {
  const { word } = scope;
  const fits =
    word === null || (pair ? word === "follows" || word === "precedes" : word === "before" || word === "after");
  if (fits) return;
  const { source } = statement;
  const within = scope.within === null ? null : source.text.slice(scope.within.start, scope.within.end);
  const wordings = pair
    ? ["that precedes", "that follows"].map((words) => (within === null ? words : `${words} ${within}`))
    : ["before", "after"].map((words) => (within === null ? words : `${within} ${words}`));
  // The reading that is nearer to what was written stands first.
  if (word === "after" || word === "follows") wordings.reverse();
  const at = stretchOf(source, scope);
  const fixes = wordings.map((text) => ({ title: `write ${text}`, edits: [{ at, text }] }));
  const said = word === "before" || word === "after" ? word : `that ${word}`;
  book.diagnostics.push(report(rules, "unclear-direction", at, { word: said, instead: wordings }, { fixes }));
}
