import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importAddOn } from "./import-add-on.js";
import type { ImportDone } from "./import-request.js";
import { addOnFile } from "./testing/published.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

async function imported(
  name: string,
  content: Buffer,
  onto: string | null = null,
): Promise<{ done: ImportDone; table: string }> {
  writeFileSync(join(folder, name), content);
  const done = await importAddOn({
    files: [name],
    folder,
    output: "add-on.csv",
    onto,
    release: null,
    effective: null,
    rationale: false,
    listed: 50,
  });
  return { done, table: readFileSync(join(folder, "add-on.csv"), "utf8") };
}

const header = "addon,primary,effective,deleted,type\n";

test("days of a year become dates, and a row ends with the edit or with either of its codes", async () => {
  const { done, table } = await imported(
    "AOC_V2025Q4_01-MCR.txt",
    addOnFile(
      "1 77293 . 77301 . 2014001 .",
      "1 77293 . 77295 2025365 2014001 . (some_note)",
      "1 0394T 2016366 77402 . 2016060 2017001",
      "2 77417 . CCCCC . 0000000 9999365",
      "1 77336 2013365 77427 . 2014001 .",
    ),
  );
  expect(table).toBe(
    `${header}0394T,77402,2016-02-29,2016-12-31,1
77293,77295,2014-01-01,2025-12-31,1
77293,77301,2014-01-01,,1
77417,,,,2
`,
  );
  expect(done.counts).toEqual({ rows: 5, written: 4, neverInForce: 1, repeated: 0, rejected: 0 });
  expect(done.record).toMatchObject({ from: null, to: null });
  expect(done.imported[0]).toMatchObject({ release: "2025q4", effective: "2025-10-01" });
});

test("a rejected row is listed with its place, and all are accounted for", async () => {
  const { done } = await imported(
    "a.txt",
    addOnFile(
      "4 77293 . 77301 . 2014001 .",
      "1 CCCCC . 77301 . 2014001 .",
      "1 77293 . . . 2014001 .",
      "1 77293 . 77301 . 2014366 .",
      "1 77293 . 77301 . 2014001 2014000",
      "1 77293 . 77301 x 2014001 .",
      "1 77293 . 77301 . 2014001 .",
      "1 77293 . 77301 . 2014001 .",
    ),
  );
  expect(done.rejectedRows.map(({ row, column, code }) => `${row} ${column ?? ""} ${code}`)).toEqual([
    "3 AOC_Edit_Type type-unreadable",
    "4 Add-On_Code code-unreadable",
    "5 Primary_Code cell-blank",
    "6 AOC_Edit_EffDT day-not-in-year",
    "7 AOC_Edit_DelDT day-not-in-year",
    "8 Primary_Code_DelDT date-unreadable",
  ]);
  expect(done.counts).toEqual({ rows: 8, written: 1, neverInForce: 0, repeated: 1, rejected: 6 });
});

test("a newer release goes onto an older table, also where a row has no primary and no beginning", async () => {
  await imported(
    "2025q3.txt",
    addOnFile("2 77417 . CCCCC . . .", "1 77293 . 77301 . 2014001 .", "1 77293 . 77295 . 2014001 ."),
  );
  const { done, table } = await imported(
    "2025q4.txt",
    addOnFile("2 77417 . CCCCC . . .", "1 77293 . 77301 . 2014001 2025365"),
    "add-on.csv",
  );
  expect(table).toBe(`${header}77293,77295,2014-01-01,,1\n77293,77301,2014-01-01,2025-12-31,1\n77417,,,,2\n`);
  expect(done.older).toEqual({ again: 1, replaced: 1, kept: 1, keptOpen: 1 });
});
