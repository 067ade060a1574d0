import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Charges } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chargeBatches } from "../charge-batches.js";
import type { RowsAccount } from "../patient-batches.js";
import type { PatientRanges } from "./patient-ranges.js";
import { RangeReader } from "./range-reader.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));
const alike = { layouts: [], layout: null, fields: [], set: new Map<string, string>() };

interface Seen {
  readonly lines: readonly string[];
  readonly account: RowsAccount;
}

function write(files: readonly (string | Buffer)[]): string[] {
  return files.map((text, place) => {
    writeFileSync(join(folder, `${place}.csv`), text);
    return `${place}.csv`;
  });
}

async function whole(files: readonly string[]): Promise<Seen> {
  const { batches, account } = await chargeBatches({ ...alike, files, folder, wholeUpTo: Infinity });
  const lines: string[] = [];
  for await (const charges of batches) linesOf(charges).forEach((line) => lines.push(line));
  return { lines, account: account() };
}

async function rangesOf(files: readonly string[]): Promise<PatientRanges | null> {
  return (await chargeBatches({ ...alike, files, folder, wholeUpTo: 0 })).ranges;
}

/** What the files come to by two readers in turn, and how many ranges they had. */
async function inRanges(files: readonly string[], bytes: number): Promise<Seen & { readonly ranges: number }> {
  const ranges = await rangesOf(files);
  if (ranges === null) throw new Error("these files can be read in ranges");
  const readers = [1, 2].map(() => new RangeReader({ ...alike, ranged: ranges.files, linesOfBatch: 5 }));
  const lines: string[] = [];
  const account = { rows: 0, evaluated: 0, netted: 0 };
  const rejected: RowsAccount["rejected"][number][] = [];
  let count = 0;
  for await (const range of ranges.inOrder(bytes)) {
    const reader = readers[count++ % 2];
    if (reader === undefined) throw new Error("there are two");
    for await (const charges of reader.batches(range)) linesOf(charges).forEach((line) => lines.push(line));
    const own = reader.account();
    account.rows += own.rows;
    account.evaluated += own.evaluated;
    account.netted += own.netted;
    rejected.push(...own.rejected);
  }
  const place = (row: { readonly file: string }): number => files.indexOf(row.file);
  rejected.sort((left, right) => place(left) - place(right) || left.row - right.row);
  return { lines, account: { ...account, rejected }, ranges: count };
}

function linesOf(charges: Charges): string[] {
  return Array.from({ length: charges.count }, (_, line) => {
    const fields = ["claim", "payer", "line"].map((name) => {
      const column = charges.fields.get(name);
      return column?.kind === "text" ? (column.values[column.ids[line] ?? -1] ?? "") : "none";
    });
    return [
      charges.files[charges.file[line] ?? 0]?.name,
      charges.row[line],
      charges.patient.values[charges.patient.ids[line] ?? -1],
      charges.date.days[line],
      charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1]?.join(" "),
      charges.units.values[line],
      ...fields.map((text) => (text === "none" ? "" : text)),
    ].join(" · ");
  });
}

interface Row {
  readonly patient: number;
  readonly cells: string;
}

const row = fc.record<Row>({
  patient: fc.integer({ min: 0, max: 12 }),
  cells: fc
    .tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom("1", "1", "2", "", "-1", "-2", "many"),
      fc.constantFrom("", "26 59", "XS"),
      fc.constantFrom("", "C1", '"C3"', '"C\n4, 5"', '"C ""6"""', '"C7', "é", "😀", " ", "C1", "C2", "C3", "C4"),
    )
    .map(([day, units, modifiers, claim]) => `2026-03-0${day},77301,${units},${modifiers},${claim}`),
});

/** The rows of one file; patients may be quoted, blank ones stand anywhere. */
function fileOf(rows: readonly Row[], lineBreak: string, more: string): string {
  const names = rows.map(({ patient, cells }, place) => {
    const name = patient === 12 ? "" : `P${String(patient).padStart(2, "0")}`;
    return `${place % 3 === 0 ? `"${name}"` : name},${cells}`;
  });
  return [`MRN,DOS,CPT,UNITS,MODIFIERS,CLAIM${more}`, ...names].join(lineBreak);
}

