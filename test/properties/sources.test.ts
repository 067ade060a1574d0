/**
 * What a ratio of one to one says of two sources, against sums worked out by hand: a day and code is found by one rule where
 * the charges come to less than the record, by the other where they come to more, and by neither where they are equal.
 */
import fc from "fast-check";
import { differenceTeller, chargesFromLines, findingsOf } from "@edict/engine";
import { compile } from "@edict/language";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";

const rules = `
field record source
rule LACKS "fewer in B" effective 2020-01-01
  expect any code having record = "B" at least 1 unit for every 1 unit of any code having record = "A" per day and code
  deny
rule MORE "more in B" effective 2020-01-01
  limit any code having record = "B" to 1 unit for every 1 unit of any code having record = "A" per day and code
  deny
`;

const compiled = compile(["a.edict"], memoryHost(new Map([["a.edict", rules]]))).rulebook;

const plainLine = fc.record({
  record: fc.constantFrom("A", "B"),
  patient: fc.constantFrom("P1", "P2"),
  date: fc.constantFrom("2026-03-02", "2026-03-03"),
  code: fc.constantFrom("77407", "77412"),
  units: fc.constantFrom(0, 1, 1, 2, 3),
});

type Line = typeof plainLine extends fc.Arbitrary<infer L> ? L : never;

function key({
  patient,
  date,
  code,
}: {
  readonly patient: string;
  readonly date: string;
  readonly code: string;
}): string {
  return `${patient} ${date} ${code}`;
}

/** `P1 2026-03-02 77412 in A not in B`, each once, sorted. */
function differences(lines: readonly Line[]): readonly string[] {
  if (compiled === null) throw new Error("the rules above have no mistake");
  const charges = chargesFromLines(
    lines.map(({ record, ...line }) => ({ ...line, file: record, fields: { record } })),
    undefined,
    compiled.fields,
  );
  const tell = differenceTeller(compiled, (file) => file);
  const found = findingsOf({ rulebook: compiled, charges, tables: new Map() }).map((finding) => {
    const { in: own, notIn, fewerIn } = tell(finding);
    return `${key(finding.subject)} in ${own} ${notIn.length > 0 ? "not" : "fewer"} in ${[...notIn, ...fewerIn].join()}`;
  });
  return [...new Set(found)].sort();
}

function bySums(lines: readonly Line[]): readonly string[] {
  const sums = new Map<string, { A: number; B: number }>();
  for (const line of lines) {
    const sum = sums.get(key(line)) ?? { A: 0, B: 0 };
    sums.set(key(line), sum);
    sum[line.record] += line.units;
  }
  return [...sums]
    .flatMap(([at, { A, B }]) => {
      if (A === B) return [];
      const [more, less, lesser] = A > B ? ["A", "B", B] : ["B", "A", A];
      return [`${at} in ${more} ${lesser === 0 ? "not" : "fewer"} in ${less}`];
    })
    .sort();
}

test("two rules find the days and codes at which two sources come to different sums, and say which has more", () => {
  fc.assert(
    fc.property(fc.array(plainLine, { maxLength: 25, size: "max" }), (lines) => {
      expect(differences(lines)).toEqual(bySums(lines));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("a source agrees with itself, whatever it holds and in whatever order", () => {
  fc.assert(
    fc.property(fc.array(plainLine, { maxLength: 15, size: "max" }), (lines) => {
      const both = lines.flatMap((line): Line[] => [
        { ...line, record: "A" },
        { ...line, record: "B" },
      ]);
      expect(differences([...both].reverse())).toEqual([]);
    }),
    { seed: 2, numRuns: 200 },
  );
});
