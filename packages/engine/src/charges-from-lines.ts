/**
 * Charge columns from plain objects: for tests, and for anyone who has lines in memory and no file. Sorts them as the
 * treaty says: patient by bytes, date, input order.
 */
import type { ChargeFile, Charges, DateColumn, Field, ListColumn, NumberColumn, TextColumn } from "@edict/rulebook";
import { compareBytes, dateParts, fieldTypes, isBuiltInField, noDate, parseIsoDate } from "@edict/rulebook";

/** One charge line. Fields that are not there are blank; `units` is then 1. */
export interface PlainLine {
  readonly file?: string;
  readonly row?: number;
  readonly patient: string;
  /** `2026-03-02` */
  readonly date: string;
  readonly code: string;
  readonly modifiers?: readonly string[];
  readonly units?: number;
  /** With or without their dot, the first is primary. */
  readonly diagnoses?: readonly string[];
  /** Every other field; dates as ISO text. A declared field that is not handed in is text or number by its value. */
  readonly fields?: { readonly [field: string]: string | number };
}

/**
 * The columns of some lines. Without `files`, each file that a line names (else `charges.csv`) has every built-in field
 * and every field that some line has. `declared` are the rulebook's own fields.
 */
export function chargesFromLines(
  lines: readonly PlainLine[],
  files?: readonly ChargeFile[],
  declared: readonly Field[] = [],
): Charges {
  return chargesFromTimelines([lines], files, declared);
}

/**
 * The columns of several timelines, one after the other: each is sorted by itself, so that its lines stand together
 * even where the same patient is in another.
 */
export function chargesFromTimelines(
  timelines: readonly (readonly PlainLine[])[],
  files: readonly ChargeFile[] | undefined,
  declared: readonly Field[],
): Charges {
  const lines = timelines.flat();
  const usedFields = new Set(lines.flatMap((line) => Object.keys(line.fields ?? {})));
  const fileList = files ?? filesOf(lines, [...Object.keys(fieldTypes), ...usedFields, ...declared.map((f) => f.name)]);
  const fileIndex = new Map(fileList.map((file, index) => [file.name, index]));
  const firstFile = fileList[0]?.name ?? defaultFile;
  const rows = rowNumbers(lines, firstFile);
  let order = 0;
  const sorted = timelines.flatMap((timeline) =>
    timeline
      .map((line) => ({ line, order: order++, day: dayOf(line.date) }))
      .sort((a, b) => compareBytes(a.line.patient, b.line.patient) || a.day - b.day || a.order - b.order),
  );
  const plain = sorted.map((entry) => entry.line);
  const fields = new Map<string, TextColumn | NumberColumn | DateColumn>();
  for (const name of usedFields) fields.set(name, fieldColumn(name, plain, declared));
  workOutAge(fields, plain);
  return {
    count: lines.length,
    files: fileList,
    file: Int32Array.from(plain, (line) => knownFile(fileIndex, line.file ?? firstFile)),
    row: Int32Array.from(sorted, (entry) => rows[entry.order] ?? 0),
    order: Int32Array.from(sorted, (entry) => entry.order),
    patient: textColumn(plain.map((line) => line.patient)),
    date: { kind: "date", days: Int32Array.from(sorted, (entry) => entry.day) },
    code: textColumn(plain.map((line) => line.code.toUpperCase())),
    modifiers: listColumn(plain.map((line) => [...new Set(upper(line.modifiers))].sort(compareBytes))),
    shownModifiers: listColumn(plain.map((line) => upper(line.modifiers))),
    units: { kind: "number", values: Float64Array.from(plain, (line) => line.units ?? 1) },
    diagnoses: listColumn(plain.map((line) => upper(line.diagnoses).map((text) => text.replaceAll(".", "")))),
    fields,
  };
}

const defaultFile = "charges.csv";

function filesOf(lines: readonly PlainLine[], fields: readonly string[]): ChargeFile[] {
  const names = new Set(lines.map((line) => line.file ?? defaultFile));
  if (names.size === 0) names.add(defaultFile);
  return [...names].map((name) => ({ name, fields: new Set(fields) }));
}

/** Rows count from 2 in each file: the header is row 1. */
function rowNumbers(lines: readonly PlainLine[], firstFile: string): number[] {
  const next = new Map<string, number>();
  return lines.map((line) => {
    const file = line.file ?? firstFile;
    const row = line.row ?? next.get(file) ?? 2;
    next.set(file, row + 1);
    return row;
  });
}

function knownFile(index: ReadonlyMap<string, number>, name: string): number {
  const found = index.get(name);
  if (found === undefined) throw new Error(`a line names the file ${name}, which is not among the files handed in`);
  return found;
}

function dayOf(date: string): number {
  const day = parseIsoDate(date);
  if (day === null) throw new Error(`a plain line's date is an ISO date; it is ${date}`);
  return day;
}

function upper(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map((text) => text.toUpperCase());
}

function fieldColumn(
  name: string,
  lines: readonly PlainLine[],
  declared: readonly Field[],
): TextColumn | NumberColumn | DateColumn {
  const values = lines.map((line) => line.fields?.[name]);
  const known = isBuiltInField(name) ? fieldTypes[name] : declared.find((field) => field.name === name)?.type;
  const type = known ?? (values.some((value) => typeof value === "number") ? "number" : "text");
  switch (type) {
    case "number":
      return { kind: "number", values: Float64Array.from(values, (value) => (isBlank(value) ? NaN : Number(value))) };
    case "date":
      return {
        kind: "date",
        days: Int32Array.from(values, (value) => (isBlank(value) ? noDate : dayOf(String(value)))),
      };
    case "code":
      return textColumn(values.map((value) => (isBlank(value) ? null : String(value).toUpperCase())));
    case "text":
    case "source":
      return textColumn(values.map((value) => (isBlank(value) ? null : String(value))));
    case "list":
      throw new Error(`${name} is a list and stands beside the fields of a plain line, not among them`);
  }
}

function isBlank(value: string | number | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

/** `age` is the line's own where filled, else worked out from `birth` on the date of service. */
function workOutAge(fields: Map<string, TextColumn | NumberColumn | DateColumn>, lines: readonly PlainLine[]): void {
  const birth = fields.get("birth");
  if (birth?.kind !== "date") return;
  const age = fields.get("age");
  const given = age?.kind === "number" ? age.values : new Float64Array(lines.length).fill(NaN);
  const values = given.map((value, index) => {
    const born = birth.days[index] ?? noDate;
    return Number.isNaN(value) && born !== noDate ? wholeYears(born, dayOf(lines[index]?.date ?? "")) : value;
  });
  fields.set("age", { kind: "number", values });
}

function wholeYears(born: number, day: number): number {
  const [from, to] = [dateParts(born), dateParts(day)];
  const hadBirthday = to.month > from.month || (to.month === from.month && to.day >= from.day);
  return to.year - from.year - (hadBirthday ? 0 : 1);
}

function textColumn(values: readonly (string | null)[]): TextColumn {
  const known = new Map<string, number>();
  const ids = Int32Array.from(values, (value) => (value === null ? -1 : idOf(known, value)));
  return { kind: "text", ids, values: [...known.keys()] };
}

function listColumn(values: readonly (readonly string[])[]): ListColumn {
  const known = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const ids = Int32Array.from(values, (value) => {
    if (value.length === 0) return -1;
    const id = idOf(known, value.join(" "));
    if (id === lists.length) lists.push(value);
    return id;
  });
  return { kind: "list", ids, values: lists };
}

function idOf(known: Map<string, number>, text: string): number {
  const id = known.get(text) ?? known.size;
  known.set(text, id);
  return id;
}
