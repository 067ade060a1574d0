/**
 * A witness as a test of the language, ready to be taken over: the timeline, and what each version finds as a comment.
 * What is right is for its author to say, so that no expectation is written.
 */
import { formatDate, nameShape, parseIsoDate } from "@edict/rulebook";
import type { PlainLine } from "@edict/engine";
import type { Witness } from "./witness.js";

export interface TestText {
  /** The whole declaration but for its expectation. */
  readonly text: string;
  /** What each version finds, as expectations would say it. */
  readonly base: string;
  readonly head: string;
}

export function testText(rule: string, title: string, { lines, base, head }: Witness): TestText {
  const start = Math.min(...lines.map(({ date }) => dayOf(date)));
  const shared = sharedFields(lines);
  const given = [...shared].map(([field, value]) => `${field} ${valueText(field, value)}`);
  const when = (line: PlainLine): string => `day ${String(dayOf(line.date) - start + 1)}`;
  const width = Math.max(...lines.map((line) => when(line).length));
  const found = (places: readonly number[]): string => {
    const texts = places.flatMap((place) => {
      const line = lines[place];
      return line === undefined ? [] : [`expect ${rule} on ${line.code} ${when(line)}`];
    });
    return texts.length === 0 ? `expect no ${rule}` : [...new Set(texts)].join("\n  ");
  };
  return {
    text: [
      `test ${JSON.stringify(title)}`,
      `given ${[...given, `starting ${formatDate(start)}`].join(", ")}`,
      ...lines.map((line) => `${when(line).padEnd(width)}  ${lineText(line, shared)}`),
    ].join("\n  "),
    base: found(base),
    head: found(head),
  };
}

function lineText(
  { code, modifiers = [], units = 1, diagnoses = [], fields = {} }: PlainLine,
  shared: ReadonlyMap<string, string | number>,
): string {
  const own = Object.entries(fields).filter(([field]) => !shared.has(field));
  return [
    [code, ...modifiers].join("-"),
    ...(units === 1 ? [] : [`x${String(units)}`]),
    ...(diagnoses.length === 0 ? [] : [`diagnosis ${diagnoses.join(", ")}`]),
    ...own.map(([field, value]) => `${field} ${valueText(field, value)}`),
  ].join(" ");
}

/** Fields that every line has with one value. */
function sharedFields(lines: readonly PlainLine[]): ReadonlyMap<string, string | number> {
  const [first, ...others] = lines;
  return new Map(
    Object.entries(first?.fields ?? {}).filter(([field, value]) =>
      others.every((line) => line.fields?.[field] === value),
    ),
  );
}

/** Bare where the language takes it bare: numbers, dates, digits, and names of what is declared. */
function valueText(field: string, value: string | number): string {
  const text = String(value);
  if (typeof value === "number" || /^\d{2,4}$/.test(text) || parseIsoDate(text) !== null) return text;
  // A text that is no name is in lower case here; a declared name in lower case says the same as a text.
  return named.has(field) && nameShape.test(text) && text !== text.toLowerCase() ? text : JSON.stringify(text);
}

const named: ReadonlySet<string> = new Set(["payer"]);

function dayOf(date: string): number {
  const day = parseIsoDate(date);
  if (day === null) throw new Error("a case's dates are dates");
  return day;
}
