/**
 * What else a rename asks for, because a name is more than a name: a payer's is said by its lines, a file table's column
 * and a declared field are headers of files, a setting is a value of a column. Edits that keep the meaning, and notes
 * on what no edit can reach.
 */
import type { Edit } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import type { FileColumn, PayerDeclaration } from "../../ast/nodes.js";
import { declaredAs } from "../../names/declared.js";
import { fieldNamed } from "../../names/fields.js";
import { coversText } from "../../names/payers.js";
import type { Source } from "../../source/source.js";
import { fieldsBesideColumn } from "../mentions/beside-columns.js";
import type { Renamed } from "./renamed.js";

/** More edits, and what a person should know before the name is another. */
export interface Kept {
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

/** What a rename needs besides the new name at each use. */
export function keptOutside(analysis: Analysis, renamed: Renamed, to: string): Kept {
  if (renamed.kind === "column") return keptHeader(analysis, renamed.table, renamed.name, to);
  const { name } = renamed;
  const found = analysis.book.declared.get(name);
  if (found === undefined) return nothing;
  switch (renamed.what) {
    case "payer":
      return found.node.kind === "payer"
        ? withCells(keptLines(found.source, found.node, to), analysis, "payers", name)
        : nothing;
    case "payers":
      return withCells(nothing, analysis, "payers", name);
    case "setting":
      return withCells(
        { edits: [], notes: [`charge lines whose setting says ${name} must say ${to} from now on`] },
        analysis,
        "settings",
        name,
      );
    case "field":
      return {
        edits: [],
        notes: [
          `charge files that have a column ${name}, and --set ${name}, must say ${to}; a layout's entry is changed`,
        ],
      };
    case "layout":
      return { edits: [], notes: [`--layout ${name} on a command line must say ${to}`] };
    case "codes":
    case "diagnoses":
    case "modifiers":
    case "episode":
    case "authority":
    case "table":
    case "rule":
      return nothing;
  }
}

const nothing: Kept = { edits: [], notes: [] };

/** A payer keeps its lines: its old name becomes an alias where none covers it. */
function keptLines(source: Source, node: PayerDeclaration, to: string): Kept {
  const from = node.name.text;
  const last = node.aliases.at(-1);
  const isSame = from.toLowerCase() === to.toLowerCase();
  const edits =
    last === undefined || isSame || coversText(node, from)
      ? []
      : [{ span: { file: source.path, start: last.end, end: last.end }, text: `, "${from}"` }];
  const notes = [
    ...(edits.length === 0 ? [] : [`${from} stays as an alias, so that charge lines that say it keep their payer`]),
    ...(isSame || coversText(node, to) ? [] : [`charge lines whose payer says ${to} are of this payer from now on`]),
  ];
  return { edits, notes };
}

/** The cells of files are not ours to change. */
function withCells({ edits, notes }: Kept, analysis: Analysis, holds: "payers" | "settings", name: string): Kept {
  const files = [...analysis.book.tables.values()].flatMap((table) => {
    const { source } = table.declaration.node;
    if (source.kind !== "file-table") return [];
    const isRead = table.columns.some((column) =>
      [...fieldsBesideColumn(analysis, table.name, column.name)].some(
        (field) => fieldNamed(analysis.book.declared, field)?.holds === holds,
      ),
    );
    return isRead ? [`cells of ${source.path.text} that say ${name} are not changed`] : [];
  });
  return { edits, notes: [...notes, ...files] };
}

/** A column of a file keeps its header: it is said where it is not the name, and left away where it is. */
function keptHeader(analysis: Analysis, table: string, from: string, to: string): Kept {
  const found = declaredAs(analysis.book.declared, table, "table");
  const rows = found?.node.source;
  if (found === null || rows?.kind !== "file-table") return nothing;
  const column = rows.columns.find(({ name }) => name.text === from);
  return column === undefined ? nothing : { edits: headerEdits(found.source, column, to), notes: [] };
}

function headerEdits(source: Source, column: FileColumn, to: string): readonly Edit[] {
  const file = source.path;
  const { header, name, end } = column;
  if (header === null) return [{ span: { file, start: end, end }, text: ` from "${name.text}"` }];
  if (header.text !== to) return [];
  const before = source.text.slice(name.end, header.start);
  const words = /\s+from\s*$/.exec(before);
  return words === null ? [] : [{ span: { file, start: name.end + words.index, end: header.end }, text: "" }];
}
