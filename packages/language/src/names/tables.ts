/** Tables by name, with the type of every column: written in the header, declared, or found from the cells. */
import type { ColumnType } from "@edict/rulebook";
import type { Node, TableDeclaration } from "../ast/nodes.js";
import type { Declared, Placed } from "./declared.js";
import { allOf } from "./declared.js";
import { inferType } from "./cells.js";

/** A column with the place of its name. */
export interface ColumnFacts {
  readonly name: string;
  readonly type: ColumnType;
  /** True where the type was found from the cells, so that another can be written in the header. */
  readonly inferred: boolean;
  readonly header: string | null;
  readonly at: Node;
}

export interface TableFacts {
  readonly name: string;
  readonly declaration: Placed<TableDeclaration>;
  readonly columns: readonly ColumnFacts[];
}

/** All tables by name. */
export function tablesOf(declared: Declared): ReadonlyMap<string, TableFacts> {
  return new Map(
    allOf(declared, "table").map((declaration) => {
      const name = declaration.node.name.text;
      return [name, { name, declaration, columns: columnsOf(declaration.node) }] as const;
    }),
  );
}

/** The column of a table by its name. */
export function columnNamed(table: TableFacts, name: string): ColumnFacts | null {
  return table.columns.find((column) => column.name === name) ?? null;
}

// Worked out once for each declaration; finding the types of a long table's columns is the work of its length.
const columnsOfDeclarations = new WeakMap<TableDeclaration, readonly ColumnFacts[]>();

function columnsOf(declaration: TableDeclaration): readonly ColumnFacts[] {
  const known = columnsOfDeclarations.get(declaration);
  if (known !== undefined) return known;
  const found = findColumns(declaration);
  columnsOfDeclarations.set(declaration, found);
  return found;
}

function findColumns({ source }: TableDeclaration): readonly ColumnFacts[] {
  if (source.kind === "file-table") {
    return source.columns.map((column) => ({
      name: column.name.text,
      type: column.type,
      inferred: false,
      header: column.header?.text ?? null,
      at: column.name,
    }));
  }
  return source.columns.map((column, index) => ({
    name: column.name,
    type: column.type ?? inferType(source.rows.map((row) => row.cells[index]?.text ?? "")),
    inferred: column.type === null,
    header: null,
    at: column,
  }));
}
