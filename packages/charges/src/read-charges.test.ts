import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Charges, Field, Layout } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import { expect, test } from "vitest";
import { ChargeFileError } from "./charge-file-error.js";
import { messageOf, rowReasons } from "./diagnostics.js";
import type { ChargesRead, ChargesRequest } from "./read-charges.js";
import { readCharges } from "./read-charges.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

type Options = Partial<Omit<ChargesRequest, "set">> & { set?: { [field: string]: string } };

function read(text: string, options: Options = {}): Promise<ChargesRead> {
  return readFiles({ "charges.csv": text }, options);
}

function readFiles(files: { [name: string]: string }, options: Options = {}): Promise<ChargesRead> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { set = {}, ...rest } = options;
  const usual = { files: Object.keys(files), folder, layouts: [], layout: null, fields: [] };
  return readCharges({ ...usual, ...rest, set: new Map(Object.entries(set)) });
}

/** Each line in the order of the engine: row, patient, date, code, modifiers as shown, units. */
function lines({ charges }: ChargesRead): string[] {
  return Array.from({ length: charges.count }, (_, line) => {
    const shown = charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1] ?? [];
    return [
      charges.row[line],
      textOf(charges.patient, line),
      formatDate(charges.date.days[line] ?? 0),
      [textOf(charges.code, line), ...shown].join("-"),
      `x${charges.units.values[line]}`,
    ].join(" ");
  });
}

/** One field of each line. */
function field({ charges }: ChargesRead, name: string): (string | number | null)[] {
  const column = charges.fields.get(name);
  return Array.from({ length: charges.count }, (_, line) => {
    if (column === undefined) return null;
    if (column.kind === "text") return textOf(column, line);
    const value = column.kind === "number" ? column.values[line] : column.days[line];
    return value === undefined || Number.isNaN(value) || value < -1e9 ? null : value;
  });
}

function textOf(column: Charges["patient"], line: number): string | null {
  return column.values[column.ids[line] ?? -1] ?? null;
}

/** Each rejected row: row, column, value, the beginning of the reason. */
function rejected(run: ChargesRead): string[] {
  return run.rejected.map((row) => `${row.row} ${row.column} ${row.value}: ${row.reason.split(";")[0]}`);
}

async function errorOf(run: Promise<unknown>): Promise<ChargeFileError> {
  const error: unknown = await run.catch((caught: unknown) => caught);
  if (error instanceof ChargeFileError) return error;
  throw new Error("the file should not be readable");
}

const layout = (name: string, entries: Layout["entries"]): Layout => ({
  name,
  doc: null,
  at: { file: "a.edict", line: 1, column: 1 },
  entries,
});

test("lines stand in the order of patient, date and input", async () => {
  const run = await read(`MRN,DOS,CPT,MOD1,MOD2,UNITS
P2,2026-03-02,77301,,,1
P10,2026-03-03,77290,26,59,2
P10,2026-03-02,77336,,,
é,20260302,g6015,,,1
P10,3/2/2026,77427,xs,26,1
`);
  expect(lines(run)).toEqual([
    "4 P10 2026-03-02 77336 x1",
    "6 P10 2026-03-02 77427-XS-26 x1",
    "3 P10 2026-03-03 77290-26-59 x2",
    "2 P2 2026-03-02 77301 x1",
    "5 é 2026-03-02 G6015 x1",
  ]);
  expect(run).toMatchObject({ rows: 5, netted: 0, rejected: [] });
  expect([...run.charges.order]).toEqual([2, 4, 1, 0, 3]);
});

test("modifiers are a set for rules and as the file has them for findings", async () => {
  const { charges } = await read("MRN,DOS,CPT,MODIFIERS\nP,2026-03-02,77301,59 26 59\nP,2026-03-02,77301,\n");
  expect(charges.modifiers.values[charges.modifiers.ids[0] ?? -1]).toEqual(["26", "59"]);
  expect(charges.shownModifiers.values[charges.shownModifiers.ids[0] ?? -1]).toEqual(["59", "26", "59"]);
  expect(charges.modifiers.ids[1]).toBe(-1);
});

