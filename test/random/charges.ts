/**
 * Random charge lines of two or three patients, in one or two files of which some lack a column. Some are taken back by
 * a credit, and some credits take nothing back.
 */
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { sourceFields } from "@edict/rulebook";
import type { PlainFile, PlainLine } from "../reference/index.js";
import { referenceNet } from "../reference/index.js";
import { date, oneOf } from "./plain.js";
import {
  allFields,
  codes,
  dateFields,
  declaredFields,
  diagnoses,
  modifiers,
  numberFields,
  textFields,
} from "./vocabulary.js";

export interface RandomCharges {
  /** As the files have them, credits among them, in the order of the input. */
  readonly billed: readonly PlainLine[];
  /** What is left of them to be evaluated. */
  readonly lines: readonly PlainLine[];
  readonly files: readonly PlainFile[];
}

/** Their order by bytes is not that of any alphabet. */
const patients = ["P1", "P10", "é"] as const;

const fileNames = ["charges.csv", "more.csv"] as const;

/** How often a field is blank, in a hundred; the others are blank most of the time. */
const blanks = new Map<string, number>([
  ["birth", 30],
  ["claim", 20],
  ["payer", 10],
  ["place", 20],
  ["provider", 20],
  ["amount", 20],
  ["record", 30],
  ["tumor_site", 30],
]);

const others: readonly (readonly [string, readonly (string | number)[]])[] = [
  ...Object.entries(textFields).map(([field, values]) => [field, [...values, " "]] as const),
  ...Object.entries(numberFields).filter(([field]) => field !== "units"),
  ...Object.entries(dateFields).filter(([field]) => field !== "date"),
  ["plan", codes],
];

/** Blanks and values side by side in one list: thousands of fields are drawn for one case. */
const fields: Arbitrary<PlainLine["fields"]> = fc
  .tuple(...others.map(([field, values]) => oneOf(withBlanks(values, blanks.get(field) ?? 60))))
  .map((values) =>
    Object.fromEntries(
      others.flatMap(([field], at) => {
        const value = values[at] ?? null;
        return value === null ? [] : [[field, value]];
      }),
    ),
  );

function withBlanks(values: readonly (string | number)[], percent: number): (string | number | null)[] {
  const many = Math.round((values.length * percent) / (100 - percent));
  return [...Array.from({ length: many }, () => null), ...values];
}

const line = fc.record({
  file: oneOf(fileNames),
  patient: oneOf(patients),
  date,
  code: oneOf(codes),
  modifiers: fc.array(oneOf(modifiers), { maxLength: 2, size: "max" }),
  units: oneOf(numberFields.units),
  diagnoses: fc.array(oneOf(diagnoses), { maxLength: 2, size: "max" }),
  fields,
});

/** Mostly every field; else a few are not there. */
const lacking: Arbitrary<readonly string[]> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant([]), weight: 9 },
  {
    arbitrary: fc.subarray(
      allFields.filter((field) => !["patient", "date", "code"].includes(field)),
      { minLength: 1, maxLength: 4 },
    ),
    weight: 1,
  },
);

/** What a credit takes back, where it stands, and by how much its units are more than those of the line. */
interface Credit {
  readonly of: number;
  readonly at: number;
  readonly extra: number;
  readonly provider: string;
  /** Whether it says that it is of the hospital's record, wherever the line is from. */
  readonly ofHospital: boolean;
}

const credits: Arbitrary<readonly Credit[]> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant<readonly Credit[]>([]), weight: 3 },
  {
    arbitrary: fc.array(
      fc.record({
        of: fc.nat(69),
        at: fc.nat(75),
        extra: oneOf([0, 0, 0, 1]),
        provider: oneOf(textFields.provider),
        ofHospital: oneOf([false, false, false, true]),
      }),
      { minLength: 1, maxLength: 6, size: "max" },
    ),
    weight: 1,
  },
);

export const randomCharges: Arbitrary<RandomCharges> = fc
  .record({
    // Without bias, for otherwise most cases would have a handful of lines that never meet.
    drawn: fc.noBias(fc.array(line, { maxLength: 70, size: "max" })),
    credits,
    oneFile: fc.boolean(),
    lacks: fc.tuple(lacking, lacking),
  })
  .map(({ drawn, credits, oneFile, lacks }) => {
    const files = fileNames.slice(0, oneFile ? 1 : 2).map((name, at) => ({
      name,
      fields: new Set(withPrimary(allFields.filter((field) => !(lacks[at] ?? []).includes(field)))),
    }));
    const written = credits.reduce<PlainLine[]>(
      (lines, { of, at, extra, provider, ofHospital }) => {
        const line = drawn[of];
        if (line === undefined || line.units === 0) return lines;
        return lines.toSpliced(at, 0, {
          ...line,
          row: 0,
          units: -line.units - extra,
          fields: { ...line.fields, provider, ...(ofHospital ? { record: "hospital" } : {}) },
        });
      },
      drawn.map((own) => ({ ...own, row: 0 })),
    );
    const billed = written.map((own, at) =>
      withoutLacking({ ...own, file: oneFile ? fileNames[0] : own.file, row: at + 2 }, files),
    );
    const { netted, rejected } = referenceNet(billed, sourceFields(declaredFields));
    const gone = new Set([...netted, ...rejected]);
    return { billed, lines: billed.filter((_, at) => !gone.has(at)), files };
  });

function withPrimary(fields: readonly string[]): string[] {
  return fields.includes("diagnoses") ? [...fields, "primary diagnosis"] : [...fields];
}

/** A line has nothing in a column that its file lacks. */
function withoutLacking(line: PlainLine, files: readonly PlainFile[]): PlainLine {
  const has = (field: string): boolean => files.some((file) => file.name === line.file && file.fields.has(field));
  return {
    ...line,
    modifiers: has("modifiers") ? line.modifiers : [],
    units: has("units") ? line.units : 1,
    diagnoses: has("diagnoses") ? line.diagnoses : [],
    fields: Object.fromEntries(Object.entries(line.fields).filter(([field]) => has(field))),
  };
}
