/** JSON lines as charge files: what `docs/charge-files.md` promises of them. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Layout } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chargeBatches } from "./charge-batches.js";
import { ChargeFileError } from "./charge-file-error.js";
import type { ChargesRead } from "./read-charges.js";
import { readCharges } from "./read-charges.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

interface Options {
  readonly name?: string;
  readonly layouts?: readonly Layout[];
  readonly layout?: string;
  readonly set?: { readonly [field: string]: string };
}

function read(text: string | Buffer, { name = "c.jsonl", layouts = [], layout, set = {} }: Options = {}) {
  writeFileSync(join(folder, name), text);
  return readCharges({
    files: [name],
    folder,
    layouts,
    layout: layout ?? null,
    fields: [],
    set: new Map(Object.entries(set)),
  });
}

/** Each line: row, patient, date, code with modifiers, units, diagnoses. */
function lines({ charges }: ChargesRead): string[] {
  return Array.from({ length: charges.count }, (_, line) =>
    [
      charges.row[line],
      charges.patient.values[charges.patient.ids[line] ?? -1],
      charges.date.days[line],
      charges.code.values[charges.code.ids[line] ?? -1],
      (charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1] ?? []).join("-"),
      charges.units.values[line],
      (charges.diagnoses.values[charges.diagnoses.ids[line] ?? -1] ?? []).join("-"),
    ].join(" "),
  );
}

function rejected(run: ChargesRead): string[] {
  return run.rejected.map((row) => `${row.row} ${row.column} ${row.value}: ${row.reason.split(";")[0]}`);
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  const error: unknown = await run.catch((caught: unknown) => caught);
  return error instanceof ChargeFileError ? error.code : "no error";
}

const day = 20_514;

test("an object is a line, and its row is the number of the line in the file", async () => {
  const run =
    await read(`{"MRN":"P1","DOS":"2026-03-02","CPT":77301,"modifiers":["26","59"],"diagnoses":["c61"],"units":2}

{"MRN":17,"DOS":20260302,"CPT":"g6015","modifiers":"XS","units":null}
`);
  expect(lines(run)).toEqual([`3 17 ${day} G6015 XS 1 `, `1 P1 ${day} 77301 26-59 2 C61`]);
  expect(run).toMatchObject({ rows: 2, rejected: [] });
});

test("rows that cannot be read are rejected, each with its line", async () => {
  const run = await read(
    [
      '{"patient":"P1","date":"2026-03-02","code":"77301"}',
      '{"patient":"P1","date":"2026-02-30","code":"77301"}',
      '{"patient":"P1","date":"2026-03-02"',
      '{"patient":["P1"],"date":"2026-03-02","code":"77301"}',
      '{"date":"2026-03-02","code":"77301"}',
      '{"patient":"P1","date":"2026-03-02","code":"77301","modifiers":["26","X"]}',
      '{"patient":"P1","date":"2026-03-02","code":"77301","units":-1}',
    ].join("\n"),
  );
  expect(rejected(run)).toEqual([
    "2 date 2026-02-30: the calendar has no such date",
    "3 null null: the line is no object of JSON",
    "4 patient null: a list or an object stands where a single value is needed",
    "5 patient : the patient is blank",
    "6 modifiers 26 X: a modifier is two letters or digits",
  ]);
  expect(run).toMatchObject({ rows: 7, netted: 2 });
});

test("a layout's separator does not keep a list from being one", async () => {
  const mine: Layout = {
    name: "Mine",
    doc: null,
    at: { file: "a.edict", line: 1, column: 1 },
    entries: [{ field: "diagnoses", from: ["DX_LIST"], as: null, splitBy: ";" }],
  };
  const text = ['["C61","Z51.0"]', '"C61;Z51.0"'].map(
    (list) => `{"patient":"P","date":"2026-03-02","code":"77301","DX_LIST":${list}}\n`,
  );
  expect(lines(await read(text.join(""), { layouts: [mine] }))).toEqual([
    `1 P ${day} 77301  1 C61-Z510`,
    `2 P ${day} 77301  1 C61-Z510`,
  ]);
});

