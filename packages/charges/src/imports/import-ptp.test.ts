import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importPtp } from "./import-ptp.js";
import { errorOf, importing } from "./testing/imported.js";
import { ptpFile, zipOf } from "./testing/published.js";
import { workbook } from "./testing/workbook.js";

const imported = importing(importPtp, "ptp.csv");

const header = "column1,column2,effective,deleted,indicator\n";

test("rows come out in order, with inclusive ends, and without those that were never in force", async () => {
  const { done, table } = await imported({
    "ccipra-v322r0-f1.TXT": ptpFile(
      "77301 77280  20240101 * 0 Some_reason",
      "13121 13120  19960101 19960101 9 Some_reason",
      "13121 13120 * 19960101 * 0 Some_reason",
      "77295 77014  20150101 20191231 0 Some_reason",
      "77295 77014  20200101 * 1 Some_reason",
      "77280 77301  20000101 20001231 1 Some_reason",
      "G6015 0394T  3/1/2024 * 1",
    ),
  });
  expect(table).toBe(
    `${header}13121,13120,1996-01-01,,0
77280,77301,2000-01-01,2000-12-31,1
77295,77014,2015-01-01,2019-12-31,0
77295,77014,2020-01-01,,1
77301,77280,2024-01-01,,0
G6015,0394T,2024-03-01,,1
`,
  );
  const { rows, written, neverInForce, repeated, rejected } = done.counts;
  expect({ release: done.imported[0]?.release, rows, written, neverInForce, repeated, rejected }).toEqual({
    release: "v322r0",
    rows: 7,
    written: 6,
    neverInForce: 1,
    repeated: 0,
    rejected: 0,
  });
  expect([done.record.setting, done.record.from, done.record.to]).toEqual(["practitioner", "1996-01-01", null]);
});

test("a rejected row is listed with its place and counted, and keeps no other from being written", async () => {
  const { done, table } = await imported({
    "a.txt": ptpFile(
      "7730 77280  20240101 * 0",
      "77301 _ 20240101 * 0",
      "77301 77280  20240230 * 0",
      "77301 77280  20240101 20231231 0",
      "77301 77280  20240101 * 2",
      "77301 77280  20240101 * 9",
      "77301 77280  20240101 * 0 a b",
      "77301 77280  * * 0",
      "77301 77285  20240101 * 0",
      "77301 77285  20240101 * 0",
    ),
  });
  expect(done.rejectedRows.map(({ row, column, value, code }) => [row, column, value, code].join(" | "))).toEqual([
    "7 | Column 1 | 7730 | code-lost-zero",
    "8 | Column 2 |  | cell-blank",
    "9 | Effective Date | 20240230 | date-not-in-calendar",
    "10 | Deletion Date | 20231231 | deleted-before-effective",
    "11 | Modifier | 2 | indicator-unreadable",
    "12 | Modifier | 9 | never-in-force-without-end",
    "13 |  |  | cells-too-many",
    "14 | Effective Date | * | cell-blank",
  ]);
  expect(table).toBe(`${header}77301,77285,2024-01-01,,0\n`);
  expect(done.counts).toMatchObject({ rows: 10, written: 1, repeated: 1, rejected: 8 });
});

test("text, gzip and zip are the same table, whatever paths the archive names, and workbooks in it are left alone", async () => {
  const rows = ptpFile("77301 77280  20240101 * 0");
  const plain = await imported({ "a.txt": rows });
  const packed = await imported({ "a.txt.gz": gzipSync(rows) });
  const zipped = await imported({
    "a.zip": zipOf({ "../../a.TXT": rows, "a.xlsx": Buffer.from("PK"), "__MACOSX/._a.txt": Buffer.from("x") }),
  });
  expect(packed.table).toBe(plain.table);
  expect(zipped.table).toBe(plain.table);
  expect(readdirSync(zipped.folder).toSorted()).toEqual(["a.zip", "ptp.csv", "ptp.csv.import.json"]);
  const sha256 = createHash("sha256")
    .update(readFileSync(join(zipped.folder, "a.zip")))
    .digest("hex");
  expect(zipped.done.imported[0]?.files).toEqual([{ name: "a.zip", sha256 }]);
});

