/**
 * The catalogues of what can be wrong with a charge or table file: why a row is rejected, and why a file cannot be read
 * at all. `docs/charge-files/reasons.md` has a section for each code. No message holds a value of a charge file: a
 * rejected row carries its value beside the reason, and nothing else may show one.
 */
import type { DiagnosticKind } from "@edict/rulebook";
import { define } from "@edict/rulebook";

/** Why a row of a charge file is rejected. */
export const rowReasons = define({
  "blank-field": {
    severity: "error",
    message: (p: { field: string }) => `the ${p.field} is blank; every charge line needs one`,
  },
  "cells-missing": {
    severity: "error",
    message: (p: { found: number; expected: number }) =>
      `the row has ${p.found} cells and the header ${p.expected}; fill the row up, or look for a line break within a cell`,
  },
  "cells-too-many": {
    severity: "error",
    message: (p: { found: number; expected: number }) =>
      `the row has ${p.found} cells and the header ${p.expected}; put a cell that holds the separator in double quotes`,
  },
  "quote-not-closed": {
    severity: "error",
    message: () =>
      "a double quote opens a cell of this row and nothing closes the cell properly; close it, and double each quote within it",
  },
  "json-broken": {
    severity: "error",
    message: () => "the line is no object of JSON; write each charge as one object on one line, without line breaks",
  },
  "json-key-twice": {
    severity: "error",
    message: () => "the line has this key twice; nobody can say which value is meant, so take one out",
  },
  "json-not-a-value": {
    severity: "error",
    message: () =>
      "a list or an object stands where a single value is needed; lists may stand for modifiers and diagnoses alone",
  },
  "json-text-unfit": {
    severity: "error",
    message: () => "the text holds half of a character, or a character of number 0; correct the export",
  },
  "json-list-nested": {
    severity: "error",
    message: () => "the list holds a list or an object; write its parts as texts",
  },
  "date-unreadable": {
    severity: "error",
    message: () => "this is not a date as 2026-03-02, 20260302 or 3/2/2026; say the form of the dates in a layout",
  },
  "date-not-as-layout-says": {
    severity: "error",
    message: (p: { form: string }) => `this is not a date as ${p.form}; correct the cell or the layout`,
  },
  "date-not-in-calendar": {
    severity: "error",
    message: () =>
      "the calendar has no such date; a date with slashes has its month first unless a layout says otherwise",
  },
  "date-is-serial-number": {
    severity: "error",
    message: () => "this looks like a date as Excel counts its days; give the column a date format and export it again",
  },
  "birth-after-service": {
    severity: "error",
    message: () => "the date of birth is after the date of service; correct one of them",
  },
  "code-unreadable": {
    severity: "error",
    message: () => "this is no HCPCS or CPT code: five digits, or four and one letter; correct the cell",
  },
  "code-lost-zero": {
    severity: "error",
    message: () =>
      "a code has five characters and this has four; a leading zero may be lost, so export the column as text",
  },
  "code-with-modifiers": {
    severity: "error",
    message: () => "this is a code and modifiers in one cell; put the modifiers into a column of their own",
  },
  "modifier-unreadable": {
    severity: "error",
    message: () => "a modifier is two letters or digits; set several apart by spaces or commas",
  },
  "diagnosis-unreadable": {
    severity: "error",
    message: () => "a diagnosis is an ICD-10-CM code such as C50.911; set several apart by spaces or commas",
  },
  "diagnosis-is-icd-9": {
    severity: "error",
    message: () => "this looks like a diagnosis of ICD-9-CM; rules name diagnoses of ICD-10-CM",
  },
  "number-unreadable": { severity: "error", message: () => "this is not a number; write it as 4, 2.5 or $1,250.00" },
  "units-too-fine": { severity: "error", message: () => "units have at most four decimals; correct the cell" },
  "units-too-large": { severity: "error", message: () => "units are less than a billion; correct the cell" },
  "age-unreadable": { severity: "error", message: () => "an age is a whole number of years; correct the cell" },
  "place-unreadable": {
    severity: "error",
    message: () => "a place of service is two digits; correct the cell, or give the column another name",
  },
  "revenue-unreadable": { severity: "error", message: () => "a revenue code is four digits; correct the cell" },
  "bill-unreadable": {
    severity: "error",
    message: () => "a type of bill is two to four letters or digits, such as 131 or 0131; correct the cell",
  },
  "form-unreadable": { severity: "error", message: () => "a form is professional or institutional; correct the cell" },
  "credit-without-charge": {
    severity: "error",
    message: () =>
      "this credit has nothing to cancel: no line of the patient has this date, code, modifiers and as many units; add the charge or leave the credit out",
  },
  "patient-not-listed": {
    severity: "error",
    message: () =>
      "the file of --patients has no such number in the column of this source; add the person's row, or correct the cell",
  },
});

