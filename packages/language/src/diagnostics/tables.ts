/** What can be wrong with tables and the use of their columns. */
import { define } from "@edict/rulebook";

export const tables = define({
  "column-twice": {
    severity: "error",
    message: (p: { name: string }) => `the table has two columns ${p.name}; give one another name`,
  },
  "cell-not-of-type": {
    severity: "error",
    message: (p: { cell: string; column: string; wanted: string }) =>
      `${p.cell} is no ${p.wanted}, as column ${p.column} needs; correct the cell, or write another type in the header`,
  },
  "empty-table": {
    severity: "warning",
    message: (p: { name: string }) => `table ${p.name} has no rows, so no rule finds anything by it; add rows`,
  },
  "unused-table": {
    severity: "warning",
    message: (p: { name: string }) => `nothing uses the table ${p.name}; use it, or take it out`,
  },
  "missing-table-file": {
    severity: "error",
    message: (p: { path: string; list: boolean }) =>
      `there is no file ${p.path}; write a path relative to this file` +
      (p.list ? ", or make the list with edict import code-list" : ""),
  },
  "list-without-codes": {
    severity: "error",
    message: (p: { table: string; columns: readonly string[] }) =>
      p.columns.length === 0
        ? `table ${p.table} lists valid codes and has no column of codes; declare its codes as code`
        : `table ${p.table} lists valid codes and has several columns of codes (${p.columns.join(", ")}); declare all but one as text`,
  },
  "zeros-lost": {
    severity: "warning",
    message: (p: { column: string; table: string; field: string; example: string }) =>
      `column ${p.column} of ${p.table} holds numbers, which keep no zero in front, so ${p.field} ${p.example} equals none; declare the column as text`,
  },
  "wrong-column-type": {
    severity: "error",
    message: (p: { column: string; table: string; type: string; wanted: string }) =>
      `column ${p.column} of ${p.table} holds ${p.type}; ${p.wanted} must stand here`,
  },
});