test("a workbook is the same table, whether its cells are texts, numbers or dates", async () => {
  const rows = [
    ["some notice"],
    ["Column 1", "Column 2", "*=in existence\nprior to 1996", "Effective\nDate", "Deletion\nDate", "Modifier"],
    [77301, "77280", "", 20240101, "*", 0],
    ["0001A", 77290, "*", { xml: '<c r="D4" s="1"><v>45292</v></c>' }, 20251231, "1"],
    ["7730", 77290, "", 20240101, "*", 0],
  ];
  const { done, table } = await imported({ "a.xlsx": workbook(rows) });
  expect(table).toBe(`${header}0001A,77290,2024-01-01,2025-12-31,1\n77301,77280,2024-01-01,,0\n`);
  expect(done.rejectedRows).toMatchObject([{ file: "a.xlsx", row: 5, column: "Column 1", value: "7730" }]);
});

test("the same table in CSV, with a header of one line and without the column of 1996", async () => {
  const text = `notice\nColumn 1,Column 2,Effective Date,Deletion Date,Modifier\n77301,77280,20240101,*,0\n`;
  const { table } = await imported({ "a.csv": Buffer.from(text) });
  expect(table).toBe(`${header}77301,77280,2024-01-01,,0\n`);
});

test("a quote that nobody closes costs its own row", async () => {
  const { done } = await imported({
    "a.txt": ptpFile('77301 77280  20240101 * 0 "open', "77301 77285  20240101 * 0", "77301 77290  20240101 * 0"),
  });
  expect(done.rejectedRows.map(({ row, code }) => `${row} ${code}`)).toEqual(["7 quote-not-closed"]);
  expect(done.counts.written).toBe(2);
});

test("rationales go along where they are asked for, and never as a formula", async () => {
  const { done, table } = await imported(
    {
      "a.txt": ptpFile(
        "77301 77280  20240101 * 0 More_than_one,_of_two",
        '77301 77285  20240101 * 0 =HYPERLINK("x")',
        "77301 77290  20240101 * 0 +1",
      ),
    },
    { rationale: true },
  );
  expect(table).toBe(`${header.trim()},rationale\n77301,77280,2024-01-01,,0,"More than one, of two"\n`);
  expect(done.rejectedRows.map(({ column, code }) => `${column ?? ""} ${code}`)).toEqual([
    "PTP Edit Rationale text-unwritable",
    "PTP Edit Rationale text-unwritable",
  ]);
});

test("a newer quarter goes onto an older table: what the files say holds, what they do not name stays", async () => {
  const first = await imported({
    "ncci-2026q2-practitioner.txt": ptpFile(
      "77301 77280  20240101 * 0",
      "77301 77285  20240101 * 0",
      "77301 77290  20240101 * 1",
      "77301 77014  20240101 20251231 0",
    ),
  });
  const second = await imported(
    {
      "ncci-2026q3-practitioner.txt": ptpFile(
        "77301 77280  20240101 * 0",
        "77301 77285  20240101 20260630 0",
        "77301 77290  20240101 20240101 9",
        "77301 77338  20260701 * 1",
      ),
    },
    { folder: first.folder, onto: "ptp.csv" },
  );
  expect(second.table).toBe(
    `${header}77301,77014,2024-01-01,2025-12-31,0
77301,77280,2024-01-01,,0
77301,77285,2024-01-01,2026-06-30,0
77301,77338,2026-07-01,,1
`,
  );
  expect(second.done.older).toEqual({ again: 1, replaced: 2, kept: 1, keptOpen: 0 });
  expect(second.done.record.releases.map(({ release, effective }) => [release, effective])).toEqual([
    ["2026q2", "2026-04-01"],
    ["2026q3", "2026-07-01"],
  ]);
});

