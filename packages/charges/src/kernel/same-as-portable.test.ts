/** Whatever a file holds and its pieces are, whoever had the kernel before: it reads what the portable path reads. */
import { serialize } from "node:v8";
import type { Field, Table } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ChargeFileError } from "../charge-file-error.js";
import { dropLines } from "../lines/batch-lines.js";
import { ChargeRows } from "../lines/charge-rows.js";
import { emptyLines, levelColumns } from "../lines/line-store.js";
import { readPresets } from "../lines/preset-values.js";
import { LineSettler } from "../lines/settle-lines.js";
import { JsonReader, LateKey } from "../records/json/json-reader.js";
import { cellText } from "../records/record-batch.js";
import type { RecordPlace, RecordSink } from "../records/record-reader.js";
import { RecordReader } from "../records/record-reader.js";
import { TableRows } from "../tables/table-rows.js";
import { makeKernel } from "./kernel.js";

const numRuns = Number(process.env["EDICT_FUZZ"] ?? 300);
const never = Infinity;
const always = 0;

/** Reads a file in pieces; the code of its error where it is refused. */
function readThrough(
  reader: RecordReader | JsonReader,
  pieces: readonly Uint8Array[],
  behindPiece: () => void = () => {},
): string {
  try {
    for (const piece of pieces) {
      reader.push(piece);
      behindPiece();
    }
    reader.end();
    return "read";
  } catch (error) {
    if (error instanceof ChargeFileError) return error.code;
    if (error instanceof LateKey) return `a late key in ${error.row}`;
    throw error;
  }
}

/** Takes the records of a file, as they are told. */
function listing(seen: string[]): RecordSink {
  return {
    header: (cells, row) => seen.push(`${row} header ${cells.join("·")}`),
    records: (batch) => {
      for (let record = 0; record < batch.count; record++) {
        const cells = Array.from({ length: batch.width }, (_, column) => cellText(batch, record, column));
        seen.push(`${batch.rows[record]} ${cells.join("·")}`);
      }
    },
    otherWidth: (found, row) => seen.push(`${row} of ${found}`),
    broken: (row) => seen.push(`${row} broken`),
  };
}

function records(pieces: readonly Uint8Array[], kernelFrom: number): unknown {
  const seen: string[] = [];
  const reader = new RecordReader("a.csv", listing(seen), () => {}, kernelFrom);
  const outcome = readThrough(reader, pieces);
  reader.close();
  return [outcome, seen];
}

/** The records behind places of the file, the last place first, by one reader that goes on from each. */
function recordsBehindPlaces(bytes: Uint8Array, places: readonly RecordPlace[], kernelFrom: number): unknown {
  const seen: string[] = [];
  const told: number[] = [];
  const reader: RecordReader = new RecordReader("a.csv", listing(seen), ({ at }) => told.push(at), kernelFrom);
  const outcomes = places.toReversed().map((place) => {
    reader.goOnFrom(place);
    return readThrough(reader, [bytes.subarray(place.at, place.at + 100), bytes.subarray(place.at + 100)]);
  });
  return [outcomes, seen, told];
}

const declared: readonly Field[] = [];
const openObject = 123;

/** The lines of a charge file, its dictionaries and its rejected rows; `drop`: lines are taken away between its pieces. */
function lines(
  pieces: readonly Uint8Array[],
  kernelFrom: number,
  drop: boolean,
  set: ReadonlyMap<string, string>,
): unknown {
  const store = emptyLines();
  const presets = readPresets(set, declared);
  const request = {
    layouts: [],
    layout: null,
    declared,
    presets,
    saidOfFile: new Set<string>(),
    readPatient: null,
    size: 0,
  };
  const rows = new ChargeRows("a.csv", store, request);
  const dropped: unknown[] = [];
  const dropSome = (): void => {
    if (!drop) return;
    levelColumns(store);
    dropped.push([...store.patient.ids.all()].map((id) => store.patient.texts.values[id] ?? ""));
    rows.forget(dropLines(store, Math.ceil(store.row.length / 2)));
  };
  const isJson = pieces.find((piece) => piece.length > 0)?.[0] === openObject;
  const reader = isJson
    ? new JsonReader("a.jsonl", rows, header, kernelFrom)
    : new RecordReader("a.csv", rows, () => {}, kernelFrom);
  const outcome = readThrough(reader, pieces, dropSome);
  reader.close();
  levelColumns(store);
  const { charges, nettings, rejected } = new LineSettler(store, declared).settle({ areLast: true });
  const own = [...charges.fields].map(([field, column]) =>
    column.kind === "text"
      ? [field, column.ids, column.values, Array.from({ length: charges.count }, (_, line) => column.textAt?.(line))]
      : [field, column],
  );
  return {
    outcome,
    dropped,
    charges: { ...charges, fields: own },
    nettings,
    rejected: [...store.rejected, ...rejected],
  };
}

