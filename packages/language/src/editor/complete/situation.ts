/** What is known of the place of a caret besides the grammar: the declaration around it and what it has already. */
import type { Analysis } from "../../analyse.js";
import type { Clause, Declaration, Statement } from "../../ast/nodes.js";
import type { TableFacts } from "../../names/tables.js";
import { isStatement } from "../../names/versions.js";
import type { Source } from "../../source/source.js";
import type { Caret } from "../../syntax/expected/caret.js";
import { caretAt } from "../../syntax/expected/caret.js";
import type { Expectations } from "../../syntax/expected/expected-at.js";
import { expectedAt } from "../../syntax/expected/expected-at.js";
import { startBefore } from "../declaration-at.js";

/** The clauses of a rule as far as each may stand once, in the contract's order. */
export const clauseKinds = [
  "for",
  "in",
  "rows",
  "effective",
  "because",
  "statement",
  "when",
  "unless",
  "outcome",
  "suggest",
] as const;

export type ClauseKind = (typeof clauseKinds)[number];

export interface Situation extends Expectations {
  readonly analysis: Analysis;
  readonly source: Source;
  readonly caret: Caret;
  /** The words before the caret in the declaration, the nearest last. */
  readonly before: readonly string[];
  /** The declaration around the caret as far as it could be read. */
  readonly declaration: Declaration | null;
  /** Clauses that stand before the caret, and those that stand anywhere. */
  readonly earlier: ReadonlySet<ClauseKind>;
  readonly written: ReadonlySet<ClauseKind>;
  readonly statement: Statement | null;
  /** The table of the rule or of the row that is required, whose columns `row.` gives. */
  readonly table: TableFacts | null;
}

/** Looks at the place of a caret; null where the file is not in the rulebook. */
export function situationAt(analysis: Analysis, path: string, offset: number): Situation | null {
  const file = analysis.files.get(path);
  if (file === undefined) return null;
  const { source } = file;
  const caret = caretAt(source, startBefore(file, offset), offset);
  const expectations =
    caret.within === "comment" ? { expected: [], whole: false, parts: [] } : expectedAt(source, caret);
  const start = caret.from + (caret.tokens[0]?.startOffset ?? -1);
  const declaration = file.node.declarations.find((one) => one.start === start) ?? null;
  const clauses = clausesOf(declaration).filter((clause) => clause.start !== caret.word.start);
  const earlier = new Set(expectations.parts.flatMap((at) => kindAt(source, at)));
  const statement = clauses.find(isStatement) ?? ruleOf(analysis, declaration).find(isStatement) ?? null;
  const before = caret.tokens.map(({ image }) => image);
  return {
    ...expectations,
    analysis,
    source,
    caret,
    before,
    declaration,
    earlier,
    written: new Set([...earlier, ...clauses.map(kindOf)]),
    statement,
    table: tableAt(analysis, before, [...clauses, ...ruleOf(analysis, declaration)]),
  };
}

function clausesOf(declaration: Declaration | null): readonly Clause[] {
  switch (declaration?.kind) {
    case "rule":
    case "override":
    case "waive":
      return declaration.clauses;
    default:
      return [];
  }
}

/** The clauses of the rule that an override or a waiver changes. */
function ruleOf(analysis: Analysis, declaration: Declaration | null): readonly Clause[] {
  if (declaration?.kind !== "override" && declaration?.kind !== "waive") return [];
  const rule = analysis.book.declared.get(declaration.rule.text)?.node;
  return rule?.kind === "rule" ? rule.clauses : [];
}

function kindOf(clause: Clause): ClauseKind {
  return isStatement(clause) ? "statement" : clause.kind;
}

const kindsByWord: ReadonlyMap<string, ClauseKind> = new Map<string, ClauseKind>([
  ["for", "for"],
  ["in", "in"],
  ["effective", "effective"],
  ["because", "because"],
  ["when", "when"],
  ["unless", "unless"],
  ["suggest", "suggest"],
  ...(["deny", "hold", "review", "advise"] as const).map((said) => [said, "outcome"] as const),
  ...(["bundle", "forbid", "each", "first", "last", "sequence", "limit", "expect", "replace"] as const).map(
    (said) => [said, "statement"] as const,
  ),
]);

/** The kind of the clause that starts at an offset. */
function kindAt(source: Source, at: number): readonly ClauseKind[] {
  const [said = "", next] = source.text.slice(at, at + 200).match(/[a-z]+/g) ?? [];
  const kind = kindsByWord.get(said);
  if (kind === undefined) return [];
  return [kind === "for" && next === "each" ? "rows" : kind];
}

/** `requires a row of TABLE` right before, else `for each row of TABLE` of the rule. */
function tableAt(analysis: Analysis, before: readonly string[], clauses: readonly Clause[]): TableFacts | null {
  // The days of a list are columns of its own.
  if (before[0] === "table") return analysis.book.tables.get(before[1] ?? "") ?? null;
  const required = before.findLastIndex((said, at) => said === "row" && before[at - 1] === "a");
  const own = required >= 0 && before[required + 1] === "of" ? before[required + 2] : undefined;
  const rows = before.findLastIndex((said, at) => said === "row" && before[at - 1] === "each");
  const written = rows >= 0 ? before[rows + 2] : undefined;
  const clause = clauses.find((one) => one.kind === "rows");
  const name = own ?? written ?? (clause?.kind === "rows" ? clause.table.text : undefined);
  return name === undefined ? null : (analysis.book.tables.get(name) ?? null);
}
