/** `edict run --format parquet` where DuckDB is not installed. */
import { expect, test, vi } from "vitest";
import { commandLine } from "../testing/command-line.js";

vi.mock("@duckdb/node-api", () => {
  throw new Error("Cannot find package");
});

const { put, edict } = commandLine();

test("what to install is said before any charge is evaluated", async () => {
  put({
    "a.edict": 'rule R-1 "x"\n  forbid 77301\n  deny as CARC 97 "no"\n',
    "c.csv": "patient,date,code\nP,2026-03-02,77301\n",
  });
  const { code, out, err } = await edict("run", "a.edict", "--charges", "c.csv", "--format", "parquet");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(
    "edict: --format parquet needs the package @duckdb/node-api, which is not installed; npm install",
  );
});
