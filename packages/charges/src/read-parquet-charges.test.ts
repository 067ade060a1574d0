/** Parquet as charge files: what `docs/charge-files.md` promises of it. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { formatDate } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chargeBatches } from "./charge-batches.js";
import { ChargeFileError } from "./charge-file-error.js";
import type { ChargesRead } from "./read-charges.js";
import { readCharges } from "./read-charges.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

/** Writes what a query gives to a Parquet file. */
async function write(query: string, name = "c.parquet"): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:");
  try {
    const connection = await instance.connect();
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    await connection.run(`COPY (${query}) TO '${join(folder, name).replaceAll("'", "''")}' (FORMAT parquet)`);
  } finally {
    instance.closeSync();
  }
  return name;
}

function read(...files: readonly string[]): Promise<ChargesRead> {
  return readCharges({ files, folder, layouts: [], layout: null, fields: [], set: new Map() });
}

/** Each line: row, patient, date, code with modifiers, units, diagnoses, amount. */
function lines({ charges }: Pick<ChargesRead, "charges">): string[] {
  const amount = charges.fields.get("amount");
  return Array.from({ length: charges.count }, (_, line) =>
    [
      charges.row[line],
      charges.patient.values[charges.patient.ids[line] ?? -1],
      formatDate(charges.date.days[line] ?? 0),
      charges.code.values[charges.code.ids[line] ?? -1],
      (charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1] ?? []).join("-"),
      charges.units.values[line],
      (charges.diagnoses.values[charges.diagnoses.ids[line] ?? -1] ?? []).join("-"),
      amount?.kind === "number" ? amount.values[line] : "",
    ].join(" "),
  );
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  const error: unknown = await run.catch((caught: unknown) => caught);
  return error instanceof ChargeFileError ? error.code : "no error";
}

test("columns of every type that a charge may have are read as their texts", async () => {
  const run = await read(
    await write(`
      SELECT 'P1' AS "MRN", DATE '2026-03-02' AS "DOS", 77301 AS "CPT", ['26', NULL, '59'] AS modifiers,
        2.5::DECIMAL(10, 4) AS units, ['c61'] AS diagnoses, 12.5::DOUBLE AS amount
      UNION ALL SELECT 'a patient whose number is long, é', DATE '2026-03-03', 77290, [], NULL, NULL, 'nan'::DOUBLE`),
  );
  expect(lines(run)).toEqual([
    "1 P1 2026-03-02 77301 26-59 2.5 C61 12.5",
    "2 a patient whose number is long, é 2026-03-03 77290  1  NaN",
  ]);
});

test.each([
  ["a day", "DATE '2026-03-02'"],
  ["a midnight", "TIMESTAMP '2026-03-02 00:00:00'"],
  ["a time of the day", "TIMESTAMP '2026-03-02 23:59:59.5'"],
  ["nanoseconds", "TIMESTAMP_NS '2026-03-02 23:59:59.123456789'"],
  ["an instant, by its day in UTC", "TIMESTAMPTZ '2026-03-02 23:30:00+00'"],
  ["a text", "'3/2/2026'"],
  ["a number", "20260302"],
])("a date may be %s", async (_, date) => {
  const run = await read(await write(`SELECT 'P1' AS patient, ${date} AS date, '77301' AS code`));
  expect(lines(run)).toEqual(["1 P1 2026-03-02 77301  1  "]);
});

test.each([
  ["a whole number", "17::BIGINT", "17"],
  ["a whole number kept as a fraction", "17.0::DOUBLE", "17"],
  ["a decimal without decimals", "17.00::DECIMAL(8, 2)", "17"],
  ["more digits than a number keeps", "12345678901234567890::DECIMAL(20, 0)", "12345678901234567890"],
  ["a text of bytes", "'P1'::BLOB", "P1"],
  ["a word of a list", "'P1'::ENUM ('P1', 'P2')", "P1"],
])("a patient may be %s", async (_, patient, text) => {
  const run = await read(await write(`SELECT ${patient} AS patient, DATE '2026-03-02' AS date, '77301' AS code`));
  expect(lines(run)).toEqual([`1 ${text} 2026-03-02 77301  1  `]);
});