test("JSON lines are known by their name or their first character, compressed too", async () => {
  const text = '{"patient":"P","date":"2026-03-02","code":"77301"}\n';
  for (const name of ["a.jsonl", "a.ndjson", "a.JSONL", "a.txt", "a.json"]) {
    expect((await read(text, { name })).rows).toBe(1);
    expect((await read(gzipSync(text), { name: `${name}.gz` })).rows).toBe(1);
  }
  expect((await read(`\ufeff${text}`)).rows).toBe(1);
  expect((await read(`x\n${text}`)).rejected).toMatchObject([{ row: 1 }]);
});

test.each([
  ["a list of objects", '[\n{"patient":"P"}\n]', "json-is-list"],
  ["an object over several lines", '{\n"patient": "P"\n}', "json-without-objects"],
  ["no line that is JSON", "a,b\n1,2\n", "json-without-objects"],
  ["nothing", "", "file-is-empty"],
  ["lines without a code", '{"patient":"P","date":"2026-03-02"}', "column-missing"],
])("a file that cannot be read: %s", async (_, text, code) => {
  expect(await codeOf(read(text))).toBe(code);
});

test("where in a file a key stands first does not matter", async () => {
  const note = "n".repeat(200);
  const plain = `{"MRN":"P1","DOS":"2026-03-02","CPT":"77301","note":"${note}"}\n`.repeat(8000);
  const last = '{"MRN":"P2","DOS":"2026-03-02","CPT":"77301","MOD1":"26","claim":"C1"}\n';
  const [late, early] = [await read(plain + last), await read(last + plain)];
  expect(late.rows).toBe(8001);
  expect(lines(late).at(-1)).toBe(`8001 P2 ${day} 77301 26 1 `);
  expect([...(late.charges.files[0]?.fields ?? [])].sort()).toEqual([...(early.charges.files[0]?.fields ?? [])].sort());
  const claim = late.charges.fields.get("claim");
  expect(claim?.kind === "text" ? [claim.textAt?.(8000), claim.textAt?.(0)] : null).toEqual(["C1", null]);
  // The own name of a field goes before a usual one, wherever it stands.
  const own = await read(`${plain}{"MRN":"P2","DOS":"2026-03-02","code":"77301"}\n`);
  expect(own).toMatchObject({ rows: 8001, charges: { count: 1 } });
});

test("lines in batches are the same as all at once, late keys or not", async () => {
  const object = fc.record(
    {
      patient: fc.constantFrom("P1", "P2", "P3", ""),
      date: fc.constantFrom("2026-03-02", "2026-03-03", "x"),
      code: fc.constantFrom("77301", "77290"),
      units: fc.constantFrom(1, 2, -1, null),
      modifiers: fc.constantFrom([], ["26"], ["59", "26"], "XS"),
      claim: fc.constantFrom("C1", "C2"),
      note: fc.constant("n".repeat(150_000)),
    },
    { requiredKeys: ["patient", "date", "code"] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 40 }), fc.boolean(), async (objects, sorted) => {
      const rows = sorted ? objects.toSorted((left, right) => (left.patient < right.patient ? -1 : 1)) : objects;
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
      const whole = await read(text);
      const { batches, account } = await chargeBatches({
        files: ["c.jsonl"],
        folder,
        layouts: [],
        layout: null,
        fields: [],
        set: new Map(),
        wholeUpTo: 0,
        linesOfBatch: 3,
      });
      const seen: string[] = [];
      for await (const charges of batches) seen.push(...lines({ ...whole, charges }));
      expect(seen).toEqual(lines(whole));
      const { rows: count, netted, rejected: refused } = whole;
      expect(account()).toEqual({ rows: count, evaluated: whole.charges.count, netted, rejected: refused });
      expect(count).toBe(objects.length);
    }),
    { numRuns: 60 },
  );
});