test("a file has the fields that it has columns for", async () => {
  const { charges } = await read("MRN,DOS,CPT,DX1,POS,note\nP,2026-03-02,77301,c50.911,1,x\n");
  expect([...(charges.files[0]?.fields ?? [])].sort()).toEqual([
    "code",
    "date",
    "diagnoses",
    "patient",
    "place",
    "primary diagnosis",
  ]);
  expect(charges.diagnoses.values).toEqual([["C50911"]]);
});

test("each field is read as the contract says", async () => {
  const run =
    await read(`patient,date,code,line,claim,payer,form,place,bill,revenue,setting,provider,authorization,amount,age,sex,through
P,2026-03-02,77301,7,C9,Medicare,UB-04,1,131,333,hospital,1234567890,A1,"($1,250.50)",67,F,2026-03-04
P,2026-03-02,77301,,,,,,,,,,,,,,
`);
  const values = [...run.charges.fields.keys()].map((name) => [name, ...field(run, name)]);
  expect(values).toEqual([
    ["line", "7", null],
    ["claim", "C9", null],
    ["payer", "Medicare", null],
    ["form", "institutional", null],
    ["place", "01", null],
    ["bill", "131", null],
    ["revenue", "0333", null],
    ["setting", "hospital", null],
    ["provider", "1234567890", null],
    ["authorization", "A1", null],
    ["amount", -1250.5, null],
    ["age", 67, null],
    ["sex", "F", null],
    ["through", 20516, null],
  ]);
});

test("rows that cannot be read are rejected with row, column, value and reason", async () => {
  const run = await read(`MRN,DOS,CPT,MOD1,UNITS,DX,POS,AMOUNT
,2026-03-02,77301,,,,,
P,,77301,,,,,
P,2026-03-02,,,,,,
P,2026-02-30,77301,,,,,
P,46083,77301,,,,,
P,yesterday,77301,,,,,
P,2026-03-02,7730,,,,,
P,2026-03-02,77301-26,,,,,
P,2026-03-02,77301,2,,,,
P,2026-03-02,77301,,some,,,
P,2026-03-02,77301,,0.00001,,,
P,2026-03-02,77301,,,185,,
P,2026-03-02,77301,,,prostate,,
P,2026-03-02,77301,,,,Office,
P,2026-03-02,77301,,,,,ten
P,2026-03-02
P,2026-03-02,77301,,,,,,,
P,"2026-03-02"x,77301,,,,,
P,2026-03-02,77301,,,,,
`);
  expect(rejected(run)).toEqual([
    "2 MRN : the patient is blank",
    "3 DOS : the date is blank",
    "4 CPT : the code is blank",
    "5 DOS 2026-02-30: the calendar has no such date",
    "6 DOS 46083: this looks like a date as Excel counts its days",
    "7 DOS yesterday: this is not a date as 2026-03-02, 20260302 or 3/2/2026",
    "8 CPT 7730: a code has five characters and this has four",
    "9 CPT 77301-26: this is a code and modifiers in one cell",
    "10 MOD1 2: a modifier is two letters or digits",
    "11 UNITS some: this is not a number",
    "12 UNITS 0.00001: units have at most four decimals",
    "13 DX 185: this looks like a diagnosis of ICD-9-CM",
    "14 DX prostate: a diagnosis is an ICD-10-CM code such as C50.911",
    "15 POS Office: a place of service is two digits",
    "16 AMOUNT ten: this is not a number",
    "17 null null: the row has 2 cells and the header 8",
    "18 null null: the row has 10 cells and the header 8",
    "19 null null: a double quote opens a cell of this row and nothing closes the cell properly",
  ]);
  expect(run).toMatchObject({ rows: 19, charges: { count: 1 } });
});

