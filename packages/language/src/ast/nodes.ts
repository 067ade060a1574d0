/**
 * The syntax tree of an `.edict` file: plain readonly data, tagged by `kind` in the language's own words, without
 * parents and without meaning. Words are kept as they are written; which set or field they mean is for `names`.
 * A hole that the parser could not read is `null` where the type says so, and later stages pass over it in silence:
 * the parser has reported it.
 */
import type { FieldType } from "@edict/rulebook";

/** Offsets in UTF-16 units from 0; `end` is past the last one. */
export interface Node {
  readonly start: number;
  readonly end: number;
}

/** A name where it is declared. */
export interface DeclaringName extends Node {
  readonly kind: "declaring-name";
  readonly text: string;
}

/** A name where it is used. */
export interface NameReference extends Node {
  readonly kind: "name-reference";
  readonly text: string;
}

/** `"in double quotes"`; `text` has its escapes worked out. */
export interface TextLiteral extends Node {
  readonly kind: "text-literal";
  readonly text: string;
}

/** `2026-03-02`; `text` is a date of the calendar, or the parser has reported it. */
export interface DateLiteral extends Node {
  readonly kind: "date-literal";
  readonly text: string;
}

/** `4`, `2.5`, or `$5,000` with `money` true. */
export interface NumberLiteral extends Node {
  readonly kind: "number-literal";
  readonly value: number;
  readonly money: boolean;
}

/** `60 days`, `1 year`. */
export interface DurationLiteral extends Node {
  readonly kind: "duration-literal";
  readonly count: number;
  readonly unit: "days" | "weeks" | "months" | "years";
}

/** `row.column2` */
export interface RowReference extends Node {
  readonly kind: "row-reference";
  /** The column's name, with its own place. */
  readonly column: NameReference;
}

/** A word whose kind depends on where it stands: a code, a diagnosis, a modifier, digits, a name. */
export interface Word extends Node {
  readonly kind: "word";
  readonly text: string;
}

/** `FIRST..LAST` */
export interface RangeLiteral extends Node {
  readonly kind: "range-literal";
  readonly first: Word;
  readonly last: Word;
}

// ── Sets ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One item of a set: a code (diagnosis, modifier), a range, the name of a set, or `row.column`; `from` and `until` bound it in time. */
export interface SetItem extends Node {
  readonly kind: "set-item";
  readonly value: Word | RangeLiteral | RowReference;
  readonly from: DateLiteral | null;
  readonly until: DateLiteral | null;
}

/** A list of items, less those after `except`. */
export interface SetExpression extends Node {
  readonly kind: "set-expression";
  readonly items: readonly SetItem[];
  readonly except: readonly SetItem[];
}

/** The A or B of a statement: `Simulation`, `77427 having modifier is 26`, `any code except X`. `any` has no items. */
export interface CodeExpression extends Node {
  readonly kind: "code-expression";
  readonly any: boolean;
  readonly items: readonly SetItem[];
  readonly except: readonly SetItem[];
  readonly having: Condition | null;
}

// ── Declarations ────────────────────────────────────────────────────────────────────────────────────────────────────

export type Declaration =
  | UseDeclaration
  | CodesDeclaration
  | DiagnosesDeclaration
  | ModifiersDeclaration
  | PayerDeclaration
  | PayersDeclaration
  | SettingDeclaration
  | FieldDeclaration
  | EpisodeDeclaration
  | AuthorityDeclaration
  | TableDeclaration
  | LayoutDeclaration
  | RuleDeclaration
  | OverrideDeclaration
  | WaiveDeclaration
  | TestDeclaration;

/** One file: its declarations in order. */
export interface FileNode extends Node {
  readonly kind: "file";
  readonly declarations: readonly Declaration[];
}

interface Documented extends Node {
  /** The comment lines directly above, without their signs, or null. */
  readonly doc: string | null;
  /** A part of it could not be read and was reported; what could be read is there. */
  readonly broken: boolean;
}

/** `use "../codes"` */
export interface UseDeclaration extends Documented {
  readonly kind: "use";
  readonly path: TextLiteral;
}

