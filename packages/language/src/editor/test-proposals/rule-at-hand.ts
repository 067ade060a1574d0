/** A rule for which tests are proposed: its clauses, a day on which it holds, and what every line of a test is given. */
import { formatDate, parseIsoDate, weekday } from "@edict/rulebook";
import type { CodeExpression, NameReference } from "../../ast/nodes.js";
import type { Book, RuleParts } from "../../names/book.js";
import { declaredAs } from "../../names/declared.js";
import { daysOfEffective } from "../../names/reach.js";
import { always } from "../../names/sets/settle.js";
import type { ClauseGroup } from "../../names/versions.js";
import { versionsOf } from "../../names/versions.js";
import type { Row } from "./row.js";
import { firstRow } from "./row.js";
import { holder, sampleOf } from "./sample-codes.js";
import { joinedSides, satisfied } from "./satisfied.js";
import type { Given, ProposedLine } from "./timeline.js";
import { plainLine } from "./timeline.js";

/** What proposals are worked out from. */
export interface RuleAtHand {
  readonly book: Book;
  readonly id: string;
  readonly clauses: ClauseGroup;
  readonly row: Row | null;
  /** The subject's day, as a day number. */
  readonly day: number;
  /** Of the whole test. */
  readonly given: Given;
  /** Of the subject and of other lines, so that `when` lets the subject through. */
  readonly subject: Given;
  readonly other: Given;
}

/** A Monday, where the rule itself says no day. */
const anyDay = parseIsoDate("2026-03-02") ?? 0;

/** The rule as written; null where its table cannot be looked into, or nothing is known that its `when` lets through. */
export function ruleAtHand(book: Book, parts: RuleParts): RuleAtHand | null {
  const [own] = versionsOf(parts);
  if (own === undefined) return null;
  const { clauses } = own;
  const table = clauses.rows === null ? null : declaredAs(book.declared, clauses.rows.node.table.text, "table");
  const row = table === null ? null : firstRow(table.node);
  if (clauses.rows !== null && row === null) return null;
  const when = clauses.when === null ? null : satisfied({ book, row }, clauses.when.node.condition, true);
  if (clauses.when !== null && when === null) return null;
  const { subject, other } = joinedSides(when === null ? [] : [when]);
  const day = dayWithin(clauses, row);
  return { book, id: parts.rule.node.name.text, clauses, row, day, given: givenOf(book, clauses), subject, other };
}

/** The first Monday on which the rule holds, or its last day where it ends before. */
function dayWithin({ effective }: ClauseGroup, row: Row | null): number {
  const { from, until } = daysOfEffective(effective);
  const { from: bound = null } = effective?.node ?? {};
  const first = bound?.kind === "row-reference" ? (parseIsoDate(row?.get(bound.column.text) ?? "") ?? from) : from;
  const start = first === always.from ? Math.min(anyDay, until) : first;
  return Math.min(start + ((8 - weekday(start)) % 7), until);
}

function givenOf(book: Book, { for: payers, in: settings }: ClauseGroup): Given {
  const given = new Map<string, string>();
  const [payer] = payers?.node.payers ?? [];
  const [one] = payer === undefined ? [] : (book.payers.get(payer.text) ?? []);
  if (one !== undefined) given.set("payer", one);
  const [setting] = settings?.node.settings ?? [];
  const declared = setting === undefined ? null : declaredAs(book.declared, setting.text, "setting");
  const [part] = declared?.node.parts ?? [];
  const [value] = part?.values ?? [];
  if (part?.by === "place" && value !== undefined) given.set("place", value.text);
  else if (setting !== undefined) given.set("setting", setting.text);
  return given;
}

/** A code of an expression on the subject's day, rather one that is in no other of these. */
export function codeOf(
  { book, day, row }: RuleAtHand,
  codes: CodeExpression,
  ...apart: readonly CodeExpression[]
): string | null {
  return sampleOf(book, codes, { day, apart, row });
}

/** What `having` asks of a line; null where that is not known. */
export function havingOf({ book, row }: RuleAtHand, { having }: CodeExpression): Given | null {
  return having === null ? new Map() : (satisfied({ book, row }, having, true)?.subject ?? null);
}

/**
 * What has to be added so that lines lie in one episode: one of its codes on their first day, and on their last where
 * the episode ends by itself. Rather none that the rule looks at.
 */
export function episodeLines(
  rule: RuleAtHand,
  name: NameReference | null,
  lines: readonly ProposedLine[],
  ...apart: readonly CodeExpression[]
): readonly ProposedLine[] {
  const episode = name === null ? null : declaredAs(rule.book.declared, name.text, "episode");
  if (episode === null) return [];
  const codes: CodeExpression = { ...episode.node.set, kind: "code-expression", any: false, having: null };
  const isIn = holder(rule.book, codes, rule);
  const code = codeOf(rule, codes, ...apart);
  const days = lines.map(({ day }) => day);
  const ends = episode.node.ends === "lasts" ? [Math.min(...days)] : [Math.min(...days), Math.max(...days)];
  const bare = [...new Set(ends)].filter((day) => !lines.some((line) => line.day === day && isIn(line.code)));
  return code === null ? [] : bare.map((day) => plainLine(day, code, new Map()));
}

/** `2026-03-02` of a day that is counted from the subject's. */
export function dateOf(rule: RuleAtHand, day: number): string {
  return formatDate(rule.day + day);
}
