/**
 * Whatever a file holds, reading it ends with rows that add up or with an error for the user; never in anything else, and
 * never with a row lost. `EDICT_BIG=1` reads a file of some hundred megabytes as well.
 */
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ChargeFileError } from "./charge-file-error.js";
import type { ChargesRead } from "./read-charges.js";
import { readCharges } from "./read-charges.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

async function read(bytes: Uint8Array | string): Promise<ChargesRead | string> {
  writeFileSync(join(folder, "fuzz.csv"), bytes);
  return readCharges({ files: ["fuzz.csv"], folder, layouts: [], layout: null, fields: [], set: new Map() }).catch(
    (error: unknown) => (error instanceof ChargeFileError ? error.code : Promise.reject(error)),
  );
}

function check(run: ChargesRead | string): void {
  if (typeof run === "string") return;
  expect(run.charges.count + run.netted + run.rejected.length).toBe(run.rows);
  expect(run.netted % 2).toBe(0);
  const rows = [...run.charges.row, ...run.rejected.map((row) => row.row)];
  expect(new Set(rows).size).toBe(rows.length);
}

const header = "MRN,DOS,CPT,MOD1,MOD2,UNITS,DX,POS,AMOUNT,DOB\n";
const rows = [
  "P1,2026-03-02,77301,26,,1,C61,11,$12.50,1960-01-01\n",
  "P1,2026-03-02,77301,26,,-1,C61,11,-12.50,1960-01-01\n",
  'P2,3/2/2026,g6015,,,2.5,"C61, Z51.0",1,"1,000.00",\r\n',
  '"P3, the ""third""",20260302,77427,XS,59,,,,,\n',
  "\n",
];
const scraps = ['"', ",", "\n", "\r", "\t", "\0", "-", "é", "€", "=1+1", "__proto__", "\u2028", '"\n', "77301,"];

test("random bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => check(await read(bytes))),
    { numRuns: 200 },
  );
});

test("random bytes behind a header, and compressed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const whole = Buffer.concat([Buffer.from(header), bytes]);
      check(await read(whole));
      check(await read(gzipSync(whole).subarray(0, 400)));
    }),
    { numRuns: 100 },
  );
});

test("charge files with something put in or taken out", async () => {
  const change = fc.record({ at: fc.nat(1000), drop: fc.nat(3), put: fc.constantFrom("", ...scraps) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...rows), { maxLength: 12 }),
      fc.array(change, { maxLength: 5 }),
      async (body, changes) => {
        let text = header + body.join("");
        for (const { at, drop, put } of changes) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + drop);
        }
        check(await read(text));
        check(await read(Buffer.from(text, "latin1")));
      },
    ),
    { numRuns: 300 },
  );
});

test("every line of a file without quotes is a row, blank ones aside", async () => {
  const cell = fc.constantFrom("", "P1", "2026-03-02", "77301", "-1", "x", "é", "=1+1");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 12 }), { maxLength: 20 }), async (body) => {
      const run = await read(header + body.map((cells) => `${cells.join(",")}\n`).join(""));
      const filled = body.filter((cells) => cells.some((text) => text !== "")).length;
      expect(typeof run === "string" ? run : run.rows).toBe(filled);
    }),
    { numRuns: 200 },
  );
});

test("a hundred thousand columns, names of a prototype, a cell of a megabyte", async () => {
  const names = ["MRN", "DOS", "CPT", "__proto__", "constructor", "toString", "=HYPERLINK()"];
  while (names.length < 100_000) names.push(`column ${names.length}`);
  const cells = names.map(() => "x".repeat(20));
  cells.splice(0, 4, "P", "2026-03-02", "77301", "y".repeat(1_000_000));
  const run = await read(`${names.join(",")}\n${cells.join(",")}\n`);
  expect(run).toMatchObject({ rows: 1, charges: { count: 1 } });
  const long = await read(`MRN,DOS,CPT\nP,2026-03-02,${"7".repeat(1_000_000)}\n`);
  expect(typeof long === "string" ? long : long.rejected[0]?.value?.length).toBe(201);
});

test("a large file, cut into many pieces, keeps every row", async () => {
  const wanted = process.env["EDICT_BIG"] === "1" ? 2_500_000 : 60_000;
  const path = join(folder, "big.csv");
  const file = createWriteStream(path);
  file.write("MRN,DOS,CPT,UNITS,NOTE\n");
  let block = "";
  for (let row = 0; row < wanted; row++) {
    const pair = Math.floor(row / 2);
    const units = row % 1000 === 999 ? -1 : 1;
    block += `P${pair % 5000},2026-03-0${1 + (pair % 9)},77301,${units},"a note, ""quoted"", of row ${row}\nin two lines é"\n`;
    if (block.length < 1 << 20) continue;
    if (!file.write(block)) await once(file, "drain");
    block = "";
  }
  file.end(block);
  await once(file, "finish");
  const run = await readCharges({ files: [path], layouts: [], layout: null, fields: [], set: new Map() });
  rmSync(path);
  expect(run).toMatchObject({ rows: wanted, rejected: [], netted: (wanted / 1000) * 2 });
  expect(Math.max(...run.charges.row.subarray(-1000))).toBeLessThanOrEqual(wanted + 1);
}, 300_000);