const at = { file: "a.edict", line: 1, column: 1 };
const table: Table = {
  name: "T",
  source: { kind: "file", path: "t.csv", at },
  columns: [
    { name: "MRN", type: "text", header: null },
    { name: "DOS", type: "date", header: null },
    { name: "CPT", type: "code", header: null },
    { name: "UNITS", type: "number", header: null },
    { name: "DX", type: "diagnosis", header: null },
  ],
  doc: null,
  at,
};

function rowsOfTable(pieces: readonly Uint8Array[], kernelFrom: number): unknown {
  const rows = new TableRows(table, "t.csv", 0);
  const reader = new RecordReader("t.csv", rows, () => {}, kernelFrom);
  const outcome = readThrough(reader, pieces);
  reader.close();
  return outcome === "read" ? [outcome, rows.data()] : outcome;
}

function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((one, other) => one - other);
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

const header = ["MRN", "CLAIM", "DOS", "CPT", "MOD1", "UNITS", "DX", "POS", "PAYER", "AMOUNT", "DOB"];
const usual = [
  "P1",
  "P2",
  " P1",
  "P1\u00a0",
  "Ä1",
  "P0000001",
  "P00000012",
  "P000000000000001",
  "P0000000000000012",
  "2026-03-02",
  "20260302",
  "3/2/2026",
  "2026-02-30",
  "2026-03-02T10:00",
  "44000",
  "1960-01-01",
  "77301",
  "g6015",
  "26",
  "XS,59",
  "C61",
  "C61 Z51.0",
  "C61, Z51.0",
  "C77.7 C78.8 C79.9 Z51.0 Z51.1 Z51.2 C61",
  "1",
  "-1",
  "2.5",
  "(2)",
  "1.",
  ".5",
  ".",
  "1.2.3",
  "$12.50",
  "1,000.00",
  "123456789012345",
  "1234567890123456",
  "",
  "",
  "",
  " ",
  "\u3000",
  "11",
  "UHC",
  "€",
  "x\0",
  "\ufeff",
  'a"b',
  "\t",
];
const lengths = fc.nat(70).map((length) => "abcdefghij".repeat(7).slice(0, length));
const cellOf = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...usual) },
  { weight: 2, arbitrary: lengths },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);
