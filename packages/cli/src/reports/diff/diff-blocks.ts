/** A comparison as blocks of a page: a sentence, a table with a row for each changed rule, and each rule folded. */
import type { Block, Word, Words } from "@edict/language";
import type { Cause, RuleChange, Span, Verdict } from "@edict/review";
import { counted, tallied } from "@edict/rulebook";
import { caseText } from "./case-text.js";
import { closedSentence, closedWords, coverWords } from "./closed-words.js";
import type { ClosedAccount, ComparedSide, DiffAccount } from "./report.js";
import { changeWords, holdingWords, nameCauseWords, spanWords, verdictWords } from "./span-words.js";
import { wordDifference } from "./word-difference.js";

/** How many rules changed in which way. */
export function sentenceBlock({ base, head, review }: DiffAccount): Block {
  const { changes, same } = review;
  const kinds = new Map<string, number>();
  for (const change of changes) kinds.set(kindWord(change), (kinds.get(kindWord(change)) ?? 0) + 1);
  const counts = [...kinds].map(([kind, count]) => `${String(count)} ${kind}`).join(", ");
  const words: Words = [
    {
      kind: "strong",
      text: `${tallied(changes.length, "rule")} ${changes.length === 1 ? "changes" : "change"} in meaning`,
    },
    " between ",
    ...sideWords(base),
    " and ",
    ...sideWords(head),
    `: ${counts}. ${same === 1 ? "1 rule means what it" : `${tallied(same, "rule")} mean what they`} meant.`,
  ];
  return { kind: "paragraph", words };
}

function sideWords({ name, commit }: ComparedSide): Words {
  if (commit === null) return [name];
  const short = commit.slice(0, 8);
  return commit.startsWith(name) ? [{ kind: "bare", text: short }] : [{ kind: "bare", text: name }, ` (${short})`];
}

function kindWord({ kind, renamed, verdict }: RuleChange): string {
  if (kind === "changed") return verdict === "same" ? "said otherwise" : verdict;
  return renamed === null ? kind : kind === "added" ? "under another name" : "gone to another name";
}

/** What a rule's row says. */
export const rowHead: readonly string[] = ["rule", "change", "for whom, where and when", "what was changed"];

export function rowOf(change: RuleChange): readonly Words[] {
  const { id, base, head, spans, causes, says } = change;
  const title = (head ?? base)?.title ?? "";
  const all = new Set(spans.map(({ verdict }) => verdict)).size > 1;
  const where = spans.map((span) => spanWords(span) + (all ? `: ${span.verdict}` : ""));
  const named = causes.flatMap((cause) => (cause.kind === "name" ? [nameCauseWords(cause)] : []));
  const about = [...new Set(causes.flatMap((cause) => (cause.kind === "sentence" ? [aboutWords[cause.about]] : [])))];
  return [
    [{ kind: "bare", text: id }, ` ${cut(title)}`],
    [{ kind: "strong", text: changeWord(change) }, says.length > 0 ? `, says otherwise: ${says.join(", ")}` : ""],
    [cut(where.join("; "))],
    [cut([...named, ...(about.length === 0 ? [] : [about.join(", ")])].join("; "))],
  ];
}

/** A cell that nobody reads to its end says less. */
const mostOfCell = 300;

function cut(text: string): string {
  return text.length <= mostOfCell ? text : `${text.slice(0, mostOfCell - 1)}…`;
}

function changeWord(change: RuleChange): string {
  const { kind, verdict, renamed } = change;
  if (kind !== "changed") return renamed === null ? kind : changeWords(change);
  return verdict === "same" ? "finds the same lines" : verdict;
}

const aboutWords: { readonly [A in Extract<Cause, { kind: "sentence" }>["about"]]: string } = {
  reach: "where it holds",
  table: "its table",
  finding: "what it finds",
  when: "its condition",
  unless: "its exception",
  message: "its message",
  suggestion: "its suggestion",
  authority: "its authority",
  override: "an override",
  waiver: "a waiver",
};

/** What the change does to dates that are closed: it stands before all else. */
export function closedBlocks(closed: ClosedAccount | null): Block[] {
  const sentence = closed === null ? null : closedSentence(closed);
  if (closed === null || sentence === null) return [];
  const shown = closed.changes
    .slice(0, mostClosed)
    .map((change): Words => [{ kind: "bare", text: change.id }, ` ${cut(closedWords(change))}`]);
  const left = closed.changes.length - shown.length;
  return [
    paragraph({ kind: "strong", text: `${sentence}.` }),
    ...list(left === 0 ? shown : [...shown, [`and ${tallied(left, "rule")} more`]]),
  ];
}

/** Beyond these a list is no longer read. */
const mostClosed = 30;

/** All that is known of one changed rule, folded. */
export function ruleBlock(change: RuleChange): Block {
  const { id, base, head, spans, causes, covers, verdict } = change;
  const rule = head ?? base;
  const cases = spans.flatMap(({ witnesses }) => witnesses).map((witness) => caseText(change, witness));
  const own = changeWords(change);
  return {
    kind: "folded",
    summary: `${id}: ${own}`,
    blocks: [
      ...(rule === null
        ? []
        : [paragraph(`${rule.title}, at `, { kind: "bare", text: `${rule.at.file}:${String(rule.at.line)}` })]),
      ...list(spans.map(spanItem)),
      ...(causes.length === 0 ? [] : [paragraph("What was changed:"), ...list(causes.map(causeItem))]),
      ...cases.flatMap(({ text }): Block[] => [{ kind: "edict", text }]),
      ...list(covers.map((cover) => [coverWords(cover)])),
      ...(cases.length === 0 && wantsCase(verdict)
        ? [paragraph("No case that shows it was found among those that were tried.")]
        : []),
    ],
  };
}

function wantsCase(verdict: Verdict): boolean {
  return verdict !== "same" && verdict !== "moved in time";
}

function spanItem(span: Span): Words {
  const holding = holdingWords(span);
  const how = span.verdict === "unknown" ? "" : " (proven)";
  return [
    `${spanWords(span)}: `,
    { kind: "strong", text: span.verdict },
    `${how}, ${verdictWords[span.verdict]}`,
    holding === "" ? "" : `; ${holding}`,
    span.byOthers ? "; by lines elsewhere that it counts with these" : "",
  ];
}

function causeItem(cause: Cause): Words {
  if (cause.kind === "name") return [nameCauseWords(cause)];
  if (cause.base === null) return [{ kind: "strong", text: cause.head ?? "" }];
  if (cause.head === null) return [{ kind: "struck", text: cause.base }];
  return wordDifference(cause.base, cause.head).flatMap(({ kind, text }, at): Word[] => [
    ...(at === 0 ? [] : [" "]),
    kind === "kept" ? text : { kind: kind === "gone" ? "struck" : "strong", text },
  ]);
}

/** What is not told, and where it is. */
export function leftOutBlock(ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const shown = ids.slice(0, 20).join(", ");
  const more = ids.length > 20 ? ` and ${counted(ids.length - 20, "other")}` : "";
  return [paragraph(`What ${shown}${more} mean was left out, since a comment holds no more; edict diff tells all.`)];
}

function paragraph(...words: Words): Block {
  return { kind: "paragraph", words };
}

function list(items: readonly Words[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
