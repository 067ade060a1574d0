/** `edict run --format parquet` as its users call it, read back by DuckDB. */
import { readdirSync, writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test, vi } from "vitest";
import { commandLine } from "../testing/command-line.js";

const { put, at, edict, bytes: written } = commandLine();

const rules = `
authority HOUSE "House policy" version "2024"
rule R-1 "One plan a day"
  effective 2024-01-01
  because HOUSE "plan"
  bundle 77290 into 77301 on the same day
  deny as CARC 97 "{code} on {date} goes with {other.code}"
  suggest remove
`;
const header = "patient,date,code,units,amount\n";

async function readBack(bytes: Uint8Array, what: string): Promise<readonly (readonly unknown[])[]> {
  writeFileSync(at("read.parquet"), bytes);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(what.replace("FILE", `'${at("read.parquet")}'`));
  instance.closeSync();
  return result.getRowsJson();
}

test("parquet has the columns of csv with types, in the order of the findings, and leaves nothing behind", async () => {
  const odd = `"Ü ""\n\u0001, 'x'"`;
  put({
    "a.edict": rules,
    "c.csv": `${header}B,2026-03-02,77290,1,512.4\nB,2026-03-02,77301,1,\n${odd},2026-03-03,77290,2.5,\n${odd},2026-03-03,77301,1,\n`,
  });
  const run = (...words: readonly string[]): ReturnType<typeof edict> =>
    edict("run", "a.edict", "--charges", "c.csv", ...words);
  put({ "scratch/stays": "" });
  vi.stubEnv("TMPDIR", at("scratch"));
  const { code, err } = await run("--format", "parquet");
  const bytes = written();
  vi.unstubAllEnvs();
  expect(readdirSync(at("scratch"))).toEqual(["stays"]);
  expect(code).toBe(1);
  expect(err).toContain("2 findings: 2 deny\n");
  const csv = await run("--format", "csv");
  const described = await readBack(bytes, "DESCRIBE SELECT * FROM FILE");
  expect(described.map(([name]) => name)).toEqual(csv.out.split("\r\n")[0]?.split(","));
  const typed = described
    .filter(([, type]) => type !== "VARCHAR")
    .map(([name, type]) => `${String(name)} ${String(type)}`);
  expect(typed).toEqual([
    "row BIGINT",
    "date DATE",
    "units DOUBLE",
    "amount DOUBLE",
    "tableRow BIGINT",
    "count DOUBLE",
    "allowed DOUBLE",
  ]);
  expect(
    await readBack(bytes, "SELECT patient, date, code, units, amount, override, modifiers, row, others FROM FILE"),
  ).toEqual([
    ["B", "2026-03-02", "77290", 1, 512.4, null, "", "2", "77301 on 2026-03-02 (c.csv row 3)"],
    [`Ü "\n\u0001, 'x'`, "2026-03-03", "77290", 2.5, null, null, "", "4", "77301 on 2026-03-03 (c.csv row 5)"],
  ]);
  await run("--format", "parquet");
  expect(Buffer.from(written()).equals(bytes)).toBe(true);
});

test("without a finding parquet has its columns and no row", async () => {
  put({ "a.edict": rules, "c.csv": `${header}B,2026-03-02,77290,1,\n` });
  const { code } = await edict("run", "a.edict", "--charges", "c.csv", "--format", "parquet");
  const bytes = written();
  expect(code).toBe(0);
  expect(await readBack(bytes, "SELECT count(*)::INTEGER FROM FILE")).toEqual([[0]]);
});
