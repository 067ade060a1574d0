// DuckDB's bare read of every column of the charge file: the floor of anything that is built on it. One aggregate over
// each column, so that none can be skipped. Run as a process of its own: node bare-read.mjs CHARGES THREADS
import { DuckDBInstance } from "@duckdb/node-api";
import { chargeColumns } from "../generate.mjs";

const [charges, threads] = process.argv.slice(2);
const columns = Object.entries(chargeColumns);
const types = columns.map(([name, type]) => `${name}: '${type}'`).join(", ");
const each = columns.map(([name, type]) => (type === "VARCHAR" ? `max(length(${name}))` : `max(${name})`)).join(", ");
const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
const result = await connection.runAndReadAll(
  `SELECT count(*), ${each} FROM read_csv('${charges}', header = true, columns = {${types}})`,
);
console.log(result.getRows().length);