test("the reasons are those of the catalogue", async () => {
  const run = await read(`MRN,DOS,CPT,UNITS,DOB
,2026-03-02,77301,,
P,2026-03-02
P,2026-03-02,77301,,,
P,"2026-03-02"x,77301,,
P,2026-03-02,77301,,2027-01-01
P,2026-03-02,77301,-1,
`);
  expect(run.rejected.map((row) => row.reason)).toEqual([
    messageOf(rowReasons, "blank-field", { field: "patient" }),
    messageOf(rowReasons, "cells-missing", { found: 2, expected: 5 }),
    messageOf(rowReasons, "cells-too-many", { found: 6, expected: 5 }),
    messageOf(rowReasons, "quote-not-closed", {}),
    messageOf(rowReasons, "birth-after-service", {}),
    messageOf(rowReasons, "credit-without-charge", {}),
  ]);
});

test("a row with several mistakes is rejected once, for the first field in the order of the contract", async () => {
  const run = await read("UNITS,CPT,DOS,MRN\nmany,7,never,P\n");
  expect(rejected(run)).toEqual(["2 DOS never: this is not a date as 2026-03-02, 20260302 or 3/2/2026"]);
});

test("blank lines are not counted and keep the numbering", async () => {
  const run = await read("MRN,DOS,CPT\n\nP,2026-03-02,77301\n,,\n\nP,2026-03-02,77x\n\n");
  expect(lines(run)).toEqual(["3 P 2026-03-02 77301 x1"]);
  expect(rejected(run)[0]).toMatch(/^6 CPT 77x/);
  expect(run.rows).toBe(2);
});

test("credits cancel, both are netted, and one with nothing to cancel is rejected, shown as its file has it", async () => {
  const run = await read(`MRN,DOS,CPT,MODIFIERS,Units,NPI
P,2026-03-02,77301,26 59,1,A
P,2026-03-02,77301,59 26,1,B
P,2026-03-02,77301,59 26 59,-1,C
P,2026-03-02,77301,,-1,
P,2026-03-03,77290,,(2),
P,2026-03-03,77290,,1,
Q,2026-03-02,77301,26 59,-1.0,
P,2026-03-04,77336,,-1,
P,2026-03-04,77336,,,
`);
  expect(lines(run)).toEqual(["2 P 2026-03-02 77301-26-59 x1", "7 P 2026-03-03 77290 x1"]);
  expect(run).toMatchObject({ rows: 9, netted: 4 });
  expect(rejected(run).map((row) => row.split(":")[0])).toEqual(["5 Units -1", "6 Units (2)", "8 Units -1.0"]);
});

test("a credit in another file cancels too", async () => {
  const run = await readFiles({
    "jan.csv": "MRN,DOS,CPT,UNITS\nP,2026-01-05,77301,1\n",
    "feb.csv": "CPT,DOS,MRN,QTY\n77301,1/5/2026,P,-1\n77301,1/6/2026,P,1\n",
  });
  expect(run).toMatchObject({ rows: 3, netted: 2, charges: { count: 1 } });
});

test("files may have different columns", async () => {
  const run = await readFiles({
    "a.csv": "MRN,DOS,CPT,UNITS,PAYER\nP,2026-01-05,77301,2,Aetna\n",
    "b.csv": "MRN\tDOS\tCPT\tNPI\nP\t2026-01-04\t77290\t9\n",
  });
  expect(lines(run)).toEqual(["2 P 2026-01-04 77290 x1", "2 P 2026-01-05 77301 x2"]);
  expect(field(run, "payer")).toEqual([null, "Aetna"]);
  expect(field(run, "provider")).toEqual(["9", null]);
  expect([...run.charges.file]).toEqual([1, 0]);
  expect(run.charges.files.map((file) => [file.name, file.fields.has("units")])).toEqual([
    ["a.csv", true],
    ["b.csv", false],
  ]);
});

test("rejected rows stand in the order of files and rows, rejected credits among them", async () => {
  const run = await readFiles({
    "a.csv": "MRN,DOS,CPT,UNITS\nP,2026-01-05,77301,-1\nP,x,77301,1\n",
    "b.csv": "MRN,DOS,CPT,UNITS\nP,x,77301,1\nP,2026-01-05,77290,-1\n",
  });
  expect(run.rejected.map((row) => `${row.file} ${row.row}`)).toEqual(["a.csv 2", "a.csv 3", "b.csv 2", "b.csv 3"]);
});