/** Why a charge or table file, or what a run says about it, cannot be used at all. */
export const fileErrors = define({
  "file-not-found": { severity: "error", message: () => "there is no such file; check its name" },
  "file-not-readable": {
    severity: "error",
    message: (p: { why: string }) => `the file cannot be opened (${p.why}); check what it is and who may read it`,
  },
  "file-given-twice": {
    severity: "error",
    message: () => "the file is named twice; name it once, or its lines count double",
  },
  "file-is-empty": { severity: "error", message: () => "the file is empty; its first row should name its columns" },
  "file-is-damaged": {
    severity: "error",
    message: () => "the compressed file ends early or is damaged; fetch it again",
  },
  "file-changed": {
    severity: "error",
    message: () => "the file was written while it was read; run again when nothing writes to it",
  },
  "file-is-not-text": {
    severity: "error",
    message: () => "the file is not text: it holds bytes that no text has; export it as CSV",
  },
  "file-is-not-utf-8": {
    severity: "error",
    message: () =>
      "the file says that it is UTF-8 and is not, or cannot be read twice to find out; save it again as UTF-8",
  },
  "file-is-workbook": {
    severity: "error",
    message: () => "the file is an Excel workbook or a zip archive; save the sheet as CSV, or unpack it",
  },
  "file-is-parquet": {
    severity: "error",
    message: () =>
      "the file is Parquet inside another file, comes through a pipe, or stands where Parquet is not read; give it as a file of its own, or write it to CSV",
  },
  "file-not-parquet": {
    severity: "error",
    message: () =>
      "the file is named as Parquet and does not begin as Parquet does; check what it is, or give it its own name",
  },
  "parquet-not-installed": {
    severity: "error",
    message: () =>
      "to read Parquet, the package @duckdb/node-api is needed and not installed; npm install @duckdb/node-api, or write the file to CSV",
  },
  "parquet-not-a-value": {
    severity: "error",
    message: (p: { column: string }) =>
      `column ${p.column} holds lists or objects where single values are needed; lists of single values may stand for modifiers and diagnoses alone`,
  },
  "file-is-x12": { severity: "error", message: () => "X12 claims are not read yet; write the lines to CSV" },
  "json-is-list": {
    severity: "error",
    message: () =>
      "the file is one list of JSON; write its objects one a line, without the brackets and commas between them",
  },
  "json-without-objects": {
    severity: "error",
    message: () =>
      "no line of the file is an object of JSON with a key in it; write each charge as one object on one line",
  },
  "json-key-late": {
    severity: "error",
    message: (p: { row: number }) =>
      `line ${p.row} has a key that the beginning of the file lacks, and a pipe cannot be read twice to look for all keys; save the file first`,
  },
  "quotes-not-closed": {
    severity: "error",
    message: (p: { rows: number; first: number }) =>
      `double quotes are not closed in ${p.rows} rows and more, the first of them row ${p.first}; close them, and double each quote within a cell`,
  },
  "row-too-long": {
    severity: "error",
    message: (p: { row: number }) => `row ${p.row} does not end within four million characters; check the line breaks`,
  },
  "header-not-closed": {
    severity: "error",
    message: () => "the header has a double quote that is not closed properly; correct the first row",
  },
  "header-missing": {
    severity: "error",
    message: () =>
      "the first row holds values where the names of the columns should stand; add a row of names above it",
  },
  "column-missing": {
    severity: "error",
    message: (p: { field: string; headers: string; layout: string }) =>
      `no column is known to hold the ${p.field}; the columns are ${p.headers}; name the right one in a layout: ${p.layout}`,
  },
  "column-ambiguous": {
    severity: "error",
    message: (p: { field: string; headers: string; layout: string }) =>
      `several columns could hold the ${p.field}: ${p.headers}; name the right one in a layout: ${p.layout}`,
  },
  "column-twice": {
    severity: "error",
    message: (p: { header: string }) => `two columns are named ${p.header}, and it is needed; give one another name`,
  },
  "layout-unknown": {
    severity: "error",
    message: (p: { layout: string; known: string }) => `there is no layout ${p.layout}; ${p.known}`,
  },
  "layout-ambiguous": {
    severity: "error",
    message: (p: { layouts: string }) =>
      `the file has all columns of several layouts: ${p.layouts}; choose one with --layout`,
  },
  "layout-column-missing": {
    severity: "error",
    message: (p: { layout: string; missing: string; headers: string }) =>
      `layout ${p.layout} reads ${p.missing}, which the file lacks; the columns are ${p.headers}`,
  },
  "layout-field-unknown": {
    severity: "error",
    message: (p: { layout: string; field: string }) =>
      `layout ${p.layout} names ${p.field}, which no column can say; name a field of a charge line, such as diagnoses`,
  },
  "layout-date-form": {
    severity: "error",
    message: (p: { layout: string; form: string }) =>
      `layout ${p.layout} says dates as ${p.form}; write a form of YYYY or YY, MM or M, DD or D, once each`,
  },
  "layout-one-column": {
    severity: "error",
    message: (p: { layout: string; field: string }) =>
      `layout ${p.layout} gives the ${p.field} several columns; it is read from one`,
  },
  "set-field-unknown": {
    severity: "error",
    message: (p: { field: string }) => `--set names ${p.field}, which is no field of a charge line; check its name`,
  },
  "set-value-unreadable": {
    severity: "error",
    message: (p: { field: string; reason: string }) => `--set cannot give that value to ${p.field}: ${p.reason}`,
  },
  "table-column-missing": {
    severity: "error",
    message: (p: { column: string; header: string; headers: string }) =>
      `column ${p.column} of the table is read from ${p.header}, which the file lacks; its columns are ${p.headers}`,
  },
  "table-cell-unreadable": {
    severity: "error",
    message: (p: { value: string; type: string }) =>
      `${p.value} cannot stand in a column of type ${p.type}; correct the cell`,
  },
  "table-row-cells": {
    severity: "error",
    message: (p: { found: number; expected: number }) =>
      `the row has ${p.found} cells and the header ${p.expected}; correct the row`,
  },
  "table-row-quotes": {
    severity: "error",
    message: () =>
      "the row has a double quote that is not closed properly; close it, and double each quote within a cell",
  },
  "table-row-blank": {
    severity: "error",
    message: () =>
      "the row is blank and rows follow it; take it out, since findings name the rows of a table by number",
  },
  "table-file-name": {
    severity: "error",
    message: () => "the name of a Parquet file may not hold *, ? or [; give the file another name",
  },
  "temporary-file-unusable": {
    severity: "error",
    message: (p: { why: string }) =>
      `lines that have no room in memory cannot be kept in the temporary folder (${p.why}); make room there, name another folder in TMPDIR, or give more memory with --memory`,
  },
  "patients-columns-missing": {
    severity: "error",
    message: (p: { sources: string }) =>
      `a file of patients' numbers has a column for each source, two at least, each named as its source is; the sources are ${p.sources}`,
  },
  "patients-number-missing": {
    severity: "error",
    message: () =>
      "the row has no number in the first source's column, by which the person is called; fill it, or take the row out",
  },
  "patients-number-twice": {
    severity: "error",
    message: (p: { first: number }) =>
      `a number of the row stands for another person in row ${p.first}; keep the row that is right`,
  },
});

/** The message of a code: wrong parameters or a wrong code do not compile. */
export function messageOf<K extends string, P>(
  catalogue: { readonly [C in K]: DiagnosticKind<NoInfer<P>> },
  code: K,
  parameters: P,
): string {
  return catalogue[code].message(parameters);
}