test("a table in Parquet is read as the one in CSV, by rules and by the next import", async () => {
  const rows = ptpFile("77301 77280  20240101 * 0", "0394T 77285  20240101 20241231 1");
  const { folder } = await imported({ "a.txt": rows });
  const other = await imported({ "a.txt": rows }, { folder, output: "it's.parquet" });
  expect(other.table.slice(0, 4)).toBe("PAR1");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp") || name.endsWith(".tmp.csv"))).toEqual([]);
  const again = await imported({ "b.txt": ptpFile("77301 77290  20240101 * 0") }, { folder, onto: "it's.parquet" });
  expect(again.table).toBe(
    `${header}0394T,77285,2024-01-01,2024-12-31,1\n77301,77280,2024-01-01,,0\n77301,77290,2024-01-01,,0\n`,
  );
});

test("what is not such a file, or does not belong together, is an error, and nothing is written", async () => {
  const rows = ptpFile("77301 77280  20240101 * 0");
  expect(await errorOf(imported({ "a.txt": Buffer.from("a\tb\nc\td\n") }))).toBe("import-header-missing a.txt");
  expect(await errorOf(imported({ "a.txt": ptpFile("7730 77280  20240101 * 0") }))).toBe("import-no-row ptp.csv");
  expect(await errorOf(imported({ "ccipra.txt": rows, "ccioph.txt": rows }))).toBe("import-settings-differ ccioph.txt");
  expect(await errorOf(imported({ "v321r0.txt": rows, "v322r0.txt": rows }))).toBe("import-releases-differ v322r0.txt");
  expect(await errorOf(imported({ "a.txt": rows }, { output: "ptp.txt" }))).toBe("import-output-kind ptp.txt");
  expect(await errorOf(imported({ "a.txt": rows }, { output: "no/ptp.csv" }))).toBe("import-not-written no/ptp.csv");
  expect(await errorOf(imported({ "a.txt": rows }, { onto: "no.csv" }))).toBe("file-not-found no.csv");
  const newer = await imported({ "2026q3.txt": rows });
  const { folder } = newer;
  expect(await errorOf(imported({ "2026q2.txt": rows }, { folder, onto: "ptp.csv" }))).toBe(
    "import-out-of-order ptp.csv",
  );
  expect(readFileSync(join(folder, "ptp.csv"), "utf8")).toBe(newer.table);
});

test("an archive that is damaged, lies about its size or holds no text is an error", async () => {
  const rows = ptpFile("77301 77280  20240101 * 0");
  const zip = zipOf({ "a.txt": rows });
  expect(await errorOf(imported({ "a.zip": zip.subarray(0, -30) }))).toBe("archive-damaged a.zip");
  expect(await errorOf(imported({ "a.zip": zipOf({ "a.pdf": rows }) }))).toBe("archive-without-text a.zip");
  expect(await errorOf(imported({ "a.zip": zipOf({ "a.txt": rows }, { size: 10 }) }))).toBe("archive-damaged a.zip");
  expect(await errorOf(imported({ "a.zip": zipOf({ "a.txt": rows }, { size: 2 ** 31 }) }))).toBe(
    "import-too-large a.zip",
  );
});

test("whatever the rows, they are all accounted for, and the table is the same in any order of them", async () => {
  const cell = (...cells: string[]): fc.Arbitrary<string> => fc.constantFrom(...cells);
  const row = fc
    .tuple(
      cell("77301", "77295", "G6015", "7730"),
      cell("77280", "77301", ""),
      cell("20240101", "20230101", "x"),
      cell("*", "20231231", "20240101"),
      cell("0", "1", "9", "2"),
    )
    .map(([column1, column2, effective, deleted, indicator]) =>
      [column1, column2, "", effective, deleted, indicator].join(" "),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      // One that is good, since a table without rows is not written.
      const all = [...rows, "77334 77332  20240101 * 1"];
      const { done, table } = await imported({ "a.txt": ptpFile(...all) });
      const { written, neverInForce, repeated, rejected } = done.counts;
      expect(done.counts.rows).toBe(all.length);
      expect(written + neverInForce + repeated + rejected).toBe(all.length);
      expect(done.record.rows).toBe(written);
      expect(table.split("\n").length - 2).toBe(written);
      expect((await imported({ "a.txt": ptpFile(...all.toReversed()) })).table).toBe(table);
    }),
    { numRuns: 30 },
  );
});
