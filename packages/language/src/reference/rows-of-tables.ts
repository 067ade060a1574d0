/** The tables that a rule reads, with their rows where they are few enough to be read by a person. */
import type { Cell, Rule, Table } from "@edict/rulebook";
import { tallied } from "@edict/rulebook";
import type { Block, Words } from "../markup/document.js";
import { bare, heading, paragraph, table } from "../markup/document.js";
import { tablesOf } from "../naming/conditions-of.js";
import type { Reference } from "./reference.js";
import { spansLinks } from "./reference.js";

/** Nobody reads more. */
const mostShown = 300;

/** A part of the page for each table. */
export function rowsOfTables(reference: Reference, rule: Rule): readonly Block[] {
  const names = tablesOf(rule);
  return reference.rulebook.tables
    .filter(({ name }) => names.has(name))
    .flatMap((declared) => [
      heading(2, "The table ", bare(declared.name)),
      ...(declared.doc === null ? [] : [paragraph(declared.doc)]),
      ...rowsOf(reference, declared),
    ]);
}

function rowsOf(reference: Reference, { columns, source }: Table): readonly Block[] {
  if (source.kind === "file") {
    const names = columns.map(({ name, type }) => `${name} (${type})`).join(", ");
    return [paragraph("Its rows stand in the file ", bare(source.path), `. Its columns are ${names}.`)];
  }
  const rows = source.rows
    .slice(0, mostShown)
    .map((row) => row.map((cell, at) => cellWords(reference, cell, columns[at]?.type)));
  return [
    ...table(
      columns.map(({ name }) => name),
      rows,
    ),
    ...(source.rows.length > mostShown
      ? [paragraph(`These are the first rows of ${tallied(source.rows.length, "row")}.`)]
      : []),
  ];
}

function cellWords(reference: Reference, cell: Cell, type: Table["columns"][number]["type"] | undefined): Words {
  if (cell === null) return [];
  const text = String(cell);
  return type === "code" ? spansLinks(reference, [{ first: text, last: text, from: null, until: null }]) : [text];
}
