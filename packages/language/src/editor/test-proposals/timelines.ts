/** The sides of a rule's boundary as timelines, by its statement. */
import type { CodeExpression, Condition, SequenceStatement } from "../../ast/nodes.js";
import { counted } from "../../print/words.js";
import { countTimelines } from "./count-timelines.js";
import { pairTimelines } from "./pair-timelines.js";
import type { RuleAtHand } from "./rule-at-hand.js";
import { codeOf, havingOf } from "./rule-at-hand.js";
import { satisfied } from "./satisfied.js";
import type { Given, Timeline } from "./timeline.js";
import { bothGiven, plainLine } from "./timeline.js";

/** What the statement and `unless` let apart; empty where too little is known. */
export function timelinesOf(rule: RuleAtHand): readonly Timeline[] {
  const own = ofStatement(rule);
  return [...own, ...letOff(rule, own)];
}

function ofStatement(rule: RuleAtHand): readonly Timeline[] {
  const statement = rule.clauses.statement?.node;
  if (statement === undefined) return [];
  switch (statement.kind) {
    case "bundle": {
      const { subject, into, scopes } = statement;
      return pairTimelines(rule, { subject, codes: into, scopes, atLeast: null, finds: "present" });
    }
    case "forbid":
      return statement.with === null
        ? single(rule, statement.subject, new Map(), true)
        : pairTimelines(rule, { ...statement.with, subject: statement.subject, finds: "present" });
    case "requires": {
      const { requires, subject } = statement;
      if (requires.kind === "row") return [];
      if (requires.kind === "companion") return pairTimelines(rule, { ...requires, subject, finds: "absent" });
      return [
        ...conditional(rule, subject, requires.condition, true),
        ...conditional(rule, subject, requires.condition, false),
      ];
    }
    case "sequence":
      return ofSequence(rule, statement);
    case "limit":
    case "expect":
      return countTimelines(rule, statement);
    case "replace": {
      const found = single(rule, statement.subject, new Map(), true);
      if (statement.with.kind !== "word") return found;
      const line = plainLine(0, statement.with.text, rule.subject);
      return [...found, { title: `${line.code} already`, lines: [line], found: null }];
    }
  }
}

function single(rule: RuleAtHand, subject: CodeExpression, given: Given, isFound: boolean): readonly Timeline[] {
  const code = codeOf(rule, subject);
  const having = havingOf(rule, subject);
  if (code === null || having === null) return [];
  const line = plainLine(0, code, bothGiven(rule.subject, having, given));
  return [{ title: `${code}${withText(given)}`, lines: [line], found: isFound ? line : null }];
}

function conditional(
  rule: RuleAtHand,
  subject: CodeExpression,
  condition: Condition,
  isTrue: boolean,
): readonly Timeline[] {
  const sides = satisfied(rule, condition, isTrue);
  if (sides === null) return [];
  // `units` is a part of the line, and no field of it.
  const { units, others } = apart(sides.subject);
  return single(rule, subject, others, !isTrue).map((timeline) => {
    const lines = timeline.lines.map((line) => ({ ...line, units }));
    const title = units === null ? timeline.title : `${counted(units, "units")} of ${timeline.title}`;
    return { title, lines, found: timeline.found === null ? null : (lines[0] ?? null) };
  });
}

function apart(given: Given): { readonly units: number | null; readonly others: Given } {
  const units = given.get("units");
  return {
    units: units === undefined ? null : Number(units),
    others: new Map([...given].filter(([field]) => field !== "units")),
  };
}

/** The first link: what opens the sequence on the last day that counts, a day earlier, or not at all. */
function ofSequence(rule: RuleAtHand, { opening, links, episode }: SequenceStatement): readonly Timeline[] {
  const [link] = links;
  if (link === undefined) return [];
  const place = { start: link.start, end: link.end };
  return pairTimelines(rule, {
    subject: link.codes,
    codes: opening,
    scopes: [
      { kind: "window", ...place, within: link.within, word: "before" },
      ...(episode === null ? [] : [{ kind: "same-episode" as const, ...place, episode }]),
    ],
    atLeast: null,
    finds: "absent",
  });
}

/** The first timeline with a finding, once more with what `unless` lets off. */
function letOff(rule: RuleAtHand, timelines: readonly Timeline[]): readonly Timeline[] {
  const unless = rule.clauses.unless?.node.condition;
  const sides = unless === undefined ? null : satisfied(rule, unless, true);
  const found = timelines.find((timeline) => timeline.found !== null);
  if (sides === null || found === undefined) return [];
  const isOther = sides.subject.size === 0;
  const given = isOther ? sides.other : sides.subject;
  if (given.size === 0 || given.has("units")) return [];
  const lines = found.lines.map((line) =>
    (line === found.found) === !isOther ? { ...line, given: bothGiven(line.given, given) } : line,
  );
  return [{ title: `${found.title}${withText(given)}`, lines, found: null }];
}

function withText(given: Given): string {
  const said = [...given].map(([field, value]) => `${field} ${value.replaceAll('"', "")}`);
  return said.length === 0 ? "" : ` with ${said.join(" and ")}`;
}
