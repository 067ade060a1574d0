import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRulebook } from "./read-rulebook.js";
import { rulebookSchema } from "./rulebook-schema.js";

const text = readFileSync(new URL("../example.json", import.meta.url), "utf8");
const validate = new Ajv2020({ strict: true, strictTypes: false, unicodeRegExp: true }).compile(rulebookSchema);

test("the example is of the schema", () => {
  expect(validate(JSON.parse(text))).toBe(true);
});

test("what readRulebook refuses for its form, the schema refuses too", () => {
  for (const [from, to] of [
    ['"format": 1', '"format": 2'],
    ['"severity": "hold"', '"severity": "denied"'],
    ['"title": "IMRT', '"titel": "IMRT'],
    ['"kind": "present"', '"kind": "gone"'],
    ['"first": "77385"', '"first": "7738"'],
    ['"data/ptp.csv"', '"../ptp.csv"'],
    ['"line": 4', '"line": 0'],
    ['"columns": ["column2"]', '"columns": [7]'],
  ] as const) {
    expect(text).toContain(from);
    expect(validate(JSON.parse(text.replace(from, to))), to).toBe(false);
  }
});

/** The value with what stands at a chosen place of it replaced; `seed` chooses. */
function mutated(value: unknown, seed: readonly number[], by: unknown): unknown {
  const [first, ...rest] = seed;
  if (first === undefined || typeof value !== "object" || value === null) return by;
  const keys = Object.keys(value);
  const chosen = keys[first % keys.length];
  const entries = Object.entries<unknown>({ ...value });
  const changed = entries.map(([key, own]) => [key, key === chosen ? mutated(own, rest, by) : own] as const);
  return Array.isArray(value) ? changed.map(([, own]) => own) : Object.fromEntries(changed);
}

test("whatever readRulebook takes, the schema takes, and what the schema refuses is refused", () => {
  const seeds = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 9 });
  const values = fc.oneof(
    fc.constantFrom<unknown>(null, true, [], {}, "", "C61", "77301", "2026-01-01", "row", { kind: "absent" }, [[]]),
    fc.integer({ min: -2, max: 9 }),
    fc.string(),
  );
  fc.assert(
    fc.property(seeds, values, (seed, by) => {
      const value = mutated(JSON.parse(text), seed, by);
      if ("rulebook" in readRulebook(value)) expect(validate(value)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
