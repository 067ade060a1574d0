/** A random case in so few words that a person can work it out by hand, and as the JSON that makes it again. */
import { renderRule } from "@edict/rulebook";
import type { PlainLine } from "../reference/index.js";
import type { Case } from "./cases.js";

/** The rules in short, the tables, the lines one by one, then the whole case on one line of JSON. */
export function printCase({ rulebook, tables, lines, files }: Case): string {
  const used = JSON.stringify(rulebook.rules);
  const isUsed = ({ name }: { readonly name: string }): boolean => used.includes(JSON.stringify(name));
  return [
    ...rulebook.rules.map(renderRule),
    ...rulebook.codes.filter(isUsed).map(({ name, spans }) => `codes ${name} = ${JSON.stringify(spans)}`),
    ...rulebook.episodes
      .filter(isUsed)
      .map(({ name, codes, ends }) => `episode ${name} = ${JSON.stringify({ codes, ends })}`),
    ...rulebook.tables.filter(isUsed).map(({ name, columns, source }) => {
      const rows = source.kind === "rows" ? source.rows : (tables.get(name) ?? []);
      return [
        `table ${name} | ${columns.map((column) => column.name).join(" | ")}`,
        ...rows.map((row) => `  | ${row.join(" | ")}`),
      ].join("\n");
    }),
    ...lines.map(printLine),
    `case: ${JSON.stringify({ rulebook, tables: [...tables], lines, files: files.map(({ name, fields }) => ({ name, fields: [...fields] })) })}`,
  ].join("\n");
}

function printLine({ file, row, patient, date, code, modifiers, units, diagnoses, fields }: PlainLine): string {
  const others = Object.entries(fields).map(([field, value]) => `${field}=${value}`);
  const list = [[code, ...modifiers].join("-"), `x${units}`, ...diagnoses, ...others].join(" ");
  return `${file}:${row} ${patient} ${date} ${list}`;
}
