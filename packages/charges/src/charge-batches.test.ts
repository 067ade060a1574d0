import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BatchesRequest } from "./charge-batches.js";
import { chargeBatches } from "./charge-batches.js";
import type { RowsAccount } from "./patient-batches.js";
import { linesAsText } from "./testing/lines-as-text.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

interface Seen {
  readonly lines: readonly string[];
  readonly batches: number;
  readonly account: RowsAccount;
}

/** What the files come to, read line by line where `wholeUpTo` is 0 and the lines come patient by patient. */
async function read(files: readonly string[], options: Partial<BatchesRequest> = {}): Promise<Seen> {
  for (const [place, text] of files.entries()) writeFileSync(join(folder, `${place}.csv`), text);
  const names = files.map((_, place) => `${place}.csv`);
  const usual = { files: names, folder, layouts: [], layout: null, fields: [], set: new Map() };
  const { batches, account } = await chargeBatches({ ...usual, wholeUpTo: 0, ...options });
  const lines: string[] = [];
  let count = 0;
  for await (const charges of batches) {
    for (const line of linesAsText(charges)) lines.push(line);
    count++;
  }
  return { lines, batches: count, account: account() };
}

/** A note that fills a piece of the file within some rows. */
const note = "n".repeat(60_000);

interface Row {
  readonly patient: number;
  readonly day: number;
  readonly units: string;
  readonly modifiers: string;
  readonly claim: string;
}

/** A row that is rejected, wherever its patient stands. */
const short = "A,2026-03-02";

const row = fc.record<Row>({
  patient: fc.nat(12),
  day: fc.integer({ min: 0, max: 5 }),
  units: fc.constantFrom("1", "1", "2", "", "-1", "-2", "many"),
  modifiers: fc.constantFrom("", "26 59", "59 26", "XS"),
  claim: fc.constantFrom("", "C1", "C2", '"C3"', '"C\n4"'),
});

/** The rows of one file, behind the header. */
function fileOf(rows: readonly Row[], lineBreak: string): string {
  const lines = rows.map(({ patient, day, units, modifiers, claim }) =>
    [`P${String(patient).padStart(2, "0")}`, `2026-03-0${day}`, "77301", units, modifiers, claim, note].join(","),
  );
  return ["MRN,DOS,CPT,UNITS,MODIFIERS,CLAIM,NOTE", ...lines].join(lineBreak);
}

test("lines that come patient by patient are the same in batches as all at once", async () => {
  const lineBreaks = fc.constantFrom("\n", "\r\n", "\r", `\n${short}\n`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 90 }),
      fc.nat(90),
      fc.constantFrom(1, 5, 40),
      lineBreaks,
      async (rows, cut, lines, lineBreak) => {
        const sorted = [...rows].sort((left, right) => left.patient - right.patient);
        const files = [fileOf(sorted.slice(0, cut), lineBreak), fileOf(sorted.slice(cut), lineBreak)];
        const streamed = await read(files, { linesOfBatch: lines });
        const whole = await read(files, { wholeUpTo: Infinity });
        expect(streamed.lines).toEqual(whole.lines);
        expect(streamed.account).toEqual(whole.account);
      },
    ),
    { numRuns: 40 },
  );
});

/** Lines of patients, so many of each. */
function linesOfPatients(counts: readonly number[], rest = ""): string {
  const lines = counts.flatMap((count, patient) =>
    Array.from({ length: count }, (_, line) => `P${1000 + patient},2026-03-02,77301,${line}${rest}\n`),
  );
  return `MRN,DOS,CPT,LINE\n${lines.join("")}`;
}

test("a long file comes in batches of whole patients", async () => {
  const { batches, account, lines } = await read([linesOfPatients(Array.from({ length: 3000 }, () => 40))], {
    linesOfBatch: 1000,
  });
  expect(batches).toBeGreaterThan(2);
  expect(account).toEqual({ rows: 120_000, evaluated: 120_000, netted: 0, rejected: [] });
  expect(lines[0]).toContain("0.csv 2 0 · P1000");
  expect(lines.at(-1)).toContain("0.csv 120001 119999 · P3999");
});

test("long rows fill a batch with their bytes", async () => {
  const text = linesOfPatients(
    Array.from({ length: 3000 }, () => 1),
    "x".repeat(1000),
  );
  expect((await read([text], { bytesOfBatch: 1 << 20 })).batches).toBeGreaterThan(2);
});

test("a row that is rejected may stand anywhere", async () => {
  const lines = linesOfPatients(Array.from({ length: 3000 }, () => 40)).split("\n");
  lines.splice(60_000, 0, short);
  const { batches, account } = await read([lines.join("\n")], { linesOfBatch: 1000 });
  expect(batches).toBeGreaterThan(2);
  expect(account).toMatchObject({ evaluated: 120_000, rejected: [{ row: 60_001 }] });
});

test("a patient with more lines than a batch is one batch with them", async () => {
  const run = await read([linesOfPatients([3, 200_000, 2])], { linesOfBatch: 1000 });
  expect(run.account).toMatchObject({ rows: 200_005, evaluated: 200_005 });
  expect(run.lines).toHaveLength(200_005);
});

test("lines in any other order are one batch, in the order of patients", async () => {
  const run = await read(["MRN,DOS,CPT\nP2,2026-03-02,77301\nP1,2026-03-02,77301\n"]);
  expect(run).toMatchObject({ batches: 1, account: { rows: 2 } });
  expect(run.lines.map((line) => line.slice(0, 16))).toEqual(["0.csv 3 1 · P1 ·", "0.csv 2 0 · P2 ·"]);
  const files = ["MRN,DOS,CPT\nP1,2026-03-02,77301\nP3,2026-03-02,77301\n", "MRN,DOS,CPT\nP2,2026-03-02,77301\n"];
  expect((await read(files)).lines.map((line) => line.slice(0, 16))).toEqual([
    "0.csv 2 0 · P1 ·",
    "1.csv 2 2 · P2 ·",
    "0.csv 3 1 · P3 ·",
  ]);
});

test("a patient is the same with white space of any kind around it", async () => {
  const run = await read([
    "MRN,DOS,CPT\nP1,2026-03-02,77301\n\u00a0P1 ,2026-03-02,77290\n P2,2026-03-02,77301\né,2026-03-02,77301\n",
  ]);
  expect(run.lines.map((line) => line.split(" · ")[1])).toEqual(["P1", "P1", "P2", "é"]);
});

test("where a patient is set for rows without one, rows may stand anywhere", async () => {
  const run = await read(["MRN,DOS,CPT\nP1,2026-03-02,77301\n,2026-03-02,77290\n"], {
    set: new Map([["patient", "A"]]),
  });
  expect(run.lines.map((line) => line.split(" · ")[1])).toEqual(["A", "P1"]);
});

test("a header alone has no lines and is no error, a file without one is", async () => {
  expect(await read(["MRN,DOS,CPT\n"])).toMatchObject({ lines: [], account: { rows: 0 } });
  await expect(read([""])).rejects.toMatchObject({ code: "file-is-empty" });
});

test("dictionaries that grow large begin anew", async () => {
  const lines = Array.from(
    { length: 150_000 },
    (_, line) => `P${100_000 + Math.floor(line / 50)},2026-03-02,77301,N${line % 140_000}\n`,
  );
  const files = [`MRN,DOS,CPT,PROVIDER\n${lines.join("")}`];
  const streamed = await read(files, { linesOfBatch: 1000 });
  const whole = await read(files, { wholeUpTo: Infinity });
  expect(streamed.lines).toEqual(whole.lines);
}, 60_000);
