/**
 * What a case is put together from: the codes, distances, amounts and values that either version of a rule mentions, and
 * their neighbours just beyond. Nothing else can make the two differ, so nothing else is tried.
 */
import type { Amount, Field, ValueType } from "@edict/rulebook";
import { codeAt, dayNumber, fieldTypes, isBuiltInField, parseIsoDate, valueTypeOf, withDot } from "@edict/rulebook";
import type { NormalCodes } from "../normal/book.js";
import type { NormalCheck, NormalFinds, NormalLines } from "../normal/clauses.js";
import type { NormalCondition } from "../normal/condition.js";
import type { DatedSet } from "../normal/dated-set.js";
import { codeOfKey, intersection, minus } from "../normal/dated-set.js";
import type { KnownRows } from "../normal/rows.js";
import type { Length } from "../normal/scope.js";
import { lengthOf } from "../normal/scope.js";

/** Values of a field that are worth trying. `modifiers` and `diagnoses` are fields here. */
export type FieldValues = ReadonlyMap<string, readonly (string | number)[]>;

export interface Pieces {
  /** Codes of the lines that are found, those that one version alone names first. */
  readonly subjects: readonly string[];
  /** Codes of companions, and of what a ratio counts. */
  readonly others: readonly string[];
  /** How far apart lines may stand, in days, in both directions. */
  readonly distances: readonly number[];
  /** Days from which or until which a row holds. */
  readonly dates: readonly number[];
  /** Amounts of units, lines or days. */
  readonly amounts: readonly number[];
  readonly fields: FieldValues;
  /** Fields that lines must share: all lines have the first of their values, unless another is tried. */
  readonly shared: readonly string[];
  /** Episodes that lines must be of: a code of each, and how many days it goes on without. */
  readonly episodes: readonly EpisodePiece[];
  /** Of a ratio or a limit, many lines have to be tried. */
  readonly counts: boolean;
}

export interface EpisodePiece {
  readonly code: string;
  readonly days: number;
}

/** Days after a short stretch of months and after a long one. */
const monthEnds: readonly number[] = [2025, 2026].flatMap((year) => [dayNumber(year, 3, 1), dayNumber(year, 8, 31)]);

const mostCodes = 5;
const mostRows = 6;

export function piecesOf(
  base: NormalFinds | null,
  head: NormalFinds | null,
  rows: KnownRows,
  declared: readonly Field[],
): Pieces {
  const versions = [base, head].filter((finds) => finds !== null);
  const checks = versions.map(({ checks: all }) => all);
  const sample = (pick: (check: NormalCheck) => readonly NormalLines[]): readonly string[] =>
    sampleOf(
      checks.map((all) => all.flatMap(pick).map(({ codes }) => codes)),
      versions.map((one) => one.rows),
      rows,
    );
  const lengths = checks.flat().flatMap(lengthsOf);
  const counted = checks.flat().flatMap(amountsOf);
  const fields = new Map<string, Set<string | number>>();
  for (const finds of versions) gather(finds, typesOf(declared), fields);
  return {
    subjects: sample(({ subject }) => [subject]),
    others: sample(othersOf),
    distances: distancesOf(lengths),
    dates: [
      ...(lengths.some(({ unit }) => unit === "months") ? monthEnds : []),
      ...versions.flatMap((finds, at) => rowDatesOf(finds, versions[1 - at]?.rows ?? null, rows)),
    ],
    amounts: neighbours(
      counted.flatMap((amount) => (amount.kind === "number" ? [amount.value] : cellNumbers(amount, versions, rows))),
    ),
    fields: new Map([...fields].map(([field, values]) => [field, [...values]])),
    shared: [...new Set(checks.flat().flatMap(sharedBy))],
    episodes: checks.flat().flatMap(episodesOf),
    counts: checks.flat().some(({ kind }) => kind === "count"),
  };
}

function othersOf(check: NormalCheck): readonly NormalLines[] {
  switch (check.kind) {
    case "line":
      return [];
    case "companion":
      return [check.companion];
    case "count":
      return check.allowance.forEvery === null ? [] : [check.allowance.forEvery.lines];
  }
}

