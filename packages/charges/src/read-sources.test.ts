import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Field, Layout } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import { expect, test } from "vitest";
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
  return readSources({ folder, layouts: [treatmentLayout], fields: [record], sources });
}

/** Each line in the order of the engine: its source, row, date and code. */
function lines({ charges }: SourcesRead): string[] {
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