/** `codes NAME = …` */
export interface CodesDeclaration extends Documented {
  readonly kind: "codes";
  readonly name: DeclaringName;
  readonly set: SetExpression;
}

/** `diagnoses NAME = …` */
export interface DiagnosesDeclaration extends Documented {
  readonly kind: "diagnoses";
  readonly name: DeclaringName;
  readonly set: SetExpression;
}

/** `modifiers NAME = …` */
export interface ModifiersDeclaration extends Documented {
  readonly kind: "modifiers";
  readonly name: DeclaringName;
  readonly set: SetExpression;
}

/** `payer NAME = "…", "…*"` */
export interface PayerDeclaration extends Documented {
  readonly kind: "payer";
  readonly name: DeclaringName;
  readonly aliases: readonly TextLiteral[];
}

/** `payers NAME = PAYER, PAYER` */
export interface PayersDeclaration extends Documented {
  readonly kind: "payers";
  readonly name: DeclaringName;
  readonly members: readonly NameReference[];
  readonly except: readonly NameReference[];
}

/** `setting NAME = place 19, 22, bill 13` */
export interface SettingDeclaration extends Documented {
  readonly kind: "setting";
  readonly name: DeclaringName;
  readonly parts: readonly SettingPart[];
}

/** `place 19, 22` or `bill 13, 85` */
export interface SettingPart extends Node {
  readonly kind: "setting-part";
  readonly by: "place" | "bill";
  readonly values: readonly Word[];
}

/** `field NAME TYPE`; of type `source`, it says which source a line comes from. */
export interface FieldDeclaration extends Documented {
  readonly kind: "field";
  readonly name: DeclaringName;
  readonly type: FieldType;
}

/** `episode NAME of SET ends after D idle`, `episode NAME starts with SET lasts D` */
export interface EpisodeDeclaration extends Documented {
  readonly kind: "episode";
  readonly name: DeclaringName;
  readonly set: SetExpression;
  readonly ends: "idle" | "lasts";
  readonly duration: DurationLiteral;
}

/** `authority NAME "title" version "…" url "…"` */
export interface AuthorityDeclaration extends Documented {
  readonly kind: "authority";
  readonly name: DeclaringName;
  readonly title: TextLiteral;
  readonly version: TextLiteral | null;
  readonly url: TextLiteral | null;
}

/** `table NAME` with written rows, or `from` a file. */
export interface TableDeclaration extends Documented {
  readonly kind: "table";
  readonly name: DeclaringName;
  readonly lists: ListsClause | null;
  readonly source: WrittenTable | FileTable;
}

/** `lists valid codes effective row.X to row.Y`: there are no codes but those of the table, each on its days. */
export interface ListsClause extends Node {
  readonly kind: "lists";
  readonly from: RowReference | null;
  readonly to: RowReference | null;
}

/** Rows between bars; the first is the header. Cells are trimmed text, unquoted and unescaped. */
export interface WrittenTable extends Node {
  readonly kind: "written-table";
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly WrittenRow[];
  /** True where a row was wrong and is not among the rows. */
  readonly rowsLeftOut: boolean;
}

/** A header cell: a name, and a type where one is written. */
export interface WrittenColumn extends Node {
  readonly kind: "written-column";
  readonly name: string;
  readonly type: ColumnTypeWord | null;
}

export type ColumnTypeWord = "text" | "number" | "date" | "code" | "diagnosis";

export interface WrittenRow extends Node {
  readonly kind: "written-row";
  readonly cells: readonly WrittenCell[];
}

export interface WrittenCell extends Node {
  readonly kind: "written-cell";
  readonly text: string;
}

/** `from "data/ptp.csv" column1 code, …` */
export interface FileTable extends Node {
  readonly kind: "file-table";
  readonly path: TextLiteral;
  readonly columns: readonly FileColumn[];
}

/** `NAME TYPE from "HEADER"` */
export interface FileColumn extends Node {
  readonly kind: "file-column";
  readonly name: DeclaringName;
  readonly type: ColumnTypeWord;
  readonly header: TextLiteral | null;
}

