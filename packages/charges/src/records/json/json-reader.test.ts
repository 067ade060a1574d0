/** JSON lines to records, held to what `JSON.parse` makes of each line. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText } from "../record-batch.js";
import { JsonReader, LateKey } from "./json-reader.js";

interface Seen {
  readonly header: readonly string[];
  /** Each record by its row, the columns that are not blank. */
  readonly records: readonly { readonly row: number; readonly cells: { readonly [key: string]: string } }[];
  readonly faults: readonly string[];
}

const lists: ReadonlySet<string> = new Set(["modifiers"]);
const readable: ReadonlySet<string> = new Set([
  "patient",
  "units",
  "modifiers",
  "ok",
  "payer",
  'od"d\\é',
  "",
  "__proto__",
]);

/** Reads a text in pieces that end at some places. */
function read(text: string, cuts: readonly number[] = [], keys: readonly string[] | null = null): Seen {
  let header: readonly string[] = [];
  const records: Seen["records"][number][] = [];
  const faults: string[] = [];
  const reader = new JsonReader(
    "a.jsonl",
    {
      header: (cells) => {
        header = cells;
      },
      records: (batch) => {
        for (let record = 0; record < batch.count; record++) {
          const cells = header.flatMap((key, column) => {
            const cell = cellText(batch, record, column);
            return !readable.has(key) || cell === "" ? [] : [[key, cell.replaceAll("\u001f", "|")] as const];
          });
          records.push({ row: batch.rows[record] ?? 0, cells: Object.fromEntries(cells) });
        }
      },
      otherWidth: () => {},
      broken: () => {},
      unreadable: (row, column, fault) =>
        faults.push(`${row} ${column === null ? null : (header[column] ?? "")} ${fault}`),
      couldRead: (name) => readable.has(name),
      useOf: (column) => {
        const name = header[column] ?? "";
        return !readable.has(name) ? "ignored" : lists.has(name) ? "list" : "cell";
      },
    },
    keys,
  );
  const bytes = Buffer.from(text);
  let from = 0;
  for (const cut of [...cuts].sort((left, right) => left - right)) {
    reader.push(bytes.subarray(from, cut));
    from = Math.max(from, cut);
  }
  reader.push(bytes.subarray(from));
  reader.end();
  return { header, records, faults };
}

test("values become cells", () => {
  const seen = read(
    [
      '{"patient":"P1","units":2,"modifiers":["26","59"],"ok":true,"payer":null}',
      ' { "patient" : "P\\u0031\\u00e9\\ud83d\\ude00\\n" , "units" : 12.00 , "modifiers" : [ 26 , null, "\\"" ] } \r',
      "",
      '{"units":-0.50,"ok":false,"patient":"","modifiers":"26 59"}',
    ].join("\n"),
  );
  expect(seen).toEqual({
    header: ["patient", "units", "modifiers", "ok", "payer"],
    records: [
      { row: 1, cells: { patient: "P1", units: "2", modifiers: "26|59", ok: "true" } },
      { row: 2, cells: { patient: "P1é😀\n", units: "12", modifiers: '26|"' } },
      { row: 4, cells: { units: "-0.50", ok: "false", modifiers: "26 59" } },
    ],
    faults: [],
  });
});

test.each([
  ["a list where a single value is needed", '{"patient":["P1"]}', "1 patient not-a-value"],
  ["an object where a list is needed", '{"modifiers":{"a":1}}', "1 modifiers not-a-value"],
  ["a list in a list", '{"modifiers":["26",["59"]]}', "1 modifiers list-nested"],
  ["a key twice", '{"patient":"P1","patient":"P2"}', "1 patient key-twice"],
  ["a key twice, written in two ways", '{"patient":"P1","p\\u0061tient":"P2"}', "1 patient key-twice"],
  ["half of a character", '{"patient":"\\ud83d"}', "1 patient text-unfit"],
  ["half of a character before another", '{"patient":"\\ud83d\\u0041"}', "1 patient text-unfit"],
  ["a character of number 0", '{"patient":"P\\u0000"}', "1 patient text-unfit"],
  ["a line that ends early", '{"patient":"P1"', "1 null not-json"],
  ["something behind the object", '{"patient":"P1"} 2', "1 null not-json"],
  ["a number with a zero before it", '{"patient":012}', "1 null not-json"],
  ["a list", '["P1"]', "1 null not-json"],
])("a line is not read: %s", (_, line, fault) => {
  const seen = read(`${line}\n{"patient":"P2"}`, [], ["patient", "modifiers"]);
  expect(seen.faults).toEqual([fault]);
  expect(seen.records).toEqual([{ row: 2, cells: { patient: "P2" } }]);
});

test("what nobody reads may be anything that is JSON", () => {
  const seen = read('{"note":{"a":[1,{"note":2}]},"note":[],"patient":"P1","extra":"\\ud800"}\n{"note":[}]}');
  expect(seen.records).toEqual([{ row: 1, cells: { patient: "P1" } }]);
  expect(seen.faults).toEqual(["2 null not-json"]);
});