test("files read in ranges are what they are at once", async () => {
  const lineBreaks = fc.constantFrom("\n", "\r\n", "\r", "\nA,2026-03-02\n", "\n\n , \n");
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 60 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 1500 }),
      lineBreaks,
      fc.boolean(),
      async (rows, cut, bytes, lineBreak, marked) => {
        const sorted = [...rows].sort((left, right) => (left.patient % 12) - (right.patient % 12));
        const [one, two] = [sorted.slice(0, cut), sorted.slice(cut)];
        const files = write([
          (marked ? "\ufeff" : "") + fileOf(one, lineBreak, ""),
          fileOf(
            two.map((each) => ({ ...each, cells: `${each.cells},Aetna` })),
            lineBreak,
            ",PAYER",
          ),
        ]);
        const read = await inRanges(files, bytes);
        const all = await whole(files);
        expect(read.lines).toEqual(all.lines);
        expect(read.account).toEqual(all.account);
      },
    ),
    { numRuns: 100 },
  );
});

/** A file with so many lines of each patient. */
function fileOfPatients(counts: readonly number[], rest = ""): string {
  const lines = counts.flatMap((count, patient) =>
    Array.from({ length: count }, (_, line) => `P${10_000 + patient},2026-03-02,77301,${line}${rest}\n`),
  );
  return `MRN,DOS,CPT,LINE\n${lines.join("")}`;
}

test("a range has about as many bytes as were asked for", async () => {
  const files = write([fileOfPatients(Array.from({ length: 10_000 }, () => 10))]);
  const read = await inRanges(files, 100_000);
  expect(read.ranges).toBeGreaterThan(20);
  expect(read.ranges).toBeLessThan(32);
  expect(read.lines).toEqual((await whole(files)).lines);
});

test("a patient is in one range, however long", async () => {
  const files = write([fileOfPatients([3, 3000, 2], "x".repeat(2000))]);
  const read = await inRanges(files, 100_000);
  expect(read.ranges).toBe(2);
  expect(read.lines).toEqual((await whole(files)).lines);
});

test("a patient who goes on in the next file is in one range", async () => {
  const text = fileOfPatients([2, 3]);
  const files = write([text, fileOfPatients([0, 3, 2]), `MRN,DOS,CPT\n`, fileOfPatients([0, 0, 1, 5])]);
  const read = await inRanges(files, 1);
  expect(read.lines).toEqual((await whole(files)).lines);
  expect(read.ranges).toBe(4);
});

test("a quote that is not closed is a broken row in whatever range it stands", async () => {
  const lines = fileOfPatients(Array.from({ length: 200 }, () => 4)).split("\n");
  for (const place of [5, 9, 300]) lines[place] = `P${10_000 + Math.floor((place - 1) / 4)},"2026-03-02,77301,1`;
  const files = write([lines.join("\n")]);
  const read = await inRanges(files, 50);
  const all = await whole(files);
  expect(all.account.rejected).toHaveLength(3);
  expect(read.account).toEqual(all.account);
  expect(read.lines).toEqual(all.lines);
});

test.each([
  ["compressed", gzipSync(fileOfPatients([2, 2]))],
  ["in another encoding", Buffer.from(fileOfPatients([2, 2], "é"), "latin1")],
  ["in an encoding of words", Buffer.from(`\ufeff${fileOfPatients([2, 2])}`, "utf16le")],
  ["JSON lines", '{"patient":"P1","date":"2026-03-02","code":"77301"}\n'],
])("a file that is %s is not read in ranges", async (_, bytes) => {
  expect(await rangesOf(write([bytes]))).toBeNull();
});

test("a file that is written after it was looked through is an error", async () => {
  const files = write([fileOfPatients([2, 2, 2])]);
  const ranges = await rangesOf(files);
  if (ranges === null) throw new Error("this file can be read in ranges");
  const first = await ranges.inOrder(1).next();
  if (first.done === true) throw new Error("there is a range");
  appendFileSync(join(folder, "0.csv"), "P9,2026-03-02,77301,1\n");
  const reader = new RangeReader({ ...alike, ranged: ranges.files });
  await expect(reader.batches(first.value).next()).rejects.toMatchObject({ code: "file-changed", file: "0.csv" });
});
