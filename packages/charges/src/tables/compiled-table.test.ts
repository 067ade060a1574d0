import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Column, ColumnType, Table, TableData } from "@edict/rulebook";
import { cellDayAt, cellNumberAt, cellTextAt } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ChargeFileError } from "../charge-file-error.js";
import { formWithoutOrder, head } from "./compiled-table.js";
import { readTable } from "./read-table.js";
import { compiledTable } from "./write-compiled.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));
const at = { file: "a.edict", line: 1, column: 1 };

function tableOf(columns: readonly Column[]): Table {
  return { name: "T", doc: null, at, columns, source: { kind: "file", path: "t", at } };
}

function column(name: string, type: ColumnType, header: string | null = null): Column {
  return { name, type, header };
}

const columns = [
  column("code", "code"),
  column("site", "diagnosis"),
  column("units", "number"),
  column("from", "date"),
  column("why", "text", "Reason given"),
];
const table = tableOf(columns);

function read(content: string | Uint8Array, wanted = table): Promise<TableData> {
  const path = join(folder, "table");
  writeFileSync(path, content);
  return readTable(wanted, path, { name: "t" });
}

async function errorOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => "no error",
    (error: unknown) => {
      if (error instanceof ChargeFileError) return error.code;
      throw error;
    },
  );
}

function rows(data: TableData): unknown[][] {
  return Array.from({ length: data.count }, (_, row) =>
    [...data.columns.values()].map(({ cells }) => {
      switch (cells.kind) {
        case "text":
          return cellTextAt(cells, row);
        case "number":
          return cellNumberAt(cells, row);
        case "date":
          return cellDayAt(cells, row);
      }
    }),
  );
}

const csv = `code,site,units,from,Reason given
77301,C61,2.5,2026-01-01,"first, ""quoted"""
77290,,,,
77301,C50.911,-3,2025-12-31,ü😀
`;

const cell = (...cells: string[]): fc.Arbitrary<string> => fc.constantFrom("", ...cells);

test("a compiled table is the table that was compiled", async () => {
  const row = fc.tuple(
    cell("77301", "77290", "G6015", "0394T"),
    cell("C61", "C50.911", "Z51.0"),
    fc.oneof(cell("1", "0.1", "-7"), fc.nat().map(String)),
    cell("2026-01-01", "1999-12-31"),
    cell("a", "é", "z z", "null"),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (drawn) => {
      const filled = drawn.filter((cells) => cells.some((text) => text !== ""));
      const text = ["code,site,units,from,Reason given", ...filled.map((cells) => cells.join(","))].join("\n");
      const data = await read(text);
      expect(rows(await read(compiledTable(table, data)))).toEqual(rows(data));
    }),
    { numRuns: 100 },
  );
});

test("more distinct numbers than two bytes count are kept row by row", async () => {
  const many = Array.from({ length: 70_000 }, (_, at_) => String(at_ * 3));
  const wanted = tableOf([column("units", "number"), column("why", "text")]);
  const data = await read(`units,why\n${many.map((text) => `${text},t${text}`).join("\n")}`, wanted);
  const back = await read(compiledTable(wanted, data), wanted);
  expect(back.columns.get("units")?.cells).not.toHaveProperty("ids");
  expect(rows(back)).toEqual(rows(data));
});

const ordered = tableOf([column("units", "number"), column("a", "code"), column("b", "code")]);
const inOrder = `units,a,b
1,77290,77301
2,77290,G6015
3,77301,77290
4,G6015,77290
5,G6015,77290
6,G6015,77301
`;

test("a table says by which columns its rows stand in order, and has no index of the first", async () => {
  const data = await read(inOrder, ordered);
  const compiled = compiledTable(ordered, data);
  const back = await read(compiled, ordered);
  expect(rows(back)).toEqual(rows(data));
  expect(back.columns.get("a")?.cells).toMatchObject({ order: { kind: "first", starts: Int32Array.of(0, 2, 3, 6) } });
  expect(back.columns.get("b")?.cells).toMatchObject({ order: { kind: "second" } });
  expect(compiledTable(ordered, back)).toEqual(compiled);
});

test("a table whose rows stand in no order, or with an empty cell, says none", async () => {
  for (const row of ["7,77290,77301", "7,,77301"]) {
    const back = await read(compiledTable(ordered, await read(`${inOrder}${row}\n`, ordered)), ordered);
    expect(back.columns.get("a")?.cells).not.toHaveProperty("order");
  }
  const second = await read(compiledTable(ordered, await read(`${inOrder}7,G6015,77290\n`, ordered)), ordered);
  expect(second.columns.get("a")?.cells).toHaveProperty("order");
  expect(second.columns.get("b")?.cells).not.toHaveProperty("order");
});

test("rows that an order parts otherwise, and orders that cannot be, are errors", async () => {
  const compiled = compiledTable(ordered, await read(inOrder, ordered));
  const starts = Buffer.from(Int32Array.of(0, 2, 3, 6).buffer);
  const at = Buffer.from(compiled).indexOf(starts);
  const made = [
    ...[
      [1, 2, 3, 6],
      [0, 2, 2, 6],
      [0, 4, 3, 6],
      [0, 2, 3, 7],
      [0, -1, 3, 6],
    ].map((others) =>
      resealed(compiled, asItIs, (bytes) => {
        bytes.set(Buffer.from(Int32Array.from(others).buffer), at);
      }),
    ),
    resealed(compiled, (text) => text.replace('"first"', '"second"')),
    resealed(compiled, (text) => text.replace('"second"', '"first"')),
    resealed(compiled, (text) => text.replace('"first"', '"third"')),
    resealed(compiled, asItIs, (bytes) => bytes.writeUInt32LE(formWithoutOrder, head.form)),
  ];
  for (const file of made) expect(await errorOf(read(file, ordered))).toBe("file-not-readable");
});