test("white space may differ from line to line", () => {
  const seen = read('{"patient":, "P1"}\n{"patient": "P2"}\n{"patient":\t "P3"}\n{"patient":"P4"}');
  expect(seen.records.map(({ row, cells }) => `${row} ${cells["patient"]}`)).toEqual(["2 P2", "3 P3", "4 P4"]);
});

test("brackets that open a million times are looked at once", () => {
  const seen = read(`{"note":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)},"patient":"P1"}\n{"patient":"P2"}`);
  expect(seen.records.map(({ row }) => row)).toEqual([1, 2]);
});

test("a key that comes late is told, and is read where it was known", () => {
  const beginning = '{"patient":"P1"}\n'.repeat(100_000);
  expect(() => read(`${beginning}{"patient":"P2","units":3}`, [beginning.length])).toThrow(LateKey);
  const seen = read(`${beginning}{"units":3,"patient":"P2"}`, [], ["patient", "units"]);
  expect(seen.records.at(-1)).toEqual({ row: 100_001, cells: { patient: "P2", units: "3" } });
});

test("a key that nobody reads may come at any time, and as many of them as there are", () => {
  const lines = Array.from({ length: 2000 }, (_, line) => `{"patient":"P${line}","note":1,"extra":[${line}]}\n`);
  expect(read(lines.join("")).records).toHaveLength(2000);
});

const key = fc.constantFrom("patient", "units", "modifiers", "note", "extra", 'od"d\\é', "", "__proto__");
const scalar = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 40 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.oneof(scalar, scalar, fc.array(scalar, { maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }));
const space = fc.constantFrom("", "", "", " ", "\t", " \r");

function asEscape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A line as somebody may write it: members in any order and with any white space, and sometimes a byte too many. */
const line = fc
  .record({
    members: fc.uniqueArray(fc.tuple(key, value, fc.boolean()), { maxLength: 6, selector: ([name]) => name }),
    space,
    slip: fc.option(
      fc.record({
        at: fc.nat(200),
        drop: fc.nat(2),
        put: fc.constantFrom("", '"', "\\", "{", "]", ",", "0", "\u0001"),
      }),
      {
        freq: 4,
      },
    ),
  })
  .map(({ members, space: gap, slip }) => {
    const written = members.map(([name, held, escaped]) => {
      const text = JSON.stringify(held);
      return `${JSON.stringify(name)}${gap}:${gap}${escaped && typeof held === "string" && !text.includes("\\") ? text.replaceAll(/[a-zé](?=[^]*"$)/g, asEscape) : text}`;
    });
    const whole = `{${gap}${written.join(`${gap},${gap}`)}${gap}}${gap}`;
    if (slip === null) return whole;
    const at = slip.at % (whole.length + 1);
    return whole.slice(0, at) + slip.put + whole.slice(at + slip.drop);
  });

/** What a line comes to by `JSON.parse`; null where it is rejected. */
function expected(text: string): { readonly [key: string]: string } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
  const cells: [string, string][] = [];
  for (const [name, held] of Object.entries(parsed)) {
    if (!readable.has(name)) continue;
    const cell = cellOf(held, lists.has(name));
    if (cell === null) return null;
    if (cell !== "") cells.push([name, cell]);
  }
  return Object.fromEntries(cells);
}

function cellOf(held: unknown, isList: boolean): string | null {
  if (held === null) return "";
  if (typeof held === "string") return /[\0\p{Surrogate}]/u.test(held) ? null : held.replaceAll("\u001f", "|");
  if (typeof held === "number" || typeof held === "boolean") return String(held);
  if (!isList || !Array.isArray(held)) return null;
  const parts = held.map((part) => (Array.isArray(part) ? null : cellOf(part, false)));
  return parts.includes(null)
    ? null
    : parts
        .filter((part) => part !== "")
        .join("|")
        .replace(/\|$/, "");
}

/** The parts of a cell, numbers without how they are written. */
function partsOf(cell: string): string[] {
  const parts = cell.split("|").filter((part) => part !== "");
  return parts.map((part) => (/^-?\d/.test(part) && !Number.isNaN(Number(part)) ? String(Number(part)) : part));
}

test("a file comes to what JSON.parse makes of its lines", () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(400), { maxLength: 4 }),
      (lines, cuts) => {
        // Half of a character is in no file.
        const text = Buffer.from(lines.join("\n")).toString();
        const keys = ["patient", "units", "modifiers", "note", 'od"d\\é', "", "__proto__"];
        const seen = read(text, cuts, keys);
        const rows = text
          .split("\n")
          .map((one, index) => ({ row: index + 1, cells: one.trim() === "" ? {} : expected(one) }));
        const wanted = rows.filter(({ row, cells }) => cells !== null && text.split("\n")[row - 1]?.trim() !== "");
        const shape = (cells: { readonly [key: string]: string } | null): unknown =>
          Object.fromEntries(Object.entries(cells ?? {}).map(([name, cell]) => [name, partsOf(cell)]));
        expect(seen.records.map(({ row, cells }) => [row, shape(cells)])).toEqual(
          wanted.map(({ row, cells }) => [row, shape(cells)]),
        );
        const filled = text.split("\n").filter((one) => one.trim() !== "").length;
        expect(seen.records.length + seen.faults.length).toBe(filled);
      },
    ),
    { numRuns: 2000 },
  );
});
