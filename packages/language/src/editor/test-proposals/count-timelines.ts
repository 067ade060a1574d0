/** Timelines of `limit` and `expect`: exactly the allowance, and one more or one less. */
import type { ExpectStatement, LimitStatement, Per, Quantity } from "../../ast/nodes.js";
import { counted } from "../../print/words.js";
import { valuesOf } from "./field-values.js";
import { numberIn } from "./row.js";
import type { RuleAtHand } from "./rule-at-hand.js";
import { codeOf, episodeLines, havingOf } from "./rule-at-hand.js";
import type { Given, ProposedLine, Timeline } from "./timeline.js";
import { bothGiven, plainLine } from "./timeline.js";

/** Most lines or days of a proposal: more nobody reads. */
const most = 40;

/** Both sides of the allowance. */
export function countTimelines(rule: RuleAtHand, statement: LimitStatement | ExpectStatement): readonly Timeline[] {
  const { subject, quantity, forEvery, per } = statement;
  const code = codeOf(rule, subject, ...(forEvery === null ? [] : [forEvery.codes]));
  const having = havingOf(rule, subject);
  const amount = numberIn(quantity.amount, rule.row);
  if (code === null || having === null || amount === null || !Number.isInteger(amount)) return [];
  const group = groupGiven(rule, per);
  const basis = forEvery === null ? [] : basisOf(rule, forEvery, group);
  if (basis === null) return [];
  const least = forEvery?.atLeast == null ? 0 : (numberIn(forEvery.atLeast, rule.row) ?? 0);
  const allowance = Math.max(amount, least);
  const isLimit = statement.kind === "limit";
  const timeline = (count: number, isFound: boolean): readonly Timeline[] => {
    const lines = linesOf(quantity.measure, code, bothGiven(rule.subject, having, group), count);
    const all = [...basis, ...lines];
    const last = all.reduce<ProposedLine | null>((so, one) => (so === null || one.day >= so.day ? one : so), null);
    // `expect` finds the last line of B, or of the group where nothing is counted for each of B.
    const found = isLimit ? lines.at(-1) : forEvery === null ? last : basis.at(-1);
    if (count > most && quantity.measure !== "units") return [];
    if (all.length === 0 || (isFound && found === undefined)) return [];
    const title = `${counted(count, quantity.measure)} of ${code}${basisText(rule, statement)}`;
    const episode = per.by.kind === "episode" ? per.by.episode : null;
    const around = episodeLines(rule, episode, all, subject, ...(forEvery === null ? [] : [forEvery.codes]));
    return [{ title, lines: [...all, ...around], found: isFound ? (found ?? null) : null }];
  };
  return [...timeline(allowance, false), ...timeline(isLimit ? allowance + 1 : allowance - 1, true)];
}

/** What puts lines into one group besides their days. */
function groupGiven({ book }: RuleAtHand, { by, and }: Per): Given {
  const fields = [...(by.kind === "claim" ? ["claim"] : []), ...and.map(({ text }) => text)];
  return new Map(
    fields.flatMap((field) => {
      const value = valuesOf(book, field)?.same;
      return value === undefined || field === "modifiers" ? [] : [[field, value] as const];
    }),
  );
}

/** So much of B that the allowance is granted once. */
function basisOf(
  rule: RuleAtHand,
  { quantity, codes }: NonNullable<LimitStatement["forEvery"]>,
  group: Given,
): readonly ProposedLine[] | null {
  const code = codeOf(rule, codes);
  const having = havingOf(rule, codes);
  const count = numberIn(quantity.amount, rule.row);
  if (code === null || having === null || count === null || !Number.isInteger(count) || count > most) return null;
  return linesOf(quantity.measure, code, bothGiven(rule.other, having, group), count);
}

function basisText(rule: RuleAtHand, { forEvery }: LimitStatement | ExpectStatement): string {
  const count = forEvery === null ? null : numberIn(forEvery.quantity.amount, rule.row);
  const code = forEvery === null ? null : codeOf(rule, forEvery.codes);
  if (forEvery === null || count === null || code === null) return "";
  return ` with ${counted(count, forEvery.quantity.measure)} of ${code}`;
}

function linesOf(measure: Quantity["measure"], code: string, given: Given, count: number): readonly ProposedLine[] {
  if (count === 0) return [];
  if (measure === "units") return [plainLine(0, code, given, count)];
  return Array.from({ length: count }, (_, at) => plainLine(measure === "days" ? at : 0, code, given));
}