test("the form that knows of no order is read, and another one is not", async () => {
  const data = await read(csv);
  const compiled = compiledTable(table, data);
  const written = (form: number) => resealed(compiled, asItIs, (bytes) => bytes.writeUInt32LE(form, head.form));
  expect(rows(await read(written(formWithoutOrder)))).toEqual(rows(data));
  expect(await errorOf(read(written(3)))).toBe("file-not-readable");
});

test("the same rows give the same bytes, and columns are found by their headers in any order", async () => {
  const compiled = compiledTable(table, await read(csv));
  expect(compiledTable(table, await read(compiled))).toEqual(compiled);
  const fewer = await read(compiled, tableOf([column("reason", "text", "REASON GIVEN"), column("code", "code")]));
  expect(rows(fewer)).toEqual([
    ['first, "quoted"', "77301"],
    [null, "77290"],
    ["ü😀", "77301"],
  ]);
});

test("a column that is missing, or was compiled as another type, is an error", async () => {
  const compiled = compiledTable(table, await read(csv));
  expect(await errorOf(read(compiled, tableOf([column("payer", "text")])))).toBe("table-column-missing");
  expect(await errorOf(read(compiled, tableOf([column("units", "text")])))).toBe("file-not-readable");
});

test("a file that is torn or has a byte changed anywhere is an error", async () => {
  const compiled = compiledTable(table, await read(csv));
  for (let length = 8; length < compiled.length; length++) {
    expect(await errorOf(read(compiled.subarray(0, length)))).toBe("file-not-readable");
  }
  for (let place = 8; place < compiled.length; place++) {
    const changed = Uint8Array.from(compiled);
    changed[place] = (changed[place] ?? 0) ^ 0x10;
    expect(await errorOf(read(changed))).toBe("file-not-readable");
  }
});

const asItIs = (text: string): string => text;

test.each([
  ["more rows than there are", '"rows":3', '"rows":9'],
  ["no whole number of rows", '"rows":3', '"rows":.3'],
  ["values that are no codes", '"type":"text"', '"type":"code"'],
  ["texts without an index", '"width":1}]', '"width":0}]'],
  ["an index of three bytes", '"width":1}]', '"width":3}]'],
  ["another number of values", '"values":2,"textBytes"', '"values":1,"textBytes"'],
  ["a type that is none", '"type":"text"', '"type":"list"'],
])("a file that was made up is an error: %s", async (_, from, to) => {
  const compiled = compiledTable(table, await read(csv));
  expect(await errorOf(read(resealed(compiled, (text) => text.replace(from, to))))).toBe("file-not-readable");
});

test("a text that stands twice is an error, whatever order it is in", async () => {
  const wanted = tableOf([column("site", "text"), column("units", "number")]);
  const compiled = compiledTable(wanted, await read("site,units\n\ue000,1\n\u{10000},2\n\u{10001},3\n", wanted));
  // The middle one stands behind the first by the bytes of its units of sixteen bits, and before it by those of UTF-8.
  const twice = resealed(compiled, asItIs, (bytes) => {
    const at = bytes.indexOf(JSON.stringify(["\ue000", "\u{10000}", "\u{10001}"]));
    bytes.write(JSON.stringify(["\u{10000}", "\ue000", "\u{10000}"]), at);
  });
  expect(await errorOf(read(compiled, wanted))).toBe("no error");
  expect(await errorOf(read(twice, wanted))).toBe("file-not-readable");
});

test("more values than an index can tell are an error", async () => {
  const codes = Array.from({ length: 300 }, (_, at) => `1,G${1000 + at},77290\n`);
  const compiled = compiledTable(ordered, await read(`units,a,b\n${codes.join("")}`, ordered));
  const narrow = resealed(compiled, (text) => text.replace('"width":2', '"width":1'));
  expect(await errorOf(read(compiled, ordered))).toBe("no error");
  expect(await errorOf(read(narrow, ordered))).toBe("file-not-readable");
});

test("an index of no value is an empty cell", async () => {
  const wanted = tableOf([column("code", "code"), column("units", "number")]);
  const compiled = compiledTable(wanted, await read("code,units\n77301,1\n77290,2\n", wanted));
  const changed = resealed(compiled, asItIs, (bytes) => bytes.fill(0xff, bytes.length - 8));
  expect(rows(await read(changed, wanted)).map(([code, units]) => [code, units])).toEqual([
    ["77301", NaN],
    ["77290", NaN],
  ]);
});

/** The file with another description of the same length, or other values, and a checksum that is right. */
function resealed(
  compiled: Uint8Array,
  describeAgain: (text: string) => string,
  change: (bytes: Buffer) => void = () => undefined,
): Uint8Array {
  const bytes = Buffer.from(compiled);
  const length = bytes.readUInt32LE(head.description);
  const text = describeAgain(bytes.toString("utf8", head.length, head.length + length));
  bytes.write(text.padEnd(length).slice(0, length), head.length, "utf8");
  change(bytes);
  bytes.writeUInt32LE(crc32(bytes.subarray(head.afterChecksum)), head.checksum);
  return bytes;
}
