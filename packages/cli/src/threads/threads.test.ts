/** Runs on several threads, held to runs on one: the threads are real ones, of the bundled program. */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";
import { UsageError } from "../usage-error.js";

const folder = mkdtempSync(join(tmpdir(), "edict-threads-"));
let program = pathToFileURL(join(folder, "thread.js"));
let bytesOfRange = 300;
let onWrite = (): void => {};

const { put, at, edict } = commandLine({
  threads: () => ({ program, longFrom: 0, bytesOfRange }),
  onWrite: () => onWrite(),
});

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const script = fileURLToPath(new URL("../../../../scripts/bundle.mjs", import.meta.url));
  execFileSync(process.execPath, [script, "--command", folder], { stdio: ["ignore", "ignore", "inherit"] });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  program = pathToFileURL(join(folder, "thread.js"));
  bytesOfRange = 300;
  onWrite = () => {};
});

const rules = `table Pairs from "pairs.csv"
  column1 code, column2 code, effective date, indicator number, text text
episode Course of 77290, 77301 ends after 2 days idle
payer Medicare = "MEDICARE*"
modifiers Bypass = 59, XS
rule P-1 "pairs"
  for each row of Pairs
  effective row.effective
  bundle row.column2 into row.column1 on the same day
  unless row.indicator = 1 and modifier in Bypass on either line
  deny as CARC 97 "{code} on {date} goes with {other.code}: {row.text}"
rule L-1 "once a course"
  limit 77290 to 1 unit per Course
  review "{count} of {allowed}"
  suggest units
rule R-1 "planned"
  for Medicare
  each 77301 requires 77290 within 3 days before
  hold
rule N-1 "never"
  forbid 99999
  deny
rule C-1 "a column that is not there"
  forbid 77301 when place is 11
  deny
`;

const pairs = `column1,column2,effective,indicator,text
77301,77290,2026-01-01,1,"ä, ""b"""
77290,77014,,0,
77014,77014,2026-03-02,1,x
`;

/** What a run says in all, on so many threads. */
async function run(threads: number, files: readonly string[], ...more: string[]): Promise<object> {
  return edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", String(threads), ...more);
}

function ruled(files: { readonly [path: string]: string | Uint8Array }): string[] {
  put({ "r.edict": rules, "pairs.csv": pairs, ...files });
  return Object.keys(files);
}

const row = fc.record({
  patient: fc.nat(9),
  cells: fc
    .tuple(
      fc.constantFrom("2026-03-01", "2026-03-02", "3/4/2026", "20260309", "soon"),
      fc.constantFrom("77290", "77301", "77014", "77301", "7730"),
      fc.constantFrom("1", "1", "1", "2", "", "-1", "many"),
      fc.constantFrom("", "59", "XS 26"),
      fc.constantFrom("MEDICARE", "Medicare Part B", "Aetna", ""),
      fc.constantFrom("", "C1", '"C3"', '"C\n4, 5"', '"C ""6"""', "é", "😀"),
    )
    .map((cells) => cells.join(",")),
});

const header = "MRN,DOS,CPT,UNITS,MODIFIERS,PAYER,CLAIM";

test("a run says the same on one thread, on two and on three", async () => {
  const lineBreaks = fc.constantFrom("\n", "\r\n", "\nA,2026-03-02\n", "\n\n , \n");
  const cuts = fc.option(fc.nat(80));
  const given = [fc.array(row, { maxLength: 80 }), cuts, fc.integer({ min: 1, max: 1500 }), lineBreaks] as const;
  await fc.assert(
    fc.asyncProperty(...given, async (rows, cut, bytes, lineBreak) => {
      bytesOfRange = bytes;
      const sorted = [...rows].sort((left, right) => left.patient - right.patient);
      const lines = sorted.map(({ patient, cells }) => `P${patient},${cells}`);
      const second = (from: number): string =>
        [`${header},NOTE`, ...lines.slice(from).map((line) => `${line},-`)].join(lineBreak);
      const files = ruled({
        "a.csv": [header, ...lines.slice(0, cut ?? lines.length)].join(lineBreak),
        ...(cut === null ? {} : { "b.csv": second(cut) }),
      });
      const one = await run(1, files);
      expect(await run(2, files)).toEqual(one);
      expect(await run(3, files)).toEqual(one);
    }),
    { numRuns: 30 },
  );
}, 60_000);

/** A file of so many patients, each with the same lines. */
function fileOf(patients: number, lines: readonly string[]): string {
  const rows = Array.from({ length: patients }, (_, patient) => lines.map((line) => `P${10_000 + patient},${line}\n`));
  return `${header}\n${rows.flat().join("")}`;
}

const found = ["2026-03-02,77290,3,,MEDICARE,C1", "2026-03-02,77301,1,,MEDICARE,C1"];

test("csv too, with its header once", async () => {
  const files = ruled({ "a.csv": fileOf(200, found) });
  const csv = async (threads: string): Promise<object> =>
    edict("run", "r.edict", "--charges", ...files, "--format", "csv", "--threads", threads);
  const one = await csv("1");
  expect(one).toMatchObject({ code: 3, out: expect.stringMatching(/^rule,override/) });
  expect(await csv("2")).toEqual(one);
});