/** `layout NAME …` */
export interface LayoutDeclaration extends Documented {
  readonly kind: "layout";
  readonly name: DeclaringName;
  readonly entries: readonly LayoutEntry[];
}

/** `date from "SVC_DATE" as "MM/DD/YYYY"` */
export interface LayoutEntry extends Node {
  readonly kind: "layout-entry";
  readonly field: NameReference;
  readonly headers: readonly TextLiteral[];
  readonly as: TextLiteral | null;
  readonly splitBy: TextLiteral | null;
}

// ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `rule ID "title" …` with its clauses in the order as written. */
export interface RuleDeclaration extends Documented {
  readonly kind: "rule";
  readonly name: DeclaringName;
  readonly title: TextLiteral;
  readonly clauses: readonly Clause[];
}

/** `override ID …` */
export interface OverrideDeclaration extends Documented {
  readonly kind: "override";
  readonly rule: NameReference;
  readonly clauses: readonly Clause[];
}

/** `waive ID …` */
export interface WaiveDeclaration extends Documented {
  readonly kind: "waive";
  readonly rule: NameReference;
  readonly clauses: readonly Clause[];
}

export type Clause =
  | ForClause
  | InClause
  | RowsClause
  | EffectiveClause
  | BecauseClause
  | Statement
  | WhenClause
  | UnlessClause
  | OutcomeClause
  | SuggestClause;

/** `for Medicare, Aetna` */
export interface ForClause extends Node {
  readonly kind: "for";
  readonly payers: readonly NameReference[];
}

/** `in hospital` */
export interface InClause extends Node {
  readonly kind: "in";
  readonly settings: readonly NameReference[];
}

/** `for each row of TABLE` */
export interface RowsClause extends Node {
  readonly kind: "rows";
  readonly table: NameReference;
}

/** `effective DATE to DATE`; a bound may be `row.X`. */
export interface EffectiveClause extends Node {
  readonly kind: "effective";
  readonly from: DateLiteral | RowReference | null;
  readonly to: DateLiteral | RowReference | null;
}

/** `because AUTHORITY "detail"` */
export interface BecauseClause extends Node {
  readonly kind: "because";
  readonly authority: NameReference;
  readonly detail: TextLiteral | null;
}

/** `when CONDITION` */
export interface WhenClause extends Node {
  readonly kind: "when";
  readonly condition: Condition;
}

/** `unless CONDITION` */
export interface UnlessClause extends Node {
  readonly kind: "unless";
  readonly condition: Condition;
}

/** `deny as CARC 97 RARC N20 "message"` */
export interface OutcomeClause extends Node {
  readonly kind: "outcome";
  readonly severity: "deny" | "hold" | "review" | "advise";
  readonly carc: Word | null;
  readonly rarc: Word | null;
  readonly message: TextLiteral | null;
}

/** `suggest remove`, `suggest modifier XS`, `suggest replace with G6015`, `suggest units`, `suggest nearest code`, `suggest "text"` */
export interface SuggestClause extends Node {
  readonly kind: "suggest";
  readonly suggestion:
    | { readonly kind: "remove" }
    | { readonly kind: "modifier"; readonly modifier: Word }
    | { readonly kind: "replace"; readonly code: Word | RowReference }
    | { readonly kind: "units" }
    | { readonly kind: "nearest-code" }
    | { readonly kind: "text"; readonly text: TextLiteral };
}

// ── Statements ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type Statement =
  | BundleStatement
  | ForbidStatement
  | RequiresStatement
  | SequenceStatement
  | LimitStatement
  | ExpectStatement
  | ReplaceStatement;

/** `bundle A into B SCOPE`: a finding on each A line for which a B line stands in scope. */
export interface BundleStatement extends Node {
  readonly kind: "bundle";
  readonly subject: CodeExpression;
  readonly into: CodeExpression;
  readonly scopes: readonly ScopeWord[];
}

