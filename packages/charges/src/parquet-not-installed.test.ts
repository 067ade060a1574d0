/** Charge files in Parquet where DuckDB is not installed. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readCharges } from "./read-charges.js";

vi.mock("@duckdb/node-api", () => {
  throw new Error("Cannot find package");
});

test("what to install is said", async () => {
  const folder = mkdtempSync(join(tmpdir(), "edict-"));
  writeFileSync(join(folder, "c.parquet"), "PAR1");
  const run = readCharges({ files: ["c.parquet"], folder, layouts: [], layout: null, fields: [], set: new Map() });
  await expect(run).rejects.toMatchObject({ code: "parquet-not-installed", file: "c.parquet" });
});
