/** Timelines of rules that look at a companion: on the last day of the window, and a day past it. */
import type { CodeExpression, Quantity, ScopeWord } from "../../ast/nodes.js";
import { counted } from "../../print/words.js";
import { valuesOf } from "./field-values.js";
import { episodeOf, equalFields, offsetsOf } from "./offsets.js";
import { numberIn } from "./row.js";
import type { RuleAtHand } from "./rule-at-hand.js";
import { codeOf, episodeLines, havingOf } from "./rule-at-hand.js";
import type { Given, ProposedLine, Timeline } from "./timeline.js";
import { bothGiven, plainLine } from "./timeline.js";

/** What such a statement says. */
export interface PairParts {
  readonly subject: CodeExpression;
  readonly codes: CodeExpression;
  readonly scopes: readonly ScopeWord[];
  readonly atLeast: Quantity | null;
  /** Whether a companion in scope raises the finding, or its absence does. */
  readonly finds: "present" | "absent";
}

/** Most lines of one code in a proposal: more nobody reads. */
const mostLines = 30;

/** The sides of the statement's boundary. */
export function pairTimelines(rule: RuleAtHand, parts: PairParts): readonly Timeline[] {
  const { subject, codes, scopes, atLeast, finds } = parts;
  const own = codeOf(rule, subject, codes);
  const other = codeOf(rule, codes, subject);
  const offsets = offsetsOf(scopes, rule.day);
  const [ownHaving, otherHaving] = [havingOf(rule, subject), havingOf(rule, codes)];
  const amount = atLeast === null ? 1 : numberIn(atLeast.amount, rule.row);
  if (own === null || other === null || offsets === null || ownHaving === null || otherHaving === null) return [];
  if (amount === null || amount < 1) return [];
  const equal: Given = new Map(equalFields(scopes).flatMap((field) => given(rule, field, "same")));
  const line = plainLine(0, own, bothGiven(rule.subject, ownHaving, equal));
  const companions = (day: number, count: number, step: number, apart: Given = new Map()): readonly ProposedLine[] =>
    linesOf(day, other, bothGiven(rule.other, otherHaving, equal, apart), count, atLeast?.measure ?? "lines", step);
  const timeline = (title: string, lines: readonly ProposedLine[], isIn: boolean): Timeline => {
    const all = [line, ...lines];
    const around = episodeLines(rule, episodeOf(scopes), all, subject, codes);
    return { title, lines: [...all, ...around], found: isIn === (finds === "present") ? line : null };
  };
  const { inside, outside } = sidesOf(offsets);
  const inwards = inside > 0 ? -1 : 1;
  const many = amount === 1 ? other : `${counted(amount, atLeast?.measure ?? "lines")} of ${other}`;
  const timelines = [timeline(`${many} ${awayText(inside, own)}`, companions(inside, amount, inwards), true)];
  if (atLeast !== null && amount > 1) {
    const fewer = `${counted(amount - 1, atLeast.measure)} of ${other} ${awayText(inside, own)}`;
    timelines.push(timeline(fewer, companions(inside, amount - 1, inwards), false));
  }
  if (outside !== null)
    timelines.push(
      timeline(`${many} ${awayText(outside, own)}`, companions(outside, amount, outside > 0 ? 1 : -1), false),
    );
  const [field] = equalFields(scopes);
  const apart = field === undefined ? [] : given(rule, field, "other");
  if (outside === null && field !== undefined && apart.length > 0) {
    timelines.push(
      timeline(`${many} with another ${field} than ${own}`, companions(inside, amount, inwards, new Map(apart)), false),
    );
  } else if (outside === null) timelines.push(timeline(`${own} without ${other}`, [], false));
  return timelines;
}

function given({ book }: RuleAtHand, field: string, side: "same" | "other"): readonly (readonly [string, string])[] {
  const value = valuesOf(book, field)?.[side];
  return value === undefined ? [] : [[field, value]];
}

/** So much of a code: in one line's units, in lines, or on days that follow one another by `step`. */
function linesOf(
  day: number,
  code: string,
  given: Given,
  count: number,
  measure: Quantity["measure"],
  step: number,
): readonly ProposedLine[] {
  if (count === 0) return [];
  if (measure === "units") return [plainLine(day, code, given, count)];
  const length = Math.min(count, mostLines);
  return Array.from({ length }, (_, at) => plainLine(measure === "lines" ? day : day + at * step, code, given));
}

/** The farthest day that is in scope, and the nearest that is out of it. */
function sidesOf({ first, last, nearest }: NonNullable<ReturnType<typeof offsetsOf>>): {
  readonly inside: number;
  readonly outside: number | null;
} {
  if (last !== null && last > 0) return { inside: last, outside: last + 1 };
  if (first !== null && first < 0) return { inside: first, outside: first - 1 };
  if (first === 0 && last === 0) return { inside: 0, outside: 1 };
  if (last === 0) return { inside: -Math.max(1, nearest), outside: 1 };
  if (first === 0) return { inside: Math.max(1, nearest), outside: -1 };
  return { inside: 0, outside: null };
}

function awayText(offset: number, own: string): string {
  if (offset === 0) return `on the day of ${own}`;
  return `${counted(Math.abs(offset), "days")} ${offset < 0 ? "before" : "after"} ${own}`;
}