/** `forbid A`, `forbid A with B SCOPE`, `forbid A with at least N days of B SCOPE`. */
export interface ForbidStatement extends Node {
  readonly kind: "forbid";
  readonly subject: CodeExpression;
  readonly with: {
    readonly atLeast: Quantity | null;
    readonly codes: CodeExpression;
    readonly scopes: readonly ScopeWord[];
  } | null;
}

/** `each A requires …`, `first A requires …`, `last A requires …`. */
export interface RequiresStatement extends Node {
  readonly kind: "requires";
  readonly pick: "each" | "first" | "last";
  readonly subject: CodeExpression;
  readonly requires:
    | {
        readonly kind: "companion";
        readonly atLeast: Quantity | null;
        readonly codes: CodeExpression;
        readonly scopes: readonly ScopeWord[];
      }
    | { readonly kind: "condition"; readonly condition: Condition }
    | { readonly kind: "row"; readonly table: NameReference; readonly condition: Condition };
}

/** `sequence A, then B within N days, then first C in the same E`. */
export interface SequenceStatement extends Node {
  readonly kind: "sequence";
  /** The A that must come before the first link's lines. */
  readonly opening: CodeExpression;
  readonly links: readonly SequenceLink[];
  /** `in the same EPISODE`, of every link. */
  readonly episode: NameReference | null;
}

/** `then first C within 1 to 30 days` */
export interface SequenceLink extends Node {
  readonly kind: "sequence-link";
  readonly pick: "each" | "first";
  readonly codes: CodeExpression;
  readonly within: Within | null;
}

/** `limit A to N units PER`, `limit A to N units for every M days of B … PER`. */
export interface LimitStatement extends Node {
  readonly kind: "limit";
  readonly subject: CodeExpression;
  readonly quantity: Quantity;
  readonly forEvery: ForEvery | null;
  readonly per: Per;
  readonly allLines: boolean;
}

/** `expect A at least N units PER`, `expect A at least N units for every M days of B … PER`. */
export interface ExpectStatement extends Node {
  readonly kind: "expect";
  readonly subject: CodeExpression;
  readonly quantity: Quantity;
  readonly forEvery: ForEvery | null;
  readonly per: Per;
}

/** `replace A with CODE`, `replace row.old with row.new`. */
export interface ReplaceStatement extends Node {
  readonly kind: "replace";
  readonly subject: CodeExpression;
  readonly with: Word | RowReference;
}

/** `N units`, `row.units lines`. */
export interface Quantity extends Node {
  readonly kind: "quantity";
  readonly amount: NumberLiteral | RowReference;
  readonly measure: "units" | "lines" | "days";
}

/** `for every M days of B counting a remainder of K or more but at least J` */
export interface ForEvery extends Node {
  readonly kind: "for-every";
  readonly quantity: Quantity;
  readonly codes: CodeExpression;
  readonly remainder: NumberLiteral | RowReference | null;
  readonly atLeast: NumberLiteral | RowReference | null;
}

/** PER: `per day and code`, `per Course`, `per 30 days and provider`. */
export interface Per extends Node {
  readonly kind: "per";
  readonly by:
    | { readonly kind: "line" | "day" | "claim" | "patient" }
    | { readonly kind: "episode"; readonly episode: NameReference }
    | { readonly kind: "window"; readonly length: DurationLiteral };
  readonly and: readonly FieldReference[];
}

// ── Scope ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type ScopeWord = SameDayScope | SameClaimScope | SameEpisodeScope | SameFieldScope | WindowScope;

/** `on the same day` */
export interface SameDayScope extends Node {
  readonly kind: "same-day";
}

/** `on the same claim` */
export interface SameClaimScope extends Node {
  readonly kind: "same-claim";
}

/** `in the same EPISODE` */
export interface SameEpisodeScope extends Node {
  readonly kind: "same-episode";
  readonly episode: NameReference;
}

/** `by the same provider`, `with the same FIELD` */
export interface SameFieldScope extends Node {
  readonly kind: "same-field";
  readonly field: FieldReference;
}

