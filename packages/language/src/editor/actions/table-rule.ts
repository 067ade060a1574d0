/**
 * Turns rules of one shape into one rule with a table: each rule becomes a row, and the first one's id stays. Offered
 * where nothing is lost by it: no rule of them is overridden or waived, none but the first has a comment, and no test
 * tells two of them apart. Titles that differ are kept in a column of their own.
 */
import type { Edit } from "@edict/rulebook";
import type { RuleDeclaration, WrittenTable } from "../../ast/nodes.js";
import { inferType } from "../../names/cells.js";
import { rowsOf } from "../../print/tables.js";
import { commentsOf } from "../../syntax/comments-of.js";
import { usesOf } from "../names-at.js";
import type { ActionEdit, ActionPlace, CodeAction } from "./code-action.js";
import { edit, freeName, withHoles } from "./code-action.js";
import { declarationStart } from "./declaration-start.js";
import { placeOfClause } from "./insert-clause.js";
import type { Gap, RuleShape } from "./rule-shape.js";
import { shapeOf } from "./rule-shape.js";

interface ShapedRule {
  readonly rule: RuleDeclaration;
  readonly shape: RuleShape;
}

/** At most one action. */
export function tableRule(place: ActionPlace): readonly CodeAction[] {
  const { declaration, file } = place;
  if (declaration?.kind !== "rule" || !canBeRow(declaration)) return [];
  const { key } = shapeOf(file.source, declaration);
  const alike = file.node.declarations.flatMap((one): readonly ShapedRule[] => {
    if (one.kind !== "rule" || !canBeRow(one)) return [];
    const shape = shapeOf(file.source, one);
    return shape.key === key ? [{ rule: one, shape }] : [];
  });
  const [first, ...others] = alike;
  if (first === undefined || others.length === 0 || !isFree(place, alike)) return [];
  const columns = columnsOf(alike);
  if (columns.length === 0) return [];
  const renamed = renamedUses(place, first, others);
  if (renamed === null) return [];
  const edits: readonly ActionEdit[] = [
    ...rewritten(place, first, alike, columns),
    ...others.map((one) => removed(place, one.rule)),
    ...renamed,
  ];
  const title = `turn these ${alike.length} rules into one with a table`;
  return [{ title, kind: "refactor.rewrite", preferred: false, mends: [], edits }];
}

function canBeRow({ broken, clauses }: RuleDeclaration): boolean {
  return !broken && clauses.every(({ kind }) => kind !== "rows");
}

/** Nothing but tests names the rules, and no comment would lose its place. */
function isFree({ analysis, file }: ActionPlace, alike: readonly ShapedRule[]): boolean {
  const names = new Set(alike.map(({ rule }) => rule.name.text));
  const changed = analysis.book.rules.some(
    ({ rule, overrides, waivers }) => names.has(rule.node.name.text) && overrides.length + waivers.length > 0,
  );
  const comments = commentsOf(file.source);
  const commented = alike.some(
    ({ rule }, at) =>
      (at > 0 && rule.doc !== null) || comments.some(({ start }) => start > rule.start && start < rule.end),
  );
  return !changed && !commented;
}

interface RowColumn {
  readonly name: string;
  readonly type: Gap["type"] | "text";
  readonly cells: readonly string[];
  /** Which of the gaps it fills; null for the titles. */
  readonly gap: number | null;
}

/** One column for each gap in which the rules differ, and one for titles that do. */
function columnsOf(alike: readonly ShapedRule[]): readonly RowColumn[] {
  const columns: RowColumn[] = [];
  const taken = new Set<string>();
  for (const [at, gap] of (alike[0]?.shape.gaps ?? []).entries()) {
    const cells = alike.map(({ shape }) => shape.gaps[at]?.text ?? "");
    if (cells.every((cell) => cell === gap.text)) continue;
    let name = gap.column;
    for (let number = 2; taken.has(name); number++) name = `${gap.column}${number}`;
    taken.add(name);
    columns.push({ name, type: gap.type, cells, gap: at });
  }
  const titles = alike.map(({ rule }) => rule.title.text);
  if (columns.length > 0 && titles.some((title) => title !== titles[0])) {
    columns.push({ name: "note", type: "text", cells: titles, gap: null });
  }
  return columns;
}

/** The table above the first rule, and the rule with its columns in the place of its values. */
function rewritten(
  place: ActionPlace,
  { rule, shape }: ShapedRule,
  alike: readonly ShapedRule[],
  columns: readonly RowColumn[],
): readonly ActionEdit[] {
  const { source } = place.file;
  const table = freeName(place.analysis, "NewTable");
  const start = declarationStart(source, rule);
  const rows = rowsOf(writtenTable(columns, alike.length)).map((row) => `  ${row}\n`);
  const declared = withHoles("table ", { hole: table, number: 1 }, `\n${rows.join("")}\n`);
  const { offset, before, after } = placeOfClause(source, rule, "rows");
  const reads = withHoles(`${before}for each row of `, { hole: table, number: 1 }, after);
  return [
    { ...edit(place, { start, end: start }, declared.text), holes: declared.holes },
    { ...edit(place, { start: offset, end: offset }, reads.text), holes: reads.holes },
    ...columns.flatMap(({ gap, name }) => {
      const at = gap === null ? undefined : shape.gaps[gap];
      return at === undefined ? [] : [edit(place, at, `row.${name}`)];
    }),
  ];
}

function writtenTable(columns: readonly RowColumn[], length: number): WrittenTable {
  const place = { start: 0, end: 0 };
  return {
    kind: "written-table",
    ...place,
    // The type is written where the cells alone would give another.
    columns: columns.map(({ name, type, cells }) => ({
      kind: "written-column",
      ...place,
      name,
      type: inferType(cells) === type ? null : type,
    })),
    rows: Array.from({ length }, (_, at) => ({
      kind: "written-row",
      ...place,
      cells: columns.map(({ cells }) => ({ kind: "written-cell", ...place, text: cells[at] ?? "" })),
    })),
    rowsLeftOut: false,
  };
}

/** A rule taken out with the blank lines before it. */
function removed(place: ActionPlace, { start, end }: RuleDeclaration): ActionEdit {
  return edit(place, { start: place.file.source.text.slice(0, start).trimEnd().length, end }, "");
}

/** Tests that expect one of the others expect the first; null where a test expects two of them. */
function renamedUses(place: ActionPlace, first: ShapedRule, others: readonly ShapedRule[]): readonly Edit[] | null {
  const edits: Edit[] = [];
  const named = new Map<string, string>();
  for (const { rule } of [first, ...others]) {
    const name = rule.name.text;
    for (const { path, start, end, role } of usesOf(place.analysis, { kind: "declared", name, what: "rule" })) {
      if (role === "declaration") continue;
      const test = place.analysis.files
        .get(path)
        ?.node.declarations.find((one) => one.start <= start && end <= one.end);
      const key = `${path} ${test?.start ?? -1}`;
      if (test?.kind !== "test" || (named.get(key) ?? name) !== name) return null;
      named.set(key, name);
      if (rule !== first.rule) edits.push({ span: { file: path, start, end }, text: first.rule.name.text });
    }
  }
  return edits;
}
