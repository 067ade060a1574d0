import { noDate, parseIsoDate } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CodeRow } from "./code-history.js";
import { codeHistory, SaidCodes } from "./code-history.js";
import type { CodeListRequest } from "./import-code-list.js";
import { importCodeList } from "./import-code-list.js";
import { errorOf, importing } from "./testing/imported.js";
import { hcpcsFile, zipOf } from "./testing/published.js";
import { workbook } from "./testing/workbook.js";

const usual: Pick<CodeListRequest, "columns" | "complete"> = {
  columns: { code: null, effective: null, ended: null },
  complete: false,
};
const list = (asked: Partial<typeof usual> = {}) =>
  importing((request) => importCodeList({ ...request, ...usual, ...asked }), "valid.csv");

const header = "code,effective,ended\n";
const csv = (...lines: string[]): Buffer => Buffer.from([...lines, ""].join("\r\n"), "latin1");

test("HCPCS in the fixed columns of CMS: codes and dates, and not a word of what they mean", async () => {
  const text = hcpcsFile("G6015 3 20150101 20251231", "G6015 4 . .", "J0171 3 20110101 .", "..225 7 19970101 .");
  const { done, table } = await list()({
    "july-2026-alpha-numeric-hcpcs-file.zip": zipOf({
      "HCPC2026_recordlayout.txt": csv("REC"),
      "HCPC2026_JUL_ANWEB.txt": text,
    }),
  });
  expect(table).toBe(`${header}G6015,2015-01-01,2025-12-31\nJ0171,2011-01-01,\n`);
  expect(done.record).toMatchObject({ kind: "code-list", rows: 2, from: "2011-01-01", to: null });
  expect(done.counts).toEqual({ rows: 2, written: 2, neverInForce: 0, repeated: 0, rejected: 0 });
  expect(done.imported).toMatchObject([{ release: "2026q3", effective: "2026-07-01" }]);
});

test("a table with a header, its columns by their usual names or by those that are told", async () => {
  const hcpcs = csv(
    "HCPC,SEQNUM,RECID,LONG DESCRIPTION,ADD DT,ACT EFF DT,TERM DT",
    'J0171,100,3,"a, text",20110101,20240101,',
    "J0171,200,4,goes on,,,",
    "25,100,7,a modifier,19970101,,",
  );
  expect((await list()({ "hcpcs.csv": hcpcs })).table).toBe(`${header}J0171,2011-01-01,\n`);
  const own = csv("Proc\tMeaning\tGone", "77280\tx\t12/31/9999", "77281\tx\t6/30/2026");
  const told = list({ columns: { code: "proc", effective: null, ended: "Gone" } });
  expect((await told({ "own.txt": own })).table).toBe(`${header}77280,,\n77281,,2026-06-30\n`);
  expect(await errorOf(list()({ "own.txt": own }))).toBe("import-header-missing own.txt");
  const missing = list({ columns: { code: "proc", effective: "From when", ended: null } });
  expect(await errorOf(missing({ "own.txt": own }))).toBe("import-header-missing own.txt");
});