test("rows keep their order and number, and those that cannot be read are rejected with it", async () => {
  const run = await read(
    await write(`
      SELECT 'P' AS patient, DATE '2026-03-02' AS date, '77301' AS code,
        CASE WHEN i = 4000 THEN 'many' ELSE CAST(i AS VARCHAR) END AS units, 'claim number ' || i AS claim
      FROM range(1, 10001) t(i)`),
  );
  expect(run).toMatchObject({
    rows: 10_000,
    rejected: [{ file: "c.parquet", row: 4000, column: "units", value: "many" }],
  });
  expect([...run.charges.row].every((row, line) => row === run.charges.units.values[line])).toBe(true);
  const claim = run.charges.fields.get("claim");
  expect(claim?.kind === "text" ? claim.textAt?.(9998) : null).toBe("claim number 10000");
});

test.each([
  ["of ASCII", "'claim ' || i || repeat('x', CAST(i % 30 AS INTEGER))"],
  ["with longer characters anywhere", "'c' || repeat('x', CAST(i % 14 AS INTEGER)) || 'é字😀 ' || i || ' a claim'"],
  ["of which some are short", "CASE WHEN i % 2 = 0 THEN CAST(i AS VARCHAR) ELSE 'claim number ' || i END"],
  ["of which one is very long", "'claim number ' || i || CASE WHEN i = 4999 THEN repeat('é', 300) ELSE '' END"],
  ["very long", "repeat('claim ', 20) || i"],
])("long texts that differ are whole: %s", async (name, claim) => {
  const query = `SELECT 'P' AS patient, DATE '2026-03-02' AS date, '77301' AS code, ${claim} AS claim FROM range(5000) t(i)`;
  const { charges } = await read(await write(query, `${name}.parquet`));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const expected = await connection.runAndReadAll(`SELECT claim FROM (${query})`);
  instance.closeSync();
  const column = charges.fields.get("claim");
  const texts = Array.from(charges.row, (_, line) => (column?.kind === "text" ? column.textAt?.(line) : null));
  expect(texts).toEqual(expected.getRows().map(([text]) => text));
});

test("a character of number 0 is seen in a long text too", async () => {
  const claim = "'a claim with ' || chr(CASE WHEN i = 3000 THEN 0 ELSE 65 END) || i";
  const query = `SELECT 'P' AS patient, DATE '2026-03-02' AS date, '77301' AS code, ${claim} AS claim FROM range(5000) t(i)`;
  expect(await codeOf(read(await write(query, "zero.parquet")))).toBe("file-is-not-text");
});

test("a file in Parquet and one in CSV are one run", async () => {
  const parquet = await write("SELECT 'P1' AS patient, DATE '2026-03-02' AS date, '77301' AS code, -1 AS units");
  writeFileSync(join(folder, "c.csv"), "MRN,DOS,CPT\nP1,2026-03-02,77301\nP1,2026-03-02,77290\n");
  expect(await read("c.csv", parquet)).toMatchObject({ rows: 3, netted: 2 });
});

test.each([
  ["a list for the patient", "SELECT ['P1'] AS patient, '2026-03-02' AS date, '77301' AS code", "parquet-not-a-value"],
  ["a struct for the code", "SELECT 'P1' AS patient, '2026-03-02' AS date, {'c': 1} AS code", "parquet-not-a-value"],
  [
    "a character of number 0",
    "SELECT 'P' || chr(0) AS patient, '2026-03-02' AS date, '77301' AS code",
    "file-is-not-text",
  ],
  [
    "the same in a long text",
    "SELECT repeat('P', 20) || chr(0) AS patient, '2026-03-02' AS date, '77301' AS code",
    "file-is-not-text",
  ],
  ["no column of codes", "SELECT 'P1' AS patient, '2026-03-02' AS date", "column-missing"],
])("a file that cannot be read: %s", async (_, query, code) => {
  expect(await codeOf(read(await write(query)))).toBe(code);
});

