import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Field, Layout } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import { expect, test } from "vitest";
import { ChargeFileError } from "./charge-file-error.js";
import type { SourceRequest, SourcesRead } from "./read-charges.js";
import { readCharges, readSources } from "./read-charges.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));
const record: Field = { name: "record", type: "source" };

const treatmentLayout: Layout = {
  name: "Treatment",
  doc: null,
  at: { file: "a.edict", line: 1, column: 1 },
  entries: [
    { field: "patient", from: ["who"], as: null, splitBy: null },
    { field: "date", from: ["when"], as: "DD.MM.YYYY", splitBy: null },
  ],
};

function source(name: string, text: string, how: Partial<SourceRequest> = {}): SourceRequest {
  const file = `${name}.csv`;
  writeFileSync(join(folder, file), text);
  return { source: name, files: [file], layout: null, set: new Map(), ...how };
}

function read(...sources: readonly SourceRequest[]): Promise<SourcesRead> {
  return readSources({ folder, layouts: [treatmentLayout], fields: [record], sources, patients: null });
}

/** The same with a file that says which numbers are one patient. */
function readWith(numbers: string, ...sources: readonly SourceRequest[]): Promise<SourcesRead> {
  writeFileSync(join(folder, "numbers.csv"), numbers);
  return readSources({ folder, layouts: [], fields: [record], sources, patients: "numbers.csv" });
}

/** Each line in the order of the engine: its source, row, date and code. */
function lines({ charges }: Pick<SourcesRead, "charges">): string[] {
  return Array.from({ length: charges.count }, (_, line) => {
    const column = charges.fields.get("record");
    const said = column?.kind === "text" ? column.values[column.ids[line] ?? -1] : undefined;
    const code = charges.code.values[charges.code.ids[line] ?? -1];
    return `${said} ${charges.row[line]} ${formatDate(charges.date.days[line] ?? 0)} ${code}`;
  });
}

const header = "patient,date,code,units\n";

test("the files of several sources are one run, each source with its own layout and its own fields for all lines", async () => {
  const run = await read(
    source("treatment", "who;when;record\nP1;02.03.2026;LINAC 1\nP1;03.03.2026;\n", {
      layout: "Treatment",
      set: new Map([["code", "77402"]]),
    }),
    source("charges", `${header}P1,2026-03-02,77412,1\nP1,not a date,77412,1\n`),
  );
  // The column of the field's own name says something else: which file is which source, the request has said.
  expect(lines(run)).toEqual([
    "treatment 2 2026-03-02 77402",
    "charges 2 2026-03-02 77412",
    "treatment 3 2026-03-03 77402",
  ]);
  expect(run.charges.files.map(({ fields }) => fields.has("record"))).toEqual([true, true]);
  expect(run.sourceOfFile).toEqual([
    { source: "treatment", rows: 2 },
    { source: "charges", rows: 2 },
  ]);
  expect(run.rejected.map(({ file, row }) => `${file} ${row}`)).toEqual(["charges.csv 3"]);
});

test("a file of two sources is named twice", async () => {
  const one = source("charges", header);
  await expect(read(one, { ...one, source: "treatment" })).rejects.toThrow("named twice");
});

test("a credit of one source cancels nothing of another", async () => {
  const charge = source("charges", `${header}P1,2026-03-02,77412,1\n`);
  const credit = source("treatment", `${header}P1,2026-03-02,77412,-1\n`);
  const run = await read(charge, credit);
  expect(lines(run)).toEqual(["charges 2 2026-03-02 77412"]);
  expect(run.rejected.map(({ file, row }) => `${file} ${row}`)).toEqual(["treatment.csv 2"]);
  const together = {
    files: ["charges.csv", "treatment.csv"],
    folder,
    layouts: [],
    layout: null,
    set: new Map<string, string>(),
  };
  expect((await readCharges({ ...together, fields: [record] })).netted).toBe(2);
});

const counted = (): SourceRequest[] => [
  source("charges", `${header}P1,2026-03-02,77412,1\nT2,2026-03-02,77412,1\n`),
  source(
    "treatment",
    `${header}T1,2026-03-02,77412,1\n T11 ,2026-03-03,77412,1\nT2,2026-03-02,77412,1\nP1,2026-03-02,77412,1\n`,
  ),
];

function patientsOf({ charges }: SourcesRead): string[] {
  return lines({ charges }).map((line, at) => `${charges.patient.values[charges.patient.ids[at] ?? -1]} ${line}`);
}

test("a file of numbers says who is whom; a number that it lacks rejects its row, but for the first column's", async () => {
  const run = await readWith("note,Charges,treatment\n,P1,T1\n,P1,T11\n,P2,\n,P3,T2\n", ...counted());
  expect(patientsOf(run)).toEqual([
    "P1 charges 2 2026-03-02 77412",
    "P1 treatment 2 2026-03-02 77412",
    "P1 treatment 3 2026-03-03 77412",
    "P3 treatment 4 2026-03-02 77412",
    "T2 charges 3 2026-03-02 77412",
  ]);
  expect(run.rejected.map(({ file, row, column, value }) => [file, row, column, value])).toEqual([
    ["treatment.csv", 5, "patient", "P1"],
  ]);
  expect(run.sourceOfFile.map(({ rows }) => rows)).toEqual([2, 4]);
});

test("a source without a column has the numbers of the first", async () => {
  const other = source("hospital", `${header}P1,2026-03-04,77412,1\n`);
  const run = await readWith("charges,treatment\nP1,T1\nP1,T11\nP2,T2\n", ...counted(), other);
  expect(patientsOf(run).at(-3)).toBe("P1 hospital 2 2026-03-04 77412");
});

test("a file of numbers in which a number is two people, or that is no such file, is refused without a number of it", async () => {
  const refused = (numbers: string): Promise<string> =>
    readWith(numbers, ...counted()).then(
      () => "read",
      (error: unknown) =>
        error instanceof ChargeFileError ? `${error.code} ${error.row}: ${error.message}` : "no such error",
    );
  const told = [
    await refused("charges,treatment\nP1,T1\nP2,T1\n"),
    await refused("charges,treatment\n,T1\n"),
    await refused("charges,record\nP1,T1\n"),
    await refused("P1,T1\nP2,T2\n"),
    await refused("charges,treatment,treatment\nP1,T1,T2\n"),
    await refused("charges,treatment\nP1\n"),
  ];
  expect(told.map((one) => one.split(":")[0])).toEqual([
    "patients-number-twice 3",
    "patients-number-missing 2",
    "patients-columns-missing null",
    "patients-columns-missing null",
    "column-twice null",
    "table-row-cells 2",
  ]);
  expect(told.join()).not.toMatch(/P1|P2|T1|T2/);
});
