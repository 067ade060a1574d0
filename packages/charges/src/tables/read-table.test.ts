import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import type { ColumnType, Table, TableData } from "@edict/rulebook";
import { formatDate, noDate } from "@edict/rulebook";
import { expect, test } from "vitest";
import { ChargeFileError } from "../charge-file-error.js";
import { readTable } from "./read-table.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

/** `column1 code, effective date from "Eff"` */
function table(columns: string): Table {
  const at = { file: "a.edict", line: 1, column: 1 };
  return {
    name: "Pairs",
    doc: null,
    at,
    columns: columns.split(", ").map((text) => {
      const [, name = "", type, header = null] = /^(\S+) (\S+)(?: from "(.*)")?$/.exec(text) ?? [];
      return { name, type: typeOf(type), header };
    }),
    source: { kind: "file", path: "table.csv", at },
  };
}

function typeOf(word: string | undefined): ColumnType {
  switch (word) {
    case "number":
    case "date":
    case "code":
    case "diagnosis":
      return word;
    default:
      return "text";
  }
}

function read(columns: string, content: string | Buffer): Promise<TableData> {
  const path = join(folder, "table.csv");
  writeFileSync(path, content);
  return readTable(table(columns), path, { name: "table.csv" });
}

/** A row for each row: cells as the engine has them. */
function rows(data: TableData): string[] {
  return Array.from({ length: data.count }, (_, row) =>
    [...data.columns.values()]
      .map(({ cells }) => {
        if (cells.kind === "text") return cells.values[cells.ids[row] ?? -1] ?? "_";
        if (cells.kind === "number") return Number.isNaN(cells.values[row]) ? "_" : cells.values[row];
        const day = cells.days[row] ?? noDate;
        return day === noDate ? "_" : formatDate(day);
      })
      .join(" "),
  );
}

async function errorOf(run: Promise<unknown>): Promise<unknown> {
  const error: unknown = await run.catch((caught: unknown) => caught);
  if (!(error instanceof ChargeFileError)) return error;
  return [error.code, error.file, error.row, error.column].join(" ");
}

const pairs = "column1 code, column2 code, effective date, deleted date, indicator number";

test("cells are read by the types of their columns", async () => {
  const data = await read(
    `${pairs}, why text from "PTP Edit Rationale", dx diagnosis`,
    `column2,COLUMN1,Effective,deleted,indicator,PTP Edit Rationale,DX,other
77290,g6015,20240101,,1,"Misuse, of codes",c50.911,x
,0394T,1/1/2024,2024-12-31,,,,
`,
  );
  expect(rows(data)).toEqual([
    "G6015 77290 2024-01-01 _ 1 Misuse, of codes C50911",
    "0394T _ 2024-01-01 2024-12-31 _ _ _",
  ]);
  expect([...data.columns].map(([name, column]) => `${name} ${column.type}`)).toEqual([
    "column1 code",
    "column2 code",
    "effective date",
    "deleted date",
    "indicator number",
    "why text",
    "dx diagnosis",
  ]);
});

test("tabs, gzip and Latin-1 as in charge files", async () => {
  const data = await read("code code, note text", gzipSync(Buffer.from("code\tnote\n77301\té\n", "latin1")));
  expect(rows(data)).toEqual(["77301 é"]);
});

test("a cell that its type cannot hold is an error with its place", async () => {
  const bad = (cells: string) =>
    errorOf(read(pairs, `column1,column2,effective,deleted,indicator\n77301,77290,,,1\n${cells}\n`));
  expect(await bad("7730,77290,,,1")).toBe("table-cell-unreadable table.csv 3 column1");
  expect(await bad("77301,77290,20249901,,1")).toBe("table-cell-unreadable table.csv 3 effective");
  expect(await bad("77301,77290,,*,1")).toBe("table-cell-unreadable table.csv 3 deleted");
  expect(await bad("77301,77290,,,1 Line Edit")).toBe("table-cell-unreadable table.csv 3 indicator");
  expect(await bad("77301,77290,,")).toBe("table-row-cells table.csv 3 ");
  expect(await bad('"77301"x,77290,,,1')).toBe("table-row-quotes table.csv 3 ");
});

test("a missing header is an error, and so are two of one name", async () => {
  expect(await errorOf(read('code code from "HCPCS"', "code\n77301\n"))).toBe("table-column-missing table.csv  HCPCS");
  expect(await errorOf(read("code code", "code,code\n77301,77290\n"))).toBe("column-twice table.csv  ");
});

test("a blank line between rows would shift the numbers of rows, at the end it does not", async () => {
  expect(await errorOf(read("code code", "code\n77301\n\n77290\n"))).toBe("table-row-blank table.csv 3 ");
  expect(await errorOf(read("code code", "\ncode\n77301\n"))).toBe("table-row-blank table.csv 1 ");
  expect(rows(await read("code code", "code\n77301\n\n\n"))).toEqual(["77301"]);
});

test("a table in Parquet reads as the same table in CSV", async () => {
  const path = join(folder, "o'table.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT * FROM (VALUES
      ('77301', 77290, DATE '2024-01-01', NULL, 1::DECIMAL(4,1), 'x "y" é'),
      ('0394T', 10004, DATE '2024-01-01', TIMESTAMP '2024-12-31 00:00:00', NULL, NULL))
    AS rows(column1, column2, effective, deleted, indicator, "a ""b"""))
    TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
  expect(rows(await readTable(table(`${pairs}, why text from "a "b""`), path))).toEqual([
    '77301 77290 2024-01-01 _ 1 x "y" é',
    "0394T 10004 2024-01-01 2024-12-31 _ _",
  ]);
});

test("a Parquet file that is torn, or named like a pattern, is an error", async () => {
  const torn = join(folder, "torn.parquet");
  writeFileSync(torn, "PAR1 and no more");
  expect(await errorOf(readTable(table("code code"), torn))).toBe(`file-not-readable ${torn}  `);
  const starred = join(folder, "a*.parquet");
  writeFileSync(starred, "PAR1 and no more");
  expect(await errorOf(readTable(table("code code"), starred))).toBe(`table-file-name ${starred}  `);
});