/** Findings of four thousand letters: of other threads, or of this one, where a range has more than may wait. */
test.each([
  { patients: 8, lines: 3000, size: 1000, threads: 3 },
  { patients: 22, lines: 1200, size: 400_000, threads: 2 },
])(
  "findings that have no room wait for their turn, in ranges of $size bytes",
  async (long) => {
    put({
      "r.edict": `rule R-1 "all"\n  because A\n  forbid 77301\n  deny "${"x".repeat(4000)}"\nauthority A "a"\n`,
      "a.csv": fileOf(
        long.patients,
        Array.from({ length: long.lines }, () => found[1] ?? ""),
      ),
    });
    bytesOfRange = long.size;
    const one = await run(1, ["a.csv"]);
    expect(await run(long.threads, ["a.csv"])).toEqual(one);
    expect(one).toMatchObject({ code: 1 });
  },
  60_000,
);

test("a patient with more lines than a range is one patient", async () => {
  const files = ruled({ "a.csv": fileOf(3, Array.from({ length: 400 }, () => found).flat()) });
  const one = await run(1, files);
  expect(await run(2, files)).toEqual(one);
});

test("the time of all threads is told on standard error", async () => {
  const files = ruled({ "a.csv": fileOf(200, found) });
  const one = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "1");
  const two = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "2", "--profile");
  expect(two.out).toBe(one.out);
  expect(two.err).toContain(one.err);
  expect(two.err).toMatch(/\nevaluating +\d+\.\d ms\n/);
  expect(two.err).toMatch(/\nP-1 +\d+\.\d ms +200 +200\n/);
});

test("lines in any order, and what is no plain text, are read by one thread", async () => {
  const text = fileOf(200, found);
  const mixed = `${text}P1,${found[0]}\n`;
  const latin = Buffer.from(`${text}P9,2026-03-02,77301,1,,Ä,C1\n`, "latin1");
  for (const bytes of [mixed, latin]) {
    const files = ruled({ "a.csv": bytes });
    expect(await run(2, files)).toEqual(await run(1, files));
  }
});

test("a file that is written while it is read ends the run, when all before is written", async () => {
  const files = ruled({ "a.csv": fileOf(20_000, found) });
  const whole = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "1");
  let writes = 0;
  onWrite = () => {
    if (writes++ === 0) appendFileSync(at("a.csv"), `P99999,${found[0]}\n`);
  };
  const ran = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "2");
  expect(ran).toMatchObject({
    code: 2,
    err: expect.stringContaining("a.csv: the file was written while it was read; run again"),
  });
  expect(ran.out.length).toBeGreaterThan(0);
  expect(ran.out.length).toBeLessThan(whole.out.length);
  expect(whole.out.startsWith(ran.out)).toBe(true);
});

test("results that cannot be written end the run and its threads", async () => {
  const files = ruled({ "a.csv": fileOf(5000, found) });
  onWrite = () => {
    throw new UsageError("the disk is full");
  };
  expect(await run(2, files)).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringMatching(/\nedict: the disk is full\n$/),
  });
});

test("where no thread can be started, one does all the work", async () => {
  const files = ruled({ "a.csv": fileOf(20, found) });
  const one = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "1");
  program = pathToFileURL(join(folder, "is-not-there.js"));
  const two = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "2");
  const { err, ...rest } = two;
  expect(rest).toEqual({ code: one.code, out: one.out });
  expect(err).toContain("\nedict: no further thread can be started; one does all the work\n40 rows");
});

test("a thread that ends before its work is done ends the run", async () => {
  const files = ruled({ "a.csv": fileOf(5000, found) });
  const whole = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "1");
  const dies = join(folder, "dies.js");
  writeFileSync(
    dies,
    `import { parentPort } from "node:worker_threads";
     parentPort.postMessage({ kind: "ready" });
     parentPort.on("message", ({ kind, job }) => {
       if (kind === "job") Atomics.add(new Int32Array(job.taken), 0, 1);
       if (kind === "range") process.exit(7);
     });`,
  );
  program = pathToFileURL(dies);
  const ran = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "2");
  expect(ran).toMatchObject({
    code: 2,
    err: expect.stringContaining("a thread of the run ended before its work was done (exit code 7)"),
  });
  // The first thread may have written the ranges before the one that it took.
  expect(ran.out.length).toBeLessThan(whole.out.length);
  expect(whole.out.startsWith(ran.out)).toBe(true);
});

test("a fault in a thread is said to be ours, without its message", async () => {
  const files = ruled({ "a.csv": fileOf(5000, found) });
  const faulty = join(folder, "faulty.js");
  writeFileSync(
    faulty,
    `import { parentPort } from "node:worker_threads";
     parentPort.postMessage({ kind: "ready" });
     const error = new TypeError("P10000");
     parentPort.on("message", ({ kind, job }) => {
       if (kind !== "job") return;
       const number = Atomics.add(new Int32Array(job.taken), 0, 1);
       parentPort.postMessage({ kind: "failed", number, error: { kind: "other", error } });
     });`,
  );
  program = pathToFileURL(faulty);
  const ran = await edict("run", "r.edict", "--charges", ...files, "--format", "ndjson", "--threads", "2");
  expect(ran).toMatchObject({ code: 2, err: expect.stringContaining("internal fault (TypeError at faulty.js:3") });
  expect(ran.err).not.toContain("P10000");
});

test.each(["0", "65", "two"])("--threads takes no %s", async (count) => {
  ruled({ "a.csv": fileOf(1, found) });
  expect(await edict("run", "r.edict", "--charges", "a.csv", "--threads", count)).toMatchObject({ code: 2 });
});
