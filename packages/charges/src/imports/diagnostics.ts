/**
 * The catalogues of what can be wrong with a published file that is imported: why a row is rejected, and why nothing can be
 * written at all. `docs/importing.md` has a line for each code.
 */
import { define } from "@edict/rulebook";

/** Why a row of a published file is rejected, where charge files have no such reason. */
export const importReasons = define({
  "cell-blank": { severity: "error", message: () => "the cell is blank; every row needs one" },
  "deleted-before-effective": {
    severity: "error",
    message: () => "the row ends before it begins; one of the dates is wrong",
  },
  "code-said-otherwise": {
    severity: "error",
    message: () => "another row of the release gives the code other units; ask who publishes it",
  },
  "dates-overlap": {
    severity: "error",
    message: () => "another row gives the code other dates, and they share a day; ask who publishes it",
  },
  "indicator-unreadable": { severity: "error", message: () => "a modifier indicator is 0, 1 or 9" },
  "adjudication-unreadable": {
    severity: "error",
    message: () => "an adjudication indicator begins with 1, 2 or 3",
  },
  "units-unreadable": { severity: "error", message: () => "a number of units is whole and not negative" },
  "never-in-force-without-end": {
    severity: "error",
    message: () =>
      "indicator 9 says that the row was never in force, and no deletion date says so; ask who publishes it",
  },
  "type-unreadable": { severity: "error", message: () => "a type of add-on code is 1, 2 or 3" },
  "day-not-in-year": {
    severity: "error",
    message: () => "a date of seven digits is a year and a day of that year, 001 to 365 or 366",
  },
  "text-unwritable": {
    severity: "error",
    message: () => "the text could be taken for a formula, or holds signs that no rationale has; correct it",
  },
});

/** Why an import cannot be done. */
export const importErrors = define({
  "archive-damaged": {
    severity: "error",
    message: () => "the archive is damaged, or its sizes are not those that it says; fetch it again",
  },
  "archive-encrypted": {
    severity: "error",
    message: (p: { part: string }) =>
      `${p.part} in the archive is encrypted or packed in an unusual way; unpack it first`,
  },
  "archive-without-text": {
    severity: "error",
    message: () =>
      "the archive holds no file whose name ends in .txt, .csv or .xlsx; name the one that holds the table",
  },
  "workbook-unreadable": {
    severity: "error",
    message: () =>
      "the workbook is damaged, or holds what no workbook of a spreadsheet program does; save its sheet as CSV",
  },
  "workbook-sheets": {
    severity: "error",
    message: (p: { found: number }) =>
      `${p.found} sheets of the workbook are not hidden, and one is read; hide the others, or save the one with the table as CSV`,
  },
  "import-too-large": {
    severity: "error",
    message: (p: { most: string }) => `it unpacks to more than ${p.most}; no published table is so large`,
  },
  "import-header-missing": {
    severity: "error",
    message: (p: { missing: string }) =>
      `no header with ${p.missing} is found; check that it is the file that the command names`,
  },
  "import-settings-differ": {
    severity: "error",
    message: (p: { one: string; other: string }) =>
      `the name says ${p.other} and another says ${p.one}; import each into a table of its own`,
  },
  "import-releases-differ": {
    severity: "error",
    message: (p: { one: string; other: string }) =>
      `the name says ${p.other} and another says ${p.one}; import one release at a time, each with --onto the one before`,
  },
  "import-date-missing": {
    severity: "error",
    message: () => "its name does not say from which day it holds; say so with --effective",
  },
  "import-output-kind": {
    severity: "error",
    message: () =>
      "a table is written to a file whose name ends in .csv, .parquet or .edict-table; change the name after -o",
  },
  "import-not-written": {
    severity: "error",
    message: (p: { why: string }) => `the table cannot be written (${p.why}); check the folder`,
  },
  "import-no-row": {
    severity: "error",
    message: (p: { rejected: number }) => `no row can be written (${p.rejected} are rejected); nothing was changed`,
  },
  "import-record-unreadable": {
    severity: "error",
    message: () => "this is not what edict import writes beside a table; import all releases again",
  },
  "import-onto-another-kind": {
    severity: "error",
    message: (p: { found: string; wanted: string }) =>
      `the table holds ${p.found} and the files hold ${p.wanted}; name a table of the same kind`,
  },
  "import-record-missing": {
    severity: "error",
    message: () =>
      "neither table has beside it what edict import writes there, so nothing says what they hold; keep table and record together",
  },
  "import-diff-another-kind": {
    severity: "error",
    message: (p: { found: string; wanted: string }) =>
      `the table holds ${p.found} and the other one ${p.wanted}; compare tables of one kind and setting`,
  },
  "import-out-of-order": {
    severity: "error",
    message: (p: { held: string; wanted: string }) =>
      `the table holds a release of ${p.held} and the files are of ${p.wanted}; import the older one first`,
  },
  "import-parquet-tool": {
    severity: "error",
    message: () =>
      "writing Parquet needs @duckdb/node-api, which is not installed; install it, or write to a .csv file",
  },
});