test("--set gives a field to every line that has none", async () => {
  const set = { payer: "Medicare", units: "2", diagnosis: "c61, Z51.0", place: "1" };
  const run = await read("MRN,DOS,CPT,PAYER\nP,2026-03-02,77301,Aetna\nP,2026-03-02,77301,\n", { set });
  expect(field(run, "payer")).toEqual(["Aetna", "Medicare"]);
  expect(field(run, "place")).toEqual(["01", "01"]);
  expect([...run.charges.units.values]).toEqual([2, 2]);
  expect(run.charges.diagnoses.values).toEqual([["C61", "Z510"]]);
  const fields = run.charges.files[0]?.fields;
  expect(["payer", "units", "place", "diagnoses", "primary diagnosis"].every((name) => fields?.has(name))).toBe(true);
});

test("--set can stand in for a column that every line needs", async () => {
  const run = await read("DOS,CPT\n2026-03-02,77301\n", { set: { patient: "P1" } });
  expect(lines(run)).toEqual(["2 P1 2026-03-02 77301 x1"]);
});

test.each([
  [{ colour: "red" }, "set-field-unknown"],
  [{ "primary diagnosis": "C61" }, "set-field-unknown"],
  [{ __proto__: "x", constructor: "x" }, "set-field-unknown"],
  [{ units: "many" }, "set-value-unreadable"],
  [{ units: "-1" }, "set-value-unreadable"],
  [{ payer: " " }, "set-value-unreadable"],
  [{ date: "2026-02-30" }, "set-value-unreadable"],
])("--set %o is %s", async (set, code) => {
  const run = read("MRN,DOS,CPT\n", { set });
  expect(await errorOf(run)).toMatchObject({ code, file: null });
});

test("declared fields are read by their types", async () => {
  const fields: Field[] = [
    { name: "tumor_site", type: "text" },
    { name: "dose", type: "number" },
    { name: "planned", type: "date" },
    { name: "ordered", type: "code" },
  ];
  const run = await read(
    "MRN,DOS,CPT,Tumor Site,dose,PLANNED,ordered\nP,2026-03-02,77301,prostate,2.5,2026-03-01,g6015\nP,2026-03-02,77301,,,,\nP,2026-03-02,77301,,x,,\n",
    { fields },
  );
  expect(fields.map(({ name }) => field(run, name))).toEqual([
    ["prostate", null],
    [2.5, null],
    [20513, null],
    ["G6015", null],
  ]);
  expect(rejected(run)[0]).toMatch(/^4 dose x/);
});

test("age is the line's own, else worked out from birth", async () => {
  const run = await read(`MRN,DOS,CPT,DOB,AGE
P,2026-03-02,77301,1960-03-02,
P,2026-03-02,77301,1960-03-03,
P,2026-03-02,77301,1960-03-03,70
P,2026-03-02,77301,,
P,2026-03-02,77301,2026-03-03,
`);
  expect(field(run, "age")).toEqual([66, 65, 70, null]);
  expect(rejected(run)[0]).toBe("6 DOB 2026-03-03: the date of birth is after the date of service");
});

test("a layout says where fields are, how dates are written and lists split", async () => {
  const epic = layout("Epic", [
    { field: "patient", from: ["WHO"], as: null, splitBy: null },
    { field: "date", from: ["WHEN"], as: "DD/MM/YYYY", splitBy: null },
    { field: "modifiers", from: ["B", "A"], as: null, splitBy: null },
    { field: "diagnoses", from: ["DX_LIST"], as: null, splitBy: "/" },
    { field: "birth", from: ["BORN"], as: "D.M.YY", splitBy: null },
  ]);
  const text = "WHO,WHEN,CPT,A,B,DX_LIST,BORN\nP,02/03/2026,77301,26,59,C61/Z51.0,1.2.30\nP,2026-03-02,77301,,,,\n";
  const run = await read(text, { layouts: [epic] });
  expect(lines(run)).toEqual(["2 P 2026-03-02 77301-59-26 x1"]);
  expect(field(run, "age")).toEqual([96]);
  expect(run.charges.diagnoses.values).toEqual([["C61", "Z510"]]);
  expect(rejected(run)).toEqual(["3 WHEN 2026-03-02: this is not a date as DD/MM/YYYY"]);
});