const writtenCell = fc.tuple(cellOf, fc.nat(40)).map(([cell, way]) => {
  if (way === 0) return `"${cell.replaceAll('"', '""')}"x`;
  if (way === 1) return `"${cell}`;
  if (way === 2) return `"${cell}\n"`;
  if (way < 8 || /[",;\n\r]/.test(cell)) return `"${cell.replaceAll('"', '""')}"`;
  return cell;
});
const plainRow = fc.constantFrom(
  "P1,C1,2026-03-02,77301,26,1,C61,11,UHC,74.50,1960-01-01",
  "P2,C2,2026-03-03,77427,,2,C77.7 C78.8,19,Medicare of the North,111.50,1958-12-31",
  "P2,C3,2026-03-03,77427,,-2,C77.7 C78.8,19,Medicare of the North,111.50,58-12-31",
);
const row = fc.oneof(
  { weight: 6, arbitrary: plainRow },
  { weight: 6, arbitrary: fc.array(writtenCell, { minLength: 11, maxLength: 11 }).map((cells) => cells.join(",")) },
  { weight: 1, arbitrary: fc.array(writtenCell, { maxLength: 13 }).map((cells) => cells.join(",")) },
  { weight: 1, arbitrary: fc.constantFrom("", " ", ",,,,,,,,,,", " ,,,,,\t,,,,,", "\u00a0,,,,,,,,,,") },
);
const file = fc
  .record({
    rows: fc.array(row, { maxLength: 40 }),
    lineBreak: fc.constantFrom("\n", "\n", "\r\n", "\r"),
    delimiter: fc.constantFrom(",", ",", ",", ";", "\t", "§"),
    end: fc.boolean(),
    repeat: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ rows, lineBreak, delimiter, end, repeat }) => {
    const body = Array.from({ length: repeat }, () => rows).flat();
    const text = [header.join(","), ...body].join("\n") + (end ? "\n" : "");
    const parted = delimiter === "," ? text : text.replaceAll(",", delimiter);
    const told = delimiter === "§" ? `sep=§\n${parted}` : parted;
    // NUL comes to no reader: a file with one is refused before.
    return Buffer.from(told.replaceAll("\n", lineBreak).replaceAll("\0", ""));
  });
const cuts = fc.array(fc.nat(8000), { maxLength: 6 });

test("the kernel can be had here", () => expect(makeKernel()).not.toBeNull());

test("the same records", () => {
  fc.assert(
    fc.property(file, cuts, (bytes, places) => {
      const pieces = cut(bytes, places);
      expect(records(pieces, always)).toEqual(records(pieces, never));
    }),
    { numRuns },
  );
});

test("the same records where a reader goes on from places of the file", () => {
  fc.assert(
    fc.property(file, cuts, (bytes, at) => {
      const places: RecordPlace[] = [];
      readThrough(new RecordReader("a.csv", listing([]), (place) => places.push(place), never), cut(bytes, at));
      expect(recordsBehindPlaces(bytes, places, always)).toEqual(recordsBehindPlaces(bytes, places, never));
    }),
    { numRuns },
  );
});

test("the same cells of a column that is skimmed, those left out that are the one before", () => {
  const skimmed = (pieces: readonly Uint8Array[], column: number, kernelFrom: number): unknown => {
    const seen: string[] = [];
    const skim = {
      column: () => column,
      take: (bytes: Uint8Array, start: number, end: number) => {
        const text = Buffer.from(bytes.subarray(start, end)).toString();
        if (text !== seen[seen.length - 1]) seen.push(text);
      },
    };
    const places: RecordPlace[] = [];
    const sink = { ...listing(seen), skim };
    const reader = new RecordReader("a.csv", sink, (place) => places.push(place), kernelFrom);
    return [readThrough(reader, pieces), seen, places];
  };
  const plain = file.map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 34)));
  fc.assert(
    fc.property(fc.oneof(plain, file), cuts, fc.integer({ min: -1, max: 12 }), (bytes, places, column) => {
      const pieces = cut(bytes, places);
      expect(skimmed(pieces, column, always)).toEqual(skimmed(pieces, column, never));
    }),
    { numRuns },
  );
});

test("the same records of bytes that are no file of anybody", () => {
  const scraps = ['"', ",", "\n", "\r", "\r\n", "a", " ", "\t", "é", "\u3000", '","', '"\n', "abcdefgh".repeat(8)];
  const bytes = fc
    .array(fc.constantFrom(...scraps), { maxLength: 200 })
    .map((parts) => Buffer.from(`a,b,c\n${parts.join("")}`));
  fc.assert(
    fc.property(bytes, cuts, (whole, places) => {
      const pieces = cut(whole, places);
      expect(records(pieces, always)).toEqual(records(pieces, never));
    }),
    { numRuns },
  );
});

test("the same lines, dictionaries and rejected rows, where lines are taken away in between too", () => {
  const sets = fc.constantFrom(
    new Map<string, string>(),
    new Map([
      ["payer", "UHC"],
      ["claim", "C9"],
      ["units", "3"],
      ["modifiers", "26"],
    ]),
    new Map([["patient", "P9"]]),
  );
  fc.assert(
    fc.property(file, cuts, fc.boolean(), sets, (bytes, places, drop, set) => {
      const pieces = cut(bytes, places);
      expect(lines(pieces, always, drop, set)).toEqual(lines(pieces, never, drop, set));
    }),
    { numRuns },
  );
});

