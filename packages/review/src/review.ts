/** What a change of a rulebook means, rule by rule: by the compiled rulebooks, never by their text. */
import type { Rule, Rulebook, TableData } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Cause } from "./causes/causes.js";
import { causesOf } from "./causes/causes.js";
import type { Cell } from "./cells/cells.js";
import { cellsOf } from "./cells/cells.js";
import type { DaysPiece } from "./cells/axes.js";
import type { NewCover } from "./cells/covers.js";
import { newCovers } from "./cells/covers.js";
import type { Versions } from "./cells/versions.js";
import { noVersions, versionsOf } from "./cells/versions.js";
import { Book } from "./normal/book.js";
import { keyOf } from "./normal/condition.js";
import type { TableRows } from "./normal/rows.js";
import { KnownRows, rowsOfTableData } from "./normal/rows.js";
import type { Span, Verdict } from "./spans.js";
import { daysOf, spansOf } from "./spans.js";
import { withWitnesses } from "./witness/of-spans.js";

/** One side of the comparison. */
export interface Side {
  readonly rulebook: Rulebook;
  /** The tables that stand in files, by name. Equal files are the same object on both sides. */
  readonly tables: ReadonlyMap<string, TableData>;
}

export interface Review {
  /** By rule id; rules that mean the same are not among them. */
  readonly changes: readonly RuleChange[];
  /** How many rules mean what they meant. */
  readonly same: number;
}

export interface RuleChange {
  readonly kind: "added" | "removed" | "changed";
  readonly id: string;
  /** Null where the rule was added. */
  readonly base: Rule | null;
  /** Null where it was removed. */
  readonly head: Rule | null;
  /** Of an added rule, the removed one that meant the same; of a removed one, the added one. */
  readonly renamed: string | null;
  /** Of the whole rule: which lines it finds. `same` where only what a finding says is another. */
  readonly verdict: Verdict;
  readonly spans: readonly Span[];
  /** Where a finding says something else: outcome, message, suggestion, authority. */
  readonly says: readonly Facet[];
  /** The days on which it says so, the authority aside, for some payer and setting. */
  readonly saysOn: readonly DaysPiece[];
  readonly causes: readonly Cause[];
  /** Gaps and double covers between the rule and its overrides that were not there before. */
  readonly covers: readonly NewCover[];
}

export type Facet = "outcome" | "message" | "suggestion" | "authority";

type Books = readonly [Book, Book];

/** How many cases are tried for one stretch of a changed rule before none is shown. */
const mostCases = 16_000;

export function review(base: Side, head: Side, tried = mostCases): Review {
  const rows = new KnownRows();
  const known = new Map<TableData, TableRows>();
  const bookOf = ({ rulebook, tables }: Side): Book => {
    const files = [...tables].map(([name, data]) => {
      const own = known.get(data) ?? rowsOfTableData(data);
      known.set(data, own);
      return [name, own] as const;
    });
    return new Book(rulebook, new Map(files), rows);
  };
  const books = [bookOf(base), bookOf(head)] as const;
  const before = new Map(base.rulebook.rules.map((rule) => [rule.id, rule]));
  const after = new Map(head.rulebook.rules.map((rule) => [rule.id, rule]));
  const renamings = renamingsOf(before, after, books);
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(compareBytes);
  const changes = ids.flatMap((id) => {
    const pair = [before.get(id) ?? null, after.get(id) ?? null] as const;
    return changeOf(id, pair, renamings.get(id) ?? null, books, rows, [base, head], tried);
  });
  return { changes, same: ids.length - changes.length };
}