/** What one version alone has, then what both have: a few of each, from the ends of their stretches. */
function sampleOf(
  sides: readonly (readonly NormalCodes[])[],
  rowsIds: readonly (number | null)[],
  rows: KnownRows,
): readonly string[] {
  const [base = [], head = []] = sides;
  const sets = [base, head].map((side) => side.map(({ set }) => set));
  const found = new Set<string>();
  const [one = [], other = []] = sets;
  for (const set of one)
    for (const wider of other)
      for (const part of [minus(wider, set), minus(set, wider), intersection(set, wider)]) take(part, found);
  if (one.length === 0 || other.length === 0) for (const set of [...one, ...other]) take(set, found);
  const columns = [...base, ...head].flatMap((codes) => codes.columns);
  for (const [at, id] of rowsIds.entries()) {
    if (id === null) continue;
    const against = rowsIds[1 - at] ?? null;
    for (const row of rows.sample(id, against, mostRows))
      for (const column of columns) found.add(row.get(column) ?? "");
  }
  found.delete("");
  return [...found].slice(0, mostCodes * 4);
}

function take(set: DatedSet, found: Set<string>): void {
  let taken = 0;
  // What holds last is what most cases are of.
  for (const { complement, intervals } of set.toReversed()) {
    // What is anything but a list is tried with a code that no rule names.
    if (complement) found.add("99998");
    for (const { from, before } of complement ? [] : intervals) {
      const [first, next] = [codeOfKey(from), codeOfKey(before)];
      for (const ordinal of [first.ordinal, next.ordinal - 1]) {
        if (taken >= mostCodes * 2) return;
        found.add(codeAt(first.shape, ordinal));
        taken++;
      }
    }
  }
}

function lengthsOf(check: NormalCheck): readonly Length[] {
  switch (check.kind) {
    case "line":
      return [];
    case "companion": {
      const { before, after, episode } = check.scope;
      const bounds = [before, after].flatMap((reach) => (reach === null ? [] : [...reach.atLeast, ...reach.atMost]));
      return [...bounds, ...(episode === null ? [] : [lengthOf(episode.ends.length)])];
    }
    case "count":
      switch (check.per.by.kind) {
        case "window":
          return [check.per.by.length];
        case "episode":
          return [lengthOf(check.per.by.episode.ends.length)];
        case "line":
        case "day":
        case "claim":
        case "patient":
          return [];
      }
  }
}

/** Each bound, one less and one more; of months, the days that a month can have. */
function distancesOf(lengths: readonly Length[]): readonly number[] {
  const days = lengths.flatMap(({ count, unit }) =>
    unit === "days" ? [count - 1, count, count + 1] : [count * 28, count * 30, count * 31, count * 31 + 3],
  );
  const near = [0, 1, ...days].filter((count) => count >= 0);
  return [...new Set(near.flatMap((count) => (count === 0 ? [0] : [count, -count])))];
}

function amountsOf(check: NormalCheck): readonly Amount[] {
  switch (check.kind) {
    case "line":
      return [];
    case "companion":
      return [check.finds.amount];
    case "count": {
      const { amount, forEvery } = check.allowance;
      const ratio = forEvery === null ? [] : [forEvery.amount, forEvery.remainder, forEvery.atLeast];
      return [amount, ...ratio].filter((one) => one !== null);
    }
  }
}

function cellNumbers(
  amount: Extract<Amount, { kind: "row" }>,
  versions: readonly NormalFinds[],
  rows: KnownRows,
): readonly number[] {
  return versions.flatMap(({ rows: id }, at) =>
    id === null
      ? []
      : rows
          .sample(id, versions[1 - at]?.rows ?? null, mostRows)
          .map((row) => Number(row.get(amount.column) ?? "NaN"))
          .filter((value) => Number.isFinite(value)),
  );
}

function rowDatesOf({ rows: id, rowDates }: NormalFinds, against: number | null, rows: KnownRows): readonly number[] {
  const columns = [rowDates.from, rowDates.to].filter((column) => column !== null);
  if (id === null) return [];
  return rows.sample(id, against, mostRows).flatMap((row) =>
    columns.flatMap((column) => {
      const day = parseIsoDate(row.get(column) ?? "");
      return day === null ? [] : [day];
    }),
  );
}

/** Each number, one less, one more, and what two of them make: of a ratio that is a whole step and a remainder. */
function neighbours(numbers: readonly number[]): readonly number[] {
  const distinct = [...new Set(numbers)].slice(0, 5);
  const sums = distinct.flatMap((one) => distinct.map((other) => one + other));
  const all = [1, 2, ...distinct.flatMap((number) => [number - 1, number, number + 1]), ...sums];
  return [...new Set(all.filter((number) => number > 0 && number <= 400))]
    .sort((one, other) => one - other)
    .slice(0, 20);
}

type TypeOf = (field: string) => ValueType | "list";

