import { formatDate, noDate, parseIsoDate } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importMue } from "./import-mue.js";
import { errorOf, importing } from "./testing/imported.js";
import { mueFile, zipOf } from "./testing/published.js";
import { UnitHistory } from "./unit-history.js";

const imported = importing(importMue, "mue.csv");

const header = "code,units,indicator,effective,deleted\n";
const october = "MCR_MUE_PractitionerServices_Eff_10-01-2025.csv";
const january = "MCR_MUE_PractitionerServices_Eff_01-01-2026.csv";
const clinical = "3 Date of Service Edit: Clinical,Nature of something";

test("rows get the day of the file's name, and the digit of the adjudication indicator", async () => {
  const { done, table } = await imported({
    [october]: mueFile(`77427,1,2 Date of Service Edit: Policy,x`, `0394T,0,${clinical}`, `G6015,2,1 Line Edit,x`),
  });
  expect(table).toBe(
    `${header}0394T,0,3,2025-10-01,
77427,1,2,2025-10-01,
G6015,2,1,2025-10-01,
`,
  );
  expect(done.record).toMatchObject({ setting: "practitioner", rows: 3, from: "2025-10-01", to: null });
  expect(done.counts).toMatchObject({ rows: 3, written: 3, rejected: 0 });
});

test("quarters are stacked in the order of their days, together or one after another", async () => {
  const files = {
    [january]: mueFile(`77300,10,${clinical}`, `77334,8,${clinical}`, `77436,1,${clinical}`),
    [october]: mueFile(`77300,10,${clinical}`, `77334,10,${clinical}`, `77014,2,${clinical}`),
  };
  const expected = `${header}77014,2,3,2025-10-01,2025-12-31
77300,10,3,2025-10-01,
77334,10,3,2025-10-01,2025-12-31
77334,8,3,2026-01-01,
77436,1,3,2026-01-01,
`;
  expect((await imported(files)).table).toBe(expected);
  const { folder } = await imported({ [october]: files[october] });
  const second = await imported({ [january]: files[january] }, { folder, onto: "mue.csv" });
  expect(second.table).toBe(expected);
  expect(second.done.older).toMatchObject({ again: 1, replaced: 2 });
  expect(second.done.record.releases.map(({ effective, rows }) => `${effective ?? ""} ${rows}`)).toEqual([
    "2025-10-01 3",
    "2026-01-01 3",
  ]);
  const again = await imported({ [january]: files[january] }, { folder, onto: "mue.csv" });
  expect(again.table).toBe(expected);
  expect(again.done.record.releases).toHaveLength(2);
  expect(await errorOf(imported({ [october]: files[october] }, { folder, onto: "mue.csv" }))).toBe(
    "import-out-of-order mue.csv",
  );
});

test("a rejected row is listed with its place, and all are accounted for", async () => {
  const { done } = await imported({
    "2026-q3-practitioner-mue.zip": zipOf({
      "a.csv": mueFile(
        `773,1,${clinical}`,
        `,1,${clinical}`,
        `77300,1.5,${clinical}`,
        `77300,-1,${clinical}`,
        `77300,1,4 Another Edit,x`,
        `77300,1,${clinical}`,
        `77300,1,${clinical}`,
        `77300,2,${clinical}`,
        `77300,2,${clinical},x`,
      ),
    }),
  });
  expect(done.rejectedRows.map(({ row, column, code }) => `${row} ${column ?? ""} ${code}`)).toEqual([
    "3 HCPCS/CPT Code code-unreadable",
    "4 HCPCS/CPT Code cell-blank",
    "5 MUE Values units-unreadable",
    "6 MUE Values units-unreadable",
    "7 MUE Adjudication Indicator adjudication-unreadable",
    "10 HCPCS/CPT Code code-said-otherwise",
    "11  cells-too-many",
  ]);
  expect(done.counts).toEqual({ rows: 9, written: 1, neverInForce: 0, repeated: 1, rejected: 7 });
  expect(done.record.from).toBe("2026-07-01");
});

test("a file whose name has no day needs to be told one, and settings do not go together", async () => {
  const file = mueFile(`77300,1,${clinical}`);
  expect(await errorOf(imported({ "mue.csv": file }))).toBe("import-date-missing mue.csv");
  const { table } = await imported({ "a.csv": file }, { effective: parseIsoDate("2026-02-01") });
  expect(table).toBe(`${header}77300,1,3,2026-02-01,\n`);
  expect(
    await errorOf(imported({ [january]: file, "MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.csv": file })),
  ).toBe("import-settings-differ MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.csv");
});

test("whatever the quarters, the table says for each day what the last quarter before it said", () => {
  const code = fc.constantFrom("77300", "77334", "G6015");
  const quarter = fc.dictionary(code, fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(fc.array(quarter, { minLength: 1, maxLength: 6 }), (quarters) => {
      const history = new UnitHistory([]);
      for (const [index, said] of quarters.entries()) {
        const units = Object.entries(said).map(
          ([name, units]) => [name, { units, indicator: 3, rationale: "" }] as const,
        );
        history.stack(index * 90, new Map(units));
      }
      for (const [index, said] of quarters.entries()) {
        for (const day of [index * 90, index * 90 + 89]) {
          const held = history
            .rows()
            .filter(({ effective, deleted }) => effective <= day && (deleted === noDate || day <= deleted))
            .map((row) => [row.code, row.units]);
          expect(Object.fromEntries(held), formatDate(day)).toEqual({ ...said });
        }
      }
    }),
  );
});