test("several layouts that fit are an error, and --layout chooses", async () => {
  const one = layout("One", [{ field: "claim", from: ["A"], as: null, splitBy: null }]);
  const two = layout("Two", [{ field: "payer", from: ["A"], as: null, splitBy: null }]);
  const text = "MRN,DOS,CPT,A\nP,2026-03-02,77301,x\n";
  expect(await errorOf(read(text, { layouts: [one, two] }))).toMatchObject({ code: "layout-ambiguous" });
  expect(field(await read(text, { layouts: [one, two], layout: "Two" }), "payer")).toEqual(["x"]);
  expect(await errorOf(read(text, { layouts: [one], layout: "Two" }))).toMatchObject({ code: "layout-unknown" });
  const missing = read("MRN,DOS,CPT\n", { layouts: [one], layout: "One" });
  expect(await errorOf(missing)).toMatchObject({ code: "layout-column-missing" });
});

test("a layout with a form of dates that is none is an error", async () => {
  const bad = layout("Bad", [{ field: "date", from: ["DOS"], as: "MON YYYY", splitBy: null }]);
  expect(await errorOf(read("MRN,DOS,CPT\n", { layouts: [bad] }))).toMatchObject({ code: "layout-date-form" });
});

test("a file without a needed column says which columns it has and what to write", async () => {
  const error = await errorOf(read("Who,DOS,CPT\nP,2026-03-02,77301\n"));
  expect(error).toMatchObject({ code: "column-missing", file: "charges.csv" });
  expect(error.message).toContain("Who, DOS, CPT");
  expect(error.message).toContain('layout Mine patient from "HEADER"');
});

test("a file without a header is not shown to anybody", async () => {
  const error = await errorOf(read("SMITH,2026-03-02,77301\n"));
  expect(error.code).toBe("header-missing");
  expect(error.message).not.toContain("SMITH");
});

test("a file named twice would count double", async () => {
  writeFileSync(join(folder, "charges.csv"), "MRN,DOS,CPT\n");
  const run = readFiles({}, { files: ["charges.csv", "./charges.csv"] });
  expect(await errorOf(run)).toMatchObject({ code: "file-given-twice" });
  symlinkSync("charges.csv", join(folder, "link.csv"));
  const linked = readFiles({}, { files: ["charges.csv", "link.csv"] });
  expect(await errorOf(linked)).toMatchObject({ code: "file-given-twice", file: "link.csv" });
});

test("a header alone is a file without rows", async () => {
  expect(await read("MRN,DOS,CPT\n")).toMatchObject({ rows: 0, netted: 0, charges: { count: 0 } });
});

test("the page's example of credits comes out as the page says", async () => {
  const page = readFileSync(new URL("../../../docs/charge-files.md", import.meta.url), "utf8");
  const [first = "", second = ""] = [...page.matchAll(/```csv\n(.*?)```/gs)].map((found) => found[1] ?? "");
  expect(await read(first)).toMatchObject({ rows: 2, rejected: [], charges: { count: 2 } });
  const run = await read(second);
  expect(run).toMatchObject({ rows: 6, netted: 2, charges: { count: 2 } });
  expect(run.rejected.map((row) => row.row)).toEqual([5, 7]);
});

test("progress ends at the whole", async () => {
  const heard: string[] = [];
  await readFiles(
    { "a.csv": "MRN,DOS,CPT\n", "b.csv": "MRN,DOS,CPT\nP,2026-03-02,77301\n" },
    { onProgress: (read, total) => heard.push(`${read}/${total}`) },
  );
  expect(heard).toEqual(["12/43", "43/43"]);
});