function changeOf(
  id: string,
  [base, head]: readonly [Rule | null, Rule | null],
  renamed: string | null,
  books: Books,
  rows: KnownRows,
  sides: readonly [Side, Side],
  tried: number,
): RuleChange[] {
  const [old, now] = [versionsIn(base, books[0]), versionsIn(head, books[1])];
  if (old.key === now.key) return [];
  const cells = cellsOf(old, now, books, rows);
  const kind = base === null ? "added" : head === null ? "removed" : "changed";
  const says = facetsOf(cells);
  const bare = spansOf(cells);
  if (kind === "changed" && bare.length === 0 && says.length === 0) return [];
  const alone = [
    { rule: base, ...sides[0] },
    { rule: head, ...sides[1] },
  ] as const;
  const spans = renamed === null ? withWitnesses(bare, alone, [old, now], rows, tried) : bare;
  const causes = causesOf(base, head, books);
  const verdict = wholeVerdict(spans, cells);
  const otherwise = cells.filter((cell) => facetsOf([cell]).some((facet) => facet !== "authority"));
  const saysOn = daysOf([...new Map(otherwise.map((cell) => [cell.days.first, cell])).values()]);
  const covers = kind === "changed" ? newCovers(old, now, cells) : [];
  return [{ kind, id, base, head, renamed, verdict, spans, says, saysOn, causes, covers }];
}

function versionsIn(rule: Rule | null, book: Book): Versions {
  return rule === null ? noVersions : versionsOf(rule, book);
}

/** Rules that went away under one id and came back under another. */
function renamingsOf(
  before: ReadonlyMap<string, Rule>,
  after: ReadonlyMap<string, Rule>,
  books: Books,
): ReadonlyMap<string, string> {
  const gone = new Map(
    [...before.values()].filter(({ id }) => !after.has(id)).map((rule) => [versionsOf(rule, books[0]).key, rule.id]),
  );
  const found = new Map<string, string>();
  for (const rule of after.values()) {
    const formerly = before.has(rule.id) ? undefined : gone.get(versionsOf(rule, books[1]).key);
    if (formerly === undefined) continue;
    found.set(rule.id, formerly);
    found.set(formerly, rule.id);
  }
  return found;
}

function wholeVerdict(spans: readonly Span[], cells: readonly Cell[]): Verdict {
  const verdicts = new Set(spans.map(({ verdict }) => verdict));
  if (verdicts.size === 0) return "same";
  if (verdicts.has("unknown")) return "unknown";
  const [only] = verdicts;
  if (verdicts.size === 1 && only !== undefined) return only;
  return isMove(cells) ? "moved in time" : "both ways";
}

/** The same clauses, for the same payers and in the same settings, on other days. */
function isMove(cells: readonly Cell[]): boolean {
  const versions = cells.flatMap(({ base, head }) => [base, head]).filter((version) => version !== null);
  const where = (side: "base" | "head"): string =>
    keyOf([...new Set(cells.flatMap((cell) => (cell[side] === null ? [] : [keyOf([cell.payer, cell.setting])])))]);
  return (
    new Set(versions.map(({ normal }) => keyOf(normal.finds))).size === 1 &&
    where("base") === where("head") &&
    cells.every(
      ({ byOthers, direction, base, head }) => direction === "same" || byOthers || base === null || head === null,
    )
  );
}

function facetsOf(cells: readonly Cell[]): Facet[] {
  const pairs = cells.flatMap(({ base, head }) => (base === null || head === null ? [] : [[base, head] as const]));
  const differs = (part: (version: NonNullable<Cell["base"]>) => unknown): boolean =>
    pairs.some(([base, head]) => keyOf(part(base)) !== keyOf(part(head)));
  const facets: readonly (readonly [Facet, boolean])[] = [
    ["outcome", differs(({ clauses: { outcome } }) => [outcome.severity, outcome.carc, outcome.rarc])],
    ["message", differs(({ clauses: { outcome } }) => outcome.message)],
    ["suggestion", differs(({ clauses }) => clauses.suggest)],
    ["authority", differs(({ normal }) => normal.says.because)],
  ];
  return facets.flatMap(([facet, isAnother]) => (isAnother ? [facet] : []));
}
