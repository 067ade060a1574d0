/** Random spans, sets and choices of codes, diagnoses and modifiers, some of them bounded in time. */
import type {
  CodeChoice,
  CodeSet,
  CodeSpan,
  DiagnosisSet,
  DiagnosisSpan,
  IsoDate,
  ModifierSet,
  ModifierSpan,
} from "@edict/rulebook";
import { afterPrefix, codeOrdinal } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { byTable, date, mostlyNone, oneOf, orNull, place, someOf } from "./plain.js";
import { codes, columnsOf, diagnoses, modifiers } from "./vocabulary.js";

export const codeSets = ["Delivery", "Planning", "Simulation"] as const;
export const diagnosisSets = ["Cancer", "ProtonCovered"] as const;
export const modifierSets = ["Bypass"] as const;

const bounds: Arbitrary<{ readonly from: IsoDate | null; readonly until: IsoDate | null }> = fc.oneof(
  { arbitrary: fc.constant({ from: null, until: null }), weight: 4 },
  { arbitrary: fc.record({ from: orNull(date, 60), until: orNull(date, 60) }), weight: 1 },
);

/** One code, or a range within one shape. */
export const codeSpan: Arbitrary<CodeSpan> = fc.tuple(oneOf(codes), oneOf(codes), bounds).map(([one, two, time]) => {
  const [low, high] = [codeOrdinal(one), codeOrdinal(two)];
  const isRange = low !== null && high !== null && low.shape === high.shape && low.ordinal <= high.ordinal;
  return { first: one, last: isRange && two !== codes[0] ? two : one, ...time };
});

export const diagnosisSpan: Arbitrary<DiagnosisSpan> = fc.tuple(oneOf(diagnoses), bounds).map(([diagnosis, time]) => {
  const first = diagnosis.replace(".", "");
  return { first, before: afterPrefix(first), ...time };
});

export const modifierSpan: Arbitrary<ModifierSpan> = fc
  .tuple(oneOf(modifiers), bounds)
  .map(([modifier, time]) => ({ modifier, ...time }));

function declared<Name extends string, Span>(name: Name, span: Arbitrary<Span>) {
  return fc.record({
    name: fc.constant(name),
    doc: fc.constant(null),
    at: place,
    spans: fc.array(span, { minLength: 1, maxLength: 4, size: "max" }),
  });
}

export const codeSetList: Arbitrary<CodeSet[]> = fc.tuple(...codeSets.map((name) => declared(name, codeSpan)));
export const diagnosisSetList: Arbitrary<DiagnosisSet[]> = fc.tuple(
  ...diagnosisSets.map((name) => declared(name, diagnosisSpan)),
);
export const modifierSetList: Arbitrary<ModifierSet[]> = fc.tuple(
  ...modifierSets.map((name) => declared(name, modifierSpan)),
);

/** What a choice is made of; in a table rule sometimes a column. */
export function source<Span>(
  sets: readonly string[],
  span: Arbitrary<Span>,
  columns: readonly string[],
): Arbitrary<{ sets: readonly string[]; spans: readonly Span[]; columns: readonly string[] }> {
  const plain = fc.record({
    sets: mostlyNone(sets, 2, 30),
    spans: fc.array(span, { minLength: 1, maxLength: 4, size: "max" }),
    columns: fc.constant<readonly string[]>([]),
  });
  if (columns.length === 0) return plain;
  const byRow = fc.record({
    sets: mostlyNone(sets, 1, 70),
    spans: orNull(span, 80).map((one) => (one === null ? [] : [one])),
    columns: someOf(columns, 1, 1),
  });
  return fc.oneof({ arbitrary: plain, weight: 1 }, { arbitrary: byRow, weight: 2 });
}

/** The A or B of a statement; in a table rule mostly one column and nothing else, as people write it. */
export const codeChoice = byTable((table): Arbitrary<CodeChoice> => {
  const columns = columnsOf(table, "code");
  const own = source(codeSets, codeSpan, columns);
  const isAny = oneOf([false, false, false, true]);
  const mixed = fc.tuple(own, isAny, orNull(own, 80)).map(([some, any, except]) => ({
    label: any ? "any code" : "some codes",
    any,
    ...(any ? { sets: [], spans: [], columns: [] } : some),
    except,
  }));
  if (columns.length === 0) return mixed;
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: oneOf(columns).map(oneColumn), weight: 1 },
    { arbitrary: mixed, weight: 1 },
  );
});

/** `row.column` alone. */
export function oneColumn(column: string): CodeChoice {
  return { label: `row.${column}`, any: false, sets: [], spans: [], columns: [column], except: null };
}