test("HCPCS in the workbook of CMS, whose dates are numbers of eight digits", async () => {
  const book = workbook([
    ["Some notice of a service"],
    ["HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "ADD DT", "ACT EFF DT", "TERM DT", "ACTION CD"],
    ["G6015", 100, 3, "a text", 20150101, 20260101, 20251231, "D"],
    ["G6015", 200, 4, "goes on", "", "", "", ""],
    ["0394T", 100, 3, "a text", 20160101, 20160101, "", "N"],
  ]);
  const { done, table } = await list()({ "HCPC2026_OCT_ANWEB.xlsx": book });
  expect(table).toBe(`${header}0394T,2016-01-01,\nG6015,2015-01-01,2025-12-31\n`);
  expect(done.counts).toMatchObject({ rows: 2, written: 2 });
  expect(done.imported).toMatchObject([{ release: "2026q4", effective: "2026-10-01" }]);
});

test("codes alone, one a line", async () => {
  const { done, table } = await list()({ "codes.txt": csv("77280", "g6015", "", "7728", "77280") });
  expect(table).toBe(`${header}77280,,\nG6015,,\n`);
  expect(done.counts).toEqual({ rows: 4, written: 2, neverInForce: 0, repeated: 1, rejected: 1 });
  expect(done.rejectedRows).toMatchObject([{ row: 4, column: "code", code: "code-lost-zero" }]);
});

test("of two lists the one with dates says more, in whatever order they are named", async () => {
  const [plain, dated] = [csv("Code", "77280", "77281"), csv("Code,Effective Date", "77280,2020-01-01")];
  const expected = `${header}77280,2020-01-01,\n77281,,\n`;
  expect((await list()({ "a.csv": plain, "b.csv": dated })).table).toBe(expected);
  const other = await list()({ "b.csv": dated, "a.csv": plain });
  expect(other.table).toBe(expected);
  expect(other.done.counts).toMatchObject({ rows: 3, written: 2, repeated: 1 });
});

test("a rejected row is listed with its place, and all are accounted for", async () => {
  const { done } = await list()({
    "codes.csv": csv(
      "Code,Start Date,End Date",
      "77280,2020-01-01,2020-12-31",
      "77280,2021-01-01,",
      "77280,2021-06-01,",
      ",2021-06-01,",
      "77281,2021-06-01,2021-05-31",
      "77282,20211301,",
      "77283,,44562",
      "77280,2020-01-01,2020-12-31",
    ),
  });
  expect(done.rejectedRows.map(({ row, column, code }) => `${row} ${column ?? ""} ${code}`)).toEqual([
    "4 code dates-overlap",
    "5 code cell-blank",
    "6 ended date deleted-before-effective",
    "7 effective date date-not-in-calendar",
    "8 ended date date-is-serial-number",
  ]);
  expect(done.counts).toEqual({ rows: 8, written: 2, neverInForce: 0, repeated: 1, rejected: 5 });
});

test("a newer list goes onto the table, and with --complete what it no longer names has ended", async () => {
  const first = csv("code,effective,ended", "77280,2020-01-01,", "77281,2020-01-01,2024-12-31", "G6015,2015-01-01,");
  const { folder } = await list()({ "a.csv": first }, { effective: parseIsoDate("2025-01-01") });
  const [onto, effective] = ["valid.csv", parseIsoDate("2026-01-01")];
  const merged = await list()(
    { "b.csv": csv("code", "77280", "77436") },
    { folder, onto, effective, output: "b.out.csv" },
  );
  expect(merged.table).toBe(`${header}77280,2020-01-01,
77281,2020-01-01,2024-12-31
77436,2026-01-01,
G6015,2015-01-01,
`);
  expect(merged.done.older).toEqual({ again: 1, replaced: 0, kept: 2, keptOpen: 1 });
  const complete = await list({ complete: true })(
    { "b.csv": csv("code", "77280", "77436") },
    { folder, onto, effective },
  );
  expect(complete.table).toContain("G6015,2015-01-01,2025-12-31\n");
  expect(complete.done.record.releases).toHaveLength(2);
  // What had ended comes again: from the day of the list on.
  const again = await list()({ "c.csv": csv("code", "77281") }, { folder, onto, effective });
  expect(again.table).toContain("77281,2020-01-01,2024-12-31\n77281,2026-01-01,\n");
  const early = { folder, onto, effective: parseIsoDate("2025-06-01") };
  expect(await errorOf(list()({ "d.csv": csv("code", "77280") }, early))).toBe("import-out-of-order valid.csv");
});

test("a code that comes again, or ends by not being named, needs the day of the list", async () => {
  const first = csv("code,ended", "77280,2024-12-31", "77281,");
  const { folder } = await list()({ "a.csv": first });
  const onto = { folder, onto: "valid.csv" };
  expect(await errorOf(list()({ "b.csv": csv("code", "77280") }, onto))).toBe("import-date-missing b.csv");
  expect(await errorOf(list({ complete: true })({ "c.csv": csv("code", "77290") }, onto))).toBe(
    "import-date-missing c.csv",
  );
});

test("whatever is laid over whatever, no day of a code is in two rows, and what the files say of a code holds", () => {
  const day = fc.oneof(fc.constant(noDate), fc.integer({ min: 1, max: 6 }));
  const row = fc
    .record({ code: fc.constantFrom("77280", "77281"), effective: day, ended: day })
    .filter(({ effective, ended }) => ended === noDate || effective <= ended);
  const said = (rows: readonly CodeRow[]): SaidCodes => {
    const codes = new SaidCodes();
    for (const one of rows) codes.add(one);
    return codes;
  };
  const covers = (one: CodeRow, code: string, at: number): boolean =>
    one.code === code && one.effective <= at && (one.ended === noDate || at <= one.ended);
  const days = [0, 1, 2, 3, 4, 5, 6, 7];
  fc.assert(
    fc.property(fc.array(row), fc.array(row), fc.boolean(), (before, rows, complete) => {
      const older = [...said(before).rows.values()].flat();
      const now = said(rows);
      const history = codeHistory(now.rows, older, { day: 4, complete });
      for (const code of ["77280", "77281"]) {
        for (const at of days) {
          const holding = history?.rows.filter((one) => covers(one, code, at)) ?? [];
          expect(holding.length).toBeLessThanOrEqual(1);
          const dated = (now.rows.get(code) ?? []).filter(
            ({ effective, ended }) => effective !== noDate || ended !== noDate,
          );
          if (dated.some((one) => covers(one, code, at))) expect(holding).toHaveLength(1);
        }
      }
    }),
  );
});
