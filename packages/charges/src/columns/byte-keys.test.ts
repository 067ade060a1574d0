import type { TextColumn } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { batchOfTexts } from "../records/record-batch.js";
import { ByteKeys } from "./byte-keys.js";
import { ByteTexts } from "./byte-texts.js";
import { OwnTexts } from "./own-texts.js";
import { PairKeys } from "./pair-keys.js";

/** Texts without NUL, which no charge file has: many that are alike, of every length. */
const text = fc.oneof(
  fc.stringMatching(/^[ab]{0,20}$/),
  fc.string({ unit: "binary", maxLength: 12 }).map((any) => any.replaceAll("\0", "0")),
  fc.constantFrom(" a", "a ", "\u00a0a", "a\u2028", "\u00a0", "é", "€uro", "x".repeat(300)),
);
const texts = fc.array(text, { maxLength: 400 });

test("each distinct run of bytes has a number of its own, in the order in which they come", () => {
  fc.assert(
    fc.property(texts, (all) => {
      const batch = batchOfTexts(1, all.length, 1, (record) => all[record] ?? "");
      const keys = new ByteKeys();
      const known = new Map<string, number>();
      for (const [record, one] of all.entries()) {
        if (!known.has(one)) known.set(one, known.size);
        const number = keys.numberOf(batch, batch.starts[record] ?? 0, batch.ends[record] ?? 0);
        expect(number).toBe(known.get(one));
      }
      expect(keys.count).toBe(known.size);
    }),
  );
});

test("a cell's text is known without the blanks around it, as a text of a line's own is", () => {
  fc.assert(
    fc.property(texts, (all) => {
      const batch = batchOfTexts(1, all.length, 1, (record) => all[record] ?? "");
      const interned = new ByteTexts();
      const own = new OwnTexts();
      const seen = all.map((_, record) => {
        const [start = 0, end = 0] = [batch.starts[record], batch.ends[record]];
        own.push(batch, start, end);
        return interned.values[interned.idOfCell(batch, start, end)] ?? "";
      });
      const trimmed = all.map((one) => one.trim());
      expect(seen).toEqual(trimmed);
      expect(new Set(interned.values).size).toBe(interned.values.length);
      const column = own.column(null);
      expect(all.map((_, line) => column.textAt?.(line) ?? "")).toEqual(trimmed);
      expect(all.map((_, line) => copied(column, line) ?? column.textAt?.(line) ?? "")).toEqual(trimmed);
      expect([...column.ids].map((id) => column.values[id] ?? "")).toEqual(trimmed);
    }),
  );
});

test("texts that stand one behind another are copied together, as far as there is room", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 2000 }), fc.nat(), fc.nat(), (all, one, other) => {
      const batch = batchOfTexts(1, all.length, 1, (record) => all[record] ?? "");
      const own = new OwnTexts();
      for (const record of all.keys()) own.push(batch, batch.starts[record] ?? 0, batch.ends[record] ?? 0);
      const [from = 0, to = 0] = [one % (all.length + 1), other % (all.length + 1)].sort((left, right) => left - right);
      const expected = all.slice(from, to).map((text) => Buffer.from(text));
      const size = Buffer.concat(expected).length;
      const into = new Uint8Array(size + 5);
      const ends = new Int32Array(to - from);
      const { copyTexts } = own.column(null);
      expect(copyTexts?.(from, to, into, 5, ends)).toBe(size + 5);
      const copies = expected.map((_, at) => Buffer.from(into.subarray(at === 0 ? 5 : ends[at - 1], ends[at])));
      expect(copies).toEqual(expected);
      expect(copyTexts?.(from, to, into, 6, ends)).toBe(-1);
      expect(own.column(Int32Array.from(all.keys())).copyTexts).toBe(undefined);
    }),
  );
});

test("the text of a line is copied where JSON writes it as it is and there is room, else it is to be asked for", () => {
  const cells = ["C-9", " C-9", "a b", "", 'say "x"', "C\\9", "é", "\u007f", "a\tb"];
  const batch = batchOfTexts(1, cells.length, 1, (record) => cells[record] ?? "");
  const own = new OwnTexts();
  for (const record of cells.keys()) own.push(batch, batch.starts[record] ?? 0, batch.ends[record] ?? 0);
  const column = own.column(null);
  const none = Array.from({ length: 6 }, () => null);
  expect(cells.map((_, line) => copied(column, line))).toEqual(["C-9", null, "a b", ...none]);
  expect(copied(column, 0, 2)).toBe(null);
});

/** What is copied of a line's text behind two other bytes; null: nothing. */
function copied(column: TextColumn, line: number, room = 100): string | null {
  const into = new Uint8Array(2 + room);
  const end = column.copyPlain?.(line, into, 2) ?? -1;
  return end === -1 ? null : Buffer.from(into.subarray(2, end)).toString();
}

test("pairs are told apart by both parts", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.nat(300)), { maxLength: 600 }), (pairs) => {
      const keys = new PairKeys();
      const known = new Map<string, number>();
      for (const [first, second] of pairs) {
        const name = `${first} ${second}`;
        if (!known.has(name)) known.set(name, known.size);
        expect(keys.numberOf(first, second)).toBe(known.get(name));
      }
    }),
  );
});