function typesOf(declared: readonly Field[]): TypeOf {
  const own = new Map(declared.map((field) => [field.name, valueTypeOf(field)]));
  return (field) => (isBuiltInField(field) ? fieldTypes[field] : (own.get(field) ?? "text"));
}

/** A rule may compare a date with a text, which no line can have in that field. */
function fits(type: ReturnType<TypeOf>, value: string | number): boolean {
  switch (type) {
    case "date":
      return parseIsoDate(String(value)) !== null;
    case "number":
      return typeof value === "number";
    case "text":
    case "code":
    case "list":
      return true;
  }
}

function gather(finds: NormalFinds, typeOf: TypeOf, fields: Map<string, Set<string | number>>): void {
  const add = (field: string, ...values: readonly (string | number)[]): void => {
    const known = fields.get(field) ?? new Set();
    for (const value of values) if (known.size < 12 && fits(typeOf(field), value)) known.add(value);
    fields.set(field, known);
  };
  const visit = (condition: NormalCondition): void => {
    if (condition.kind === "all" || condition.kind === "any") condition.of.forEach(visit);
    if (condition.kind === "question") visitQuestion(condition.question);
  };
  const visitQuestion = (question: Extract<NormalCondition, { kind: "question" }>["question"]): void => {
    switch (question.kind) {
      case "in-set":
        add(question.field, ...valuesOfSet(question.field, question.set));
        return;
      case "among":
        add(question.field, ...question.values.map((value) => plainValue(question.field, value)));
        return;
      case "in-settings":
        add("place", ...question.settings.places.slice(0, 2), "99");
        return;
      case "compare":
        if (question.left.kind !== "field") return;
        if (question.right.kind === "number") {
          const { value } = question.right;
          add(question.left.field, value, value + 1, Math.max(0, value - 1));
        } else if ("value" in question.right) add(question.left.field, question.right.value);
        return;
      case "present":
        add(question.field, ...sameValues(question.field, typeOf).slice(0, 1));
        return;
      case "row":
        visit(question.where);
        return;
    }
  };
  visit(finds.when);
  visit(finds.unless);
  for (const check of finds.checks) {
    visit(check.subject.having);
    for (const { having } of othersOf(check)) visit(having);
    if (check.kind === "line") visit(check.requires);
    for (const field of sharedBy(check)) add(field, ...sameValues(field, typeOf));
  }
}

function sharedBy(check: NormalCheck): readonly string[] {
  switch (check.kind) {
    case "line":
      return [];
    case "companion":
      return check.scope.same;
    case "count":
      return check.per.by.kind === "claim" ? [...check.per.and, "claim"] : check.per.and;
  }
}

function episodesOf(check: NormalCheck): readonly EpisodePiece[] {
  const episode =
    check.kind === "companion"
      ? check.scope.episode
      : check.kind === "count" && check.per.by.kind === "episode"
        ? check.per.by.episode
        : null;
  if (episode === null) return [];
  const codes = new Set<string>();
  take(episode.codes.set, codes);
  const { count, unit } = lengthOf(episode.ends.length);
  return [...codes].slice(0, 1).map((code) => ({ code, days: Math.max(1, unit === "days" ? count : count * 28) }));
}

/** Two values of a field that has to be equal, or to be there. */
function sameValues(field: string, typeOf: TypeOf): readonly (string | number)[] {
  if (field === "code" || field === "date" || field === "patient") return [];
  if (field === "modifiers") return ["59", "XS"];
  if (field === "diagnoses" || field === "primary diagnosis") return ["C61", "C50"];
  switch (typeOf(field)) {
    case "number":
      return [1, 2];
    case "date":
      return ["1950-01-01", "1960-01-01"];
    case "text":
    case "code":
    case "list":
      return ["A", "B"];
  }
}

function valuesOfSet(field: string, set: DatedSet): readonly string[] {
  const keys = set.flatMap(({ intervals }) => intervals.map(({ from }) => from)).slice(0, 4);
  if (field === "modifiers") return keys;
  if (field === "diagnoses" || field === "primary diagnosis") return keys.map(withDot);
  return keys.map((key) => codeAt(codeOfKey(key).shape, codeOfKey(key).ordinal));
}

/** Values are kept with their type before them; payers and bills are patterns. */
function plainValue(field: string, value: string): string | number {
  if (field === "payer" || field === "bill") return value.endsWith("*") ? value.slice(0, -1) : value;
  const at = value.indexOf(" ");
  return value.startsWith("number ") ? Number(value.slice(at + 1)) : value.slice(at + 1);
}
