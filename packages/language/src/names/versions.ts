/**
 * A rule's versions: as written, and as each override makes it. In a version, an override's clauses stand in place of the
 * rule's own of the same kind (`language.md` section 4, Overrides). Checks and lowering look at versions, so that an
 * override is held to the same laws as a rule.
 */
import type {
  BecauseClause,
  Clause,
  EffectiveClause,
  ForClause,
  InClause,
  OutcomeClause,
  OverrideDeclaration,
  RowsClause,
  Statement,
  SuggestClause,
  UnlessClause,
  WaiveDeclaration,
  WhenClause,
} from "../ast/nodes.js";
import type { Source } from "../source/source.js";
import type { Book, RuleParts } from "./book.js";
import type { Placed } from "./declared.js";
import type { TableFacts } from "./tables.js";

/** One clause of each kind, with the source that it stands in; `because` may repeat. */
export interface ClauseGroup {
  readonly for: Placed<ForClause> | null;
  readonly in: Placed<InClause> | null;
  readonly rows: Placed<RowsClause> | null;
  readonly effective: Placed<EffectiveClause> | null;
  readonly because: readonly Placed<BecauseClause>[];
  readonly statement: Placed<Statement> | null;
  readonly when: Placed<WhenClause> | null;
  readonly unless: Placed<UnlessClause> | null;
  readonly outcome: Placed<OutcomeClause> | null;
  readonly suggest: Placed<SuggestClause> | null;
}

export interface RuleVersion {
  readonly parts: RuleParts;
  readonly override: Placed<OverrideDeclaration> | null;
  readonly clauses: ClauseGroup;
}

// Parts of a rule are never changed.
const versionsOfParts = new WeakMap<RuleParts, readonly RuleVersion[]>();

/** The rule as written, then as each override has it. */
export function versionsOf(parts: RuleParts): readonly RuleVersion[] {
  const known = versionsOfParts.get(parts);
  if (known !== undefined) return known;
  const versions = findVersions(parts);
  versionsOfParts.set(parts, versions);
  return versions;
}

function findVersions(parts: RuleParts): readonly RuleVersion[] {
  const own = groupClauses(parts.rule.source, parts.rule.node.clauses);
  return [
    { parts, override: null, clauses: own },
    ...parts.overrides.map((override) => ({ parts, override, clauses: merged(own, clausesOf(override)) })),
  ];
}

/** The clauses that an override or a waiver writes itself. */
export function clausesOf({ source, node }: Placed<OverrideDeclaration | WaiveDeclaration>): ClauseGroup {
  return groupClauses(source, node.clauses);
}

/** Whether a clause is a statement. */
export function isStatement(clause: Clause): clause is Statement {
  switch (clause.kind) {
    case "bundle":
    case "forbid":
    case "requires":
    case "sequence":
    case "limit":
    case "expect":
    case "replace":
      return true;
    default:
      return false;
  }
}

/** The table whose rows a version reads; null where it reads none, "unknown" where its name is. */
export function tableOf(book: Book, { clauses }: RuleVersion): TableFacts | "unknown" | null {
  return clauses.rows === null ? null : (book.tables.get(clauses.rows.node.table.text) ?? "unknown");
}

// Of a kind that is written twice the first counts; the second is reported.
function groupClauses(source: Source, clauses: readonly Clause[]): ClauseGroup {
  const of = <K extends Clause["kind"]>(kind: K): Placed<Extract<Clause, { readonly kind: K }>> | null => {
    for (const node of clauses) if (isOfKind(node, kind)) return { source, node };
    return null;
  };
  const statement = clauses.find(isStatement);
  return {
    for: of("for"),
    in: of("in"),
    rows: of("rows"),
    effective: of("effective"),
    because: clauses.flatMap((node) => (node.kind === "because" ? [{ source, node }] : [])),
    statement: statement === undefined ? null : { source, node: statement },
    when: of("when"),
    unless: of("unless"),
    outcome: of("outcome"),
    suggest: of("suggest"),
  };
}

function isOfKind<K extends Clause["kind"]>(node: Clause, kind: K): node is Extract<Clause, { readonly kind: K }> {
  return node.kind === kind;
}

function merged(own: ClauseGroup, over: ClauseGroup): ClauseGroup {
  return {
    for: over.for ?? own.for,
    in: over.in ?? own.in,
    rows: over.rows ?? own.rows,
    effective: over.effective ?? own.effective,
    because: over.because.length > 0 ? over.because : own.because,
    statement: over.statement ?? own.statement,
    when: over.when ?? own.when,
    unless: over.unless ?? own.unless,
    outcome: over.outcome ?? own.outcome,
    suggest: over.suggest ?? own.suggest,
  };
}
