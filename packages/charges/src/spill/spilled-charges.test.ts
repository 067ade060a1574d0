import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BatchesRequest } from "../charge-batches.js";
import { chargeBatches } from "../charge-batches.js";
import type { RowsAccount } from "../patient-batches.js";
import type { ChargesRequest } from "../read-charges.js";
import { readCharges } from "../read-charges.js";
import { linesAsText } from "../testing/lines-as-text.js";
import type { SpillSizes } from "./spill-sizes.js";

let folder = "";
/** What the system's temporary folder is while a test runs. */
let temporary = "";
const usualTemporary = process.env["TMPDIR"];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "edict-"));
  temporary = mkdtempSync(join(tmpdir(), "edict-"));
  process.env["TMPDIR"] = temporary;
});

afterEach(() => {
  if (usualTemporary === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = usualTemporary;
  rmSync(folder, { recursive: true, force: true });
  rmSync(temporary, { recursive: true, force: true });
});

/** So small that a few rows fill everything. */
const tiny: SpillSizes = { whole: 0, firstPart: 300, ranges: 4, block: 128, held: 0, lines: () => 3000 };

interface Seen {
  /** Without the place in the input, which is counted batch by batch. */
  readonly lines: readonly string[];
  readonly batches: number;
  readonly account: RowsAccount;
}

async function read(files: readonly string[], options: Partial<BatchesRequest>): Promise<Seen> {
  const { batches, account } = await chargeBatches({ ...usual(files), linesOfBatch: 4, ...options });
  const lines: string[] = [];
  let count = 0;
  for await (const charges of batches) {
    for (const line of linesAsText(charges)) lines.push(line);
    for (let line = 1; line < charges.count; line++) {
      const isSameDay =
        charges.patient.ids[line] === charges.patient.ids[line - 1] &&
        charges.date.days[line] === charges.date.days[line - 1];
      if (isSameDay) expect(charges.order[line]).toBeGreaterThan(charges.order[line - 1] ?? 0);
    }
    count++;
  }
  return { lines: lines.map(withoutOrder), batches: count, account: account() };
}

function usual(files: readonly string[]): ChargesRequest {
  return { files, folder, layouts: [], layout: null, fields: [], set: new Map() };
}

/** The place in the input is counted batch by batch where lines are put away. */
function withoutOrder(line: string): string {
  return line.replace(/ \d+ ·/, " ·");
}

function write(name: string, contents: string | Uint8Array): string {
  writeFileSync(join(folder, name), contents);
  return name;
}

/** Reads as one batch, in batches out of memory, and from what was put away, and expects the same of all three. */
async function expectSame(
  files: readonly string[],
  sizes: Partial<SpillSizes> = {},
  options: Partial<BatchesRequest> = {},
): Promise<Seen> {
  const { charges, rows, netted, rejected } = await readCharges({ ...usual(files), ...options });
  const lines = linesAsText(charges);
  const account = { rows, evaluated: charges.count, netted, rejected };
  const packed = await read(files, { ...options, wholeUpTo: 0 });
  expect(packed.lines).toEqual(lines.map(withoutOrder));
  expect(packed.account).toEqual(account);
  const spilled = await read(files, { ...options, wholeUpTo: 0, sizes: { ...tiny, ...sizes } });
  expect(spilled.lines).toEqual(lines.map(withoutOrder));
  expect(spilled.account).toEqual(account);
  expect(readdirSync(temporary)).toEqual([]);
  return spilled;
}

interface Row {
  readonly patient: string;
  readonly date: string;
  readonly units: string;
  readonly modifiers: string;
  readonly claim: string;
  readonly birth: string;
  readonly note: string;
}

const row = fc.record<Row>({
  patient: fc.constantFrom("P1", "P2", "P10", " P2", "\u00a0P3 ", "é", "Z", "", "  ", "P".repeat(300), "😀", "￿"),
  date: fc.constantFrom("2026-03-02", "3/4/2026", "20260301", "2026-02-30"),
  units: fc.constantFrom("1", "1", "2", "", "-1", "(2)", "many"),
  modifiers: fc.constantFrom("", "26 59", "59 26", "XS"),
  claim: fc.constantFrom("", "C1", " C2 ", "C".repeat(400)),
  birth: fc.constantFrom("", "1950-01-31", "2027-01-01"),
  note: fc.constantFrom("", "n", "n".repeat(999)),
});

type Kind = "csv" | "tab" | "gzip" | "json" | "json-late" | "without-claims";

function fileOf(name: string, kind: Kind, rows: readonly Row[]): string {
  const separated = (headers: string, between: string, cells: (row: Row) => readonly string[]): string =>
    [headers, ...rows.map((one) => cells(one).join(between)), "A,2026-03-02"].join("\n");
  const cellsOf = ({ patient, date, units, modifiers, claim, birth, note }: Row): string[] => [
    date,
    `"${patient}"`,
    "77301",
    units,
    modifiers,
    claim,
    birth,
    note,
  ];
  const headers = "DOS,MRN,CPT,UNITS,MODIFIERS,CLAIM,DOB,NOTE";
  switch (kind) {
    case "csv":
      return write(`${name}.csv`, separated(headers, ",", cellsOf));
    case "tab":
      return write(`${name}.tsv`, separated(headers.replaceAll(",", "\t"), "\t", cellsOf));
    case "gzip":
      return write(`${name}.csv.gz`, gzipSync(separated(headers, ",", cellsOf)));
    case "without-claims":
      return write(
        `${name}.csv`,
        separated("CPT,MRN,DOS,PROVIDER", ",", ({ patient, date }) => ["77290", patient, date, "D1"]),
      );
    case "json":
    case "json-late": {
      const texts = rows.map(({ note, ...one }) => JSON.stringify({ code: "77301", ...one, note: [note] }));
      // The last line has a key that none had before, behind all that is looked at for keys.
      const padding = kind === "json" ? [] : Array.from({ length: 5 }, () => `{"x":"${"x".repeat(250_000)}"}`);
      const late = kind === "json" ? "[1]" : '{"patient":"P1","date":"2026-03-02","code":"77301","payer":"M"}';
      return write(`${name}.jsonl`, [...texts, "{", ...padding, late].join("\n"));
    }
  }
}

const kinds = fc.constantFrom<Kind>("csv", "tab", "gzip", "json", "without-claims");
const files = fc.array(fc.record({ kind: kinds, rows: fc.array(row, { minLength: 1, maxLength: 40 }) }), {
  minLength: 1,
  maxLength: 3,
});
const sizes = fc.record({
  firstPart: fc.constantFrom(0, 300, 5000),
  ranges: fc.integer({ min: 2, max: 9 }),
  block: fc.constantFrom(64, 500, 1 << 16),
  held: fc.constantFrom(0, 1000, 1 << 20),
  lines: fc.constantFrom(0, 1500, 20_000).map((bytes) => () => bytes),
});

test("any files come out as when all lines are in memory", async () => {
  await fc.assert(
    fc.asyncProperty(files, sizes, fc.constantFrom("", "P1", "A"), async (written, given, patient) => {
      const names = written.map(({ kind, rows }, place) => fileOf(String(place), kind, rows));
      await expectSame(names, given, { set: new Map(patient === "" ? [] : [["patient", patient]]) });
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a file that is begun again for a late key counts once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.array(row, { maxLength: 9 }),
      async (rows, before) => {
        await expectSame([fileOf("0", "csv", before), fileOf("1", "json-late", rows), fileOf("2", "csv", rows)]);
      },
    ),
    { numRuns: 8 },
  );
}, 60_000);

const header = "MRN,DOS,CPT,UNITS\n";

/** Rows of patients in the order of the numbers. */
const rowsOf = (patients: readonly number[]): string =>
  patients.map((patient) => `P${1000 + patient},2026-03-02,77301,1\n`).join("");

test("patients come in batches, one after another", async () => {
  const mixed = Array.from({ length: 3000 }, (_, line) => (line * 7919) % 61);
  const { batches, account } = await expectSame([write("a.csv", header + rowsOf(mixed))]);
  expect(batches).toBeGreaterThan(50);
  expect(account).toEqual({ rows: 3000, evaluated: 3000, netted: 0, rejected: [] });
});

test("patients whose numbers rise through the file are parted too", async () => {
  const rising = Array.from({ length: 3000 }, (_, line) => line ^ 1);
  const { batches } = await expectSame([write("a.csv", header + rowsOf(rising))], { lines: () => 9000 });
  expect(batches).toBeGreaterThan(50);
});

test("a patient who has no room in memory is taken as a whole", async () => {
  const patients = [5, ...Array.from({ length: 2000 }, () => 4), 3];
  const { batches } = await expectSame([write("a.csv", header + rowsOf(patients))]);
  expect(batches).toBeGreaterThan(1);
  expect((await expectSame([write("b.csv", header + rowsOf(patients.slice(1, -1)))], {})).lines).toHaveLength(2000);
});

test("credits find their lines in other files", async () => {
  const one = write("a.csv", `${header}P2,2026-03-02,77301,2\nP1,2026-03-02,77301,3\n`);
  const other = write("b.csv", `${header}P1,2026-03-02,77301,-3\nP3,2026-03-02,77301,-1\nP2,2026-03-02,77301,(2)\n`);
  const { account, lines } = await expectSame([one, other], { lines: () => 0 });
  expect(lines).toEqual([]);
  expect(account).toMatchObject({ rows: 5, netted: 4, rejected: [{ file: "b.csv", row: 3, value: "-1" }] });
});

test("files without a row, and rows that are all rejected, are no lines", async () => {
  const files = [write("a.csv", header), write("b.csv", `${header},2026-03-02,77301,1\n,,,1\n`)];
  expect(await expectSame(files)).toMatchObject({ lines: [], account: { rows: 2 } });
});

/** Rows in no order. */
const mixed = header + rowsOf([3, 1, 2, 3, 1, 2, 5, 4]).repeat(20);

test("lines that have room in memory are not written anywhere", async () => {
  process.env["TMPDIR"] = join(temporary, "none");
  const held = { ...tiny, held: 1 << 20 };
  expect((await read([write("a.csv", mixed)], { wholeUpTo: 0, sizes: held })).lines).toHaveLength(160);
  const written = read([write("a.csv", mixed)], { wholeUpTo: 0, sizes: tiny });
  await expect(written).rejects.toMatchObject({ code: "temporary-file-unusable", file: null });
});

test("nothing stays where the run ends early", async () => {
  const given = { wholeUpTo: 0, sizes: tiny };
  const { batches } = await chargeBatches({ ...usual([write("a.csv", mixed)]), ...given });
  for await (const _ of batches) break;
  expect(readdirSync(temporary)).toEqual([]);
  const unreadable = [write("a.csv", mixed), write("b.csv", "A,B,C\n1,2,3\n")];
  await expect(chargeBatches({ ...usual(unreadable), ...given })).rejects.toMatchObject({ code: "column-missing" });
  expect(readdirSync(temporary)).toEqual([]);
});