/** `within 30 days`, `before`, `within 1 to 30 days after`, `that follows within 30 days`: `word` is the direction as written. */
export interface WindowScope extends Node {
  readonly kind: "window";
  readonly within: Within | null;
  readonly word: "before" | "after" | "follows" | "precedes" | null;
}

/** `within N days`, `within 1 to 30 days` */
export interface Within extends Node {
  readonly kind: "within";
  /** The lower number of `1 to 30 days`, in the unit of `max`. */
  readonly min: number | null;
  readonly max: DurationLiteral;
}

// ── Conditions ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type Condition =
  AndCondition | OrCondition | NotCondition | MembershipCondition | ComparisonCondition | PresenceCondition;

export type SideWord = "other" | "either";

/** `… and …` */
export interface AndCondition extends Node {
  readonly kind: "and";
  readonly of: readonly Condition[];
}

/** `… or …` */
export interface OrCondition extends Node {
  readonly kind: "or";
  readonly of: readonly Condition[];
}

/** `not …` */
export interface NotCondition extends Node {
  readonly kind: "not";
  readonly of: Condition;
}

/** `FIELD is VALUE`, `FIELD in VALUES`; `side` is `on the other line` or `on either line`. */
export interface MembershipCondition extends Node {
  readonly kind: "membership";
  readonly field: FieldReference;
  readonly word: "is" | "in";
  readonly values: readonly Value[];
  readonly side: SideWord | null;
}

/** A value after `is` and `in`, in `given` and in a test line. */
export type Value = Word | RangeLiteral | RowReference | TextLiteral | NumberLiteral | DateLiteral;

/** `LEFT = RIGHT` and its kin. A word that names a field is that field. */
export interface ComparisonCondition extends Node {
  readonly kind: "comparison";
  readonly left: Operand;
  readonly comparison: "=" | "!=" | "<" | "<=" | ">" | ">=";
  readonly right: Operand;
  readonly side: SideWord | null;
}

export type Operand = FieldReference | Word | RowReference | TextLiteral | NumberLiteral | DateLiteral;

/** `FIELD is missing`, `FIELD is present` */
export interface PresenceCondition extends Node {
  readonly kind: "presence";
  readonly field: FieldReference;
  readonly is: "missing" | "present";
  readonly side: SideWord | null;
}

/** A field by the words that are written: `modifier`, `primary diagnosis`, `tumor_site`. */
export interface FieldReference extends Node {
  readonly kind: "field-reference";
  readonly text: string;
}

// ── Tests ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `test "title" given … lines … expectations` */
export interface TestDeclaration extends Documented {
  readonly kind: "test";
  readonly title: TextLiteral;
  readonly given: readonly FieldSetting[];
  readonly starting: DateLiteral | null;
  readonly lines: readonly TimelineLine[];
  readonly expectations: readonly Expectation[];
}

/** `payer Medicare`, `diagnosis C61, Z51.0`, `amount $450` */
export interface FieldSetting extends Node {
  readonly kind: "field-setting";
  readonly field: FieldReference;
  readonly values: readonly Value[];
}

/** `day 20  77427-26 x2 diagnosis C61` */
export interface TimelineLine extends Node {
  readonly kind: "timeline-line";
  readonly when: When;
  readonly code: Word;
  readonly modifiers: readonly Word[];
  readonly units: NumberLiteral | null;
  readonly fields: readonly FieldSetting[];
}

/** `day N`, `days N to M`, `weekdays N to M`, or a date. */
export type When =
  | (Node & { readonly kind: "days"; readonly first: number; readonly last: number; readonly weekdaysOnly: boolean })
  | DateLiteral;

export type Expectation =
  | (Node & {
      readonly kind: "expect-finding";
      readonly rule: NameReference;
      readonly code: Word;
      readonly modifiers: readonly Word[];
      readonly when: When;
    })
  | (Node & { readonly kind: "expect-no"; readonly rule: NameReference })
  | (Node & { readonly kind: "expect-nothing"; readonly words: "nothing" | "nothing else" });