const tableRow = fc
  .tuple(
    fc.oneof(cellOf, fc.constantFrom("A", "B")),
    fc.constantFrom("2026-03-02", "20260302", "3/2/2026", "", " "),
    fc.constantFrom("77301", "g6015", " 77427", "G0339"),
    fc.oneof(
      fc.constantFrom("1", "-1", "2.5", "(2)", "$12.50", "", " "),
      fc.stringMatching(/^\d{0,7}[./:-]?\d{0,7}\.?$/),
    ),
    fc.constantFrom("C61", "c77.7", "", "Z51.0"),
  )
  .map((cells) => cells.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","));
const tableFile = fc
  .array(tableRow, { maxLength: 60 })
  .map((rows) => Buffer.from(`MRN,DOS,CPT,UNITS,DX\n${rows.join("\n").replaceAll("\0", "")}\n`));

test("the same lines of JSON lines", () => {
  const value = fc.oneof(
    { weight: 6, arbitrary: cellOf },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(1, 2.5, -1, 1e21, null, true, ["26", "59"], [], {}, [["x"]]) },
  );
  const line = fc
    .tuple(fc.constantFrom(...header), fc.array(value, { minLength: 11, maxLength: 11 }), fc.boolean())
    .map(([lacking, values, isPlain]) => {
      const members = header.map((key, at) => [key, values[at]] as const).filter(([key]) => key !== lacking);
      const plain = { MRN: "P1", CLAIM: values[0], DOS: "2026-03-02", CPT: "77301", MOD1: values[1], UNITS: 1 };
      return JSON.stringify(isPlain ? plain : Object.fromEntries(members));
    });
  const jsonLines = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 40 }), fc.constantFrom("\n", "\n\n", "\n{\n"))
    .map(([texts, between]) => Buffer.from(texts.join(between)));
  const none = new Map<string, string>();
  fc.assert(
    fc.property(jsonLines, cuts, fc.boolean(), (bytes, places, drop) => {
      const pieces = cut(bytes, places);
      expect(lines(pieces, always, drop, none)).toEqual(lines(pieces, never, drop, none));
    }),
    { numRuns },
  );
});

test("the same rows of a table", () => {
  fc.assert(
    fc.property(fc.oneof(tableFile, file), cuts, (bytes, places) => {
      const pieces = cut(bytes, places);
      expect(rowsOfTable(pieces, always)).toEqual(rowsOfTable(pieces, never));
    }),
    { numRuns },
  );
});

test("the same of cells of every length, more different ones than are remembered, and a record of megabytes", () => {
  const pieces: Buffer[] = [Buffer.from(`${header.join(",")}\n`)];
  for (let length = 0; length <= 80; length++) {
    const cell = "x".repeat(length);
    pieces.push(Buffer.from(`P${cell},C${cell},2026-03-02,77301,,1,,11,${cell},1,\n`.repeat(3)));
  }
  const rows = Array.from({ length: 280_000 }, (_, at) => {
    // Each patient has two lines, so that most cells are known when they come and the kernel is asked on.
    const patient = Math.floor(at / 2) * 7;
    return `P${patient},C${at},2026-03-02,${10_000 + (at % 9000)},,1,,11,payer ${patient},${at},\n`;
  });
  pieces.push(Buffer.from(rows.join("")));
  pieces.push(Buffer.from(`P1,"${"y".repeat(3_900_000)}",2026-03-02,77301,,1,,11,UHC,1,\n`));
  pieces.push(Buffer.from(rows.slice(0, 20_000).join("")));
  const [kernel, portable] = [always, never].map((from) => serialize(lines(pieces, from, false, new Map())));
  expect(kernel?.length).toBeGreaterThan(1 << 20);
  expect(kernel?.equals(portable ?? Buffer.alloc(0))).toBe(true);
});
