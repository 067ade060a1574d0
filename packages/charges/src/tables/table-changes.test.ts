/** What a newer state of a table changes. A row of a table here is a key, a first and a last day, and a value: `a 1-5 x`. */
import { expect, test } from "vitest";
import fc from "fast-check";
import type { TableData } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import { tableChanges } from "./table-changes.js";

const shape = { keys: ["key"], values: ["says"], from: "from", to: "to" };

interface Row {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

const rowOf = (text: string): Row => {
  const [key = "", days = "", says = ""] = text.split(" ");
  const [from = "", to = ""] = days.split("-");
  return { key, from: from === "" ? noDate : Number(from), to: to === "" ? noDate : Number(to), says };
};

function tableOf(rows: readonly Row[]): TableData {
  const texts = (of: (row: Row) => string) => ({
    kind: "text" as const,
    ids: Int32Array.from(rows, (_, place) => place),
    values: rows.map(of),
  });
  const days = (of: (row: Row) => number) => ({ kind: "date" as const, days: Int32Array.from(rows, of) });
  return {
    name: "T",
    count: rows.length,
    columns: new Map([
      ["key", { type: "text", cells: texts(({ key }) => key) }],
      ["says", { type: "text", cells: texts(({ says }) => says) }],
      ["from", { type: "date", cells: days(({ from }) => from) }],
      ["to", { type: "date", cells: days(({ to }) => to) }],
    ]),
  };
}

/** Each change as `kind key from-to was>now`, then how many keys there were, are, and are the same. */
function changes(old: readonly string[], now: readonly string[], since = noDate): string[] {
  const found: string[] = [];
  const day = (number: number): string => (number === noDate ? "" : String(number));
  const counts = tableChanges(tableOf(old.map(rowOf)), tableOf(now.map(rowOf)), {
    shape,
    since,
    onChange: ({ kind, key, from, to, was, now: is }) =>
      found.push(`${kind} ${key.join()} ${day(from)}-${day(to)} ${was.flat().join()}>${is.flat().join()}`),
  });
  return [...found, `${counts.old} ${counts.new} ${counts.same}`];
}

test("a key that is new is added, one that is open no longer has ended", () => {
  expect(changes(["b 1- x"], ["a 3- x", "b 1- x", "c 1-2 x"])).toEqual(["added a 3- >x", "added c 1-2 >x", "1 3 1"]);
  expect(changes(["a 1- x", "b 1- x", "c 1- x"], ["a 1-9 x", "c 1- x"])).toEqual([
    "ended a 10- x>",
    "ended b 1- x>",
    "3 2 1",
  ]);
});

test("another value is a change from the day on which it begins", () => {
  expect(changes(["a 1- x"], ["a 1-9 x", "a 10- y"])).toEqual(["changed a 10- x>y", "1 1 0"]);
  expect(changes(["a 1- x"], ["a 1- y"])).toEqual(["changed a 1- x>y", "1 1 0"]);
});

test("days that are over are dates, and so is a beginning that is later", () => {
  expect(changes(["a 1-9 x"], ["a 1-5 x"])).toEqual(["dates a 6-9 x>", "1 1 0"]);
  expect(changes(["a 1- x"], ["a 5- x"])).toEqual(["dates a 1-4 x>", "1 1 0"]);
  expect(changes(["a 5- x"], ["a 1- x"])).toEqual(["dates a 1-4 >x", "1 1 0"]);
});

test("an end that is taken back, or a gap", () => {
  expect(changes(["a 1-9 x"], ["a 1- x"])).toEqual(["added a 10- >x", "1 1 0"]);
  expect(changes(["a 1- x"], ["a 1-9 x", "a 20- x"])).toEqual(["dates a 10-19 x>", "1 1 0"]);
});

test("a row that is cut in two, or stands twice, says what it said", () => {
  expect(changes(["a 1- x"], ["a 1-9 x", "a 10- x"])).toEqual(["1 1 1"]);
  expect(changes(["a 1- x"], ["a 1- x", "a 1- x"])).toEqual(["1 1 1"]);
});

test("rows in force together say what they all say", () => {
  expect(changes(["a 1- x"], ["a 1- x", "a 5- y"])).toEqual(["changed a 5- x>x,y", "1 1 0"]);
});

test("days before the first that is compared do not count", () => {
  expect(changes(["a 1- x", "b 1- x", "c 1-9 x"], ["a 10- x", "b 10- y"], 10)).toEqual(["changed b 10- x>y", "2 2 1"]);
});

test("tables in another order are put in order", () => {
  expect(changes(["b 1- x", "a 1- x"], ["c 1- x", "a 1- x"])).toEqual(["ended b 1- x>", "added c 1- >x", "2 2 1"]);
});

const rows = fc.array(
  fc.record({
    key: fc.constantFrom("a", "b", "c"),
    from: fc.constantFrom(noDate, 0, 1, 2, 3, 4, 5, 6, 7),
    to: fc.constantFrom(noDate, 0, 1, 2, 3, 4, 5, 6, 7),
    says: fc.constantFrom("x", "y"),
  }),
  { maxLength: 8 },
);

const said = (table: readonly Row[], key: string, day: number): string =>
  [
    ...new Set(
      table
        .filter((row) => row.key === key && row.from <= day && (row.to === noDate || row.to >= day))
        .map(({ says }) => says),
    ),
  ]
    .sort()
    .join();

test("on every day the changes say what was and what is, and nothing of days that are the same", () => {
  fc.assert(
    fc.property(rows, rows, (old, now) => {
      const told = new Map<string, string>();
      tableChanges(tableOf(old), tableOf(now), {
        shape,
        since: noDate,
        onChange: ({ key, from, to, was, now: is }) => {
          for (let day = -1; day <= 8; day++) {
            if (day < from || (to !== noDate && day > to)) continue;
            told.set(`${key.join()} ${day}`, `${was.flat().join()}>${is.flat().join()}`);
          }
        },
      });
      for (const key of ["a", "b", "c"]) {
        for (let day = -1; day <= 8; day++) {
          const [was, is] = [said(old, key, day), said(now, key, day)];
          expect(told.get(`${key} ${day}`)).toBe(was === is ? undefined : `${was}>${is}`);
        }
      }
    }),
  );
});