test("no text in the name of a file or a column becomes SQL, and the name brings no columns", async () => {
  const query = `SELECT 'P1' AS patient, '2026-03-02' AS date, '77301' AS code, 1 AS "x""); DROP TABLE y; --"`;
  const run = await read(await write(query, "units=3/a'); SELECT 'b.parquet"));
  expect(lines(run)).toEqual(["1 P1 2026-03-02 77301  1  "]);
  copyFileSync(join(folder, "units=3/a'); SELECT 'b.parquet"), join(folder, "any[ab].parquet"));
  expect(await codeOf(read("any[ab].parquet"))).toBe("table-file-name");
});

test("a file that is cut off or compressed again is refused", async () => {
  await write("SELECT 'P1' AS patient, '2026-03-02' AS date, '77301' AS code");
  const bytes = readFileSync(join(folder, "c.parquet"));
  writeFileSync(join(folder, "cut.parquet"), bytes.subarray(0, bytes.length - 20));
  writeFileSync(join(folder, "c.parquet.gz"), gzipSync(bytes));
  writeFileSync(join(folder, "text.parquet"), "patient,date\n");
  expect(await codeOf(read("cut.parquet"))).toBe("file-not-readable");
  expect(await codeOf(read("c.parquet.gz"))).toBe("file-is-parquet");
  expect(await codeOf(read("text.parquet"))).toBe("file-not-parquet");
});

test("lines in batches are the same as all at once, and as the same lines in CSV", async () => {
  const row = fc.record({
    patient: fc.constantFrom("P1", "P2", "a patient with a long number", ""),
    date: fc.constantFrom("2026-03-02", "2026-03-03"),
    code: fc.constantFrom("77301", "x"),
    units: fc.constantFrom("1", "-1", "2", ""),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), fc.boolean(), async (rows, sorted) => {
      const ordered = sorted ? rows.toSorted((left, right) => (left.patient < right.patient ? -1 : 1)) : rows;
      const cells = ordered.map(({ patient, date, code, units }) => [patient, date, code, units]);
      const values = cells.map((row) => `(${row.map((cell) => (cell === "" ? "NULL" : `'${cell}'`)).join(", ")})`);
      await write(`SELECT * FROM (VALUES ${values.join(", ")}) t(patient, date, code, units)`);
      writeFileSync(
        join(folder, "c.csv"),
        ["patient,date,code,units", ...cells.map((row) => row.join(","))].map((text) => `${text}\n`).join(""),
      );
      const whole = await read("c.parquet");
      const text = await read("c.csv");
      // The header of CSV is row 1.
      const later = (run: ChargesRead): unknown =>
        run.rejected.map(({ row, column, value, reason }) => ({ row: row - 1, column, value, reason }));
      expect(later(text)).toEqual(
        whole.rejected.map(({ row, column, value, reason }) => ({ row, column, value, reason })),
      );
      const others = (run: Pick<ChargesRead, "charges">): string[] =>
        lines(run).map((line) => line.replace(/^\d+/, ""));
      expect(others(text)).toEqual(others(whole));
      const { batches, account } = await chargeBatches({
        files: ["c.parquet"],
        folder,
        layouts: [],
        layout: null,
        fields: [],
        set: new Map(),
        wholeUpTo: 0,
        linesOfBatch: 3,
      });
      const seen: string[] = [];
      for await (const charges of batches) seen.push(...lines({ charges }));
      expect(seen).toEqual(lines(whole));
      expect(account().rows).toBe(rows.length);
    }),
    { numRuns: 15 },
  );
}, 60_000);
