/**
 * The keywords that may follow, as phrases, the likeliest first. The grammar says which can stand; here is what the
 * language says besides: a clause stands once, a direction goes with its statement, a side with pairs, a row with a table.
 */
import type { Expected, Piece } from "../../syntax/expected/expected-at.js";
import { codeListOf } from "../../names/code-lists.js";
import { partsOf } from "../../names/statement-parts.js";
import type { Offer } from "./offer.js";
import { offer, snippetText } from "./offer.js";
import type { ClauseKind, Situation } from "./situation.js";
import { clauseKinds } from "./situation.js";

type Keyword = Extract<Expected, { readonly kind: "keyword" }>;

/** The phrases that open a clause, with the clause's kind. */
const clausePhrases: ReadonlyMap<string, ClauseKind> = new Map<string, ClauseKind>([
  ["forClause", "for"],
  ["inClause", "in"],
  ["rowsClause", "rows"],
  ["effectiveClause", "effective"],
  ["becauseClause", "because"],
  ["whenClause", "when"],
  ["unlessClause", "unless"],
  ["outcome", "outcome"],
  ["suggest", "suggest"],
  ...(["bundle", "forbid", "requires", "sequence", "limit", "expectation", "replacement"] as const).map(
    (phrase) => [phrase, "statement"] as const,
  ),
]);

/** The words that open the clauses, statements in the order in which they are wanted most. */
const openers: readonly string[] = [
  ..."bundle each limit forbid first last expect sequence replace".split(" "),
  ..."for in effective because when unless deny hold review advise suggest".split(" "),
];

/** The keywords that may follow. */
export function keywordItems(situation: Situation): readonly Offer[] {
  return situation.expected.flatMap((one) => {
    if (one.kind !== "keyword" || !holds(situation, one)) return [];
    return [phraseItem(one.phrase, rankOf(situation, one))];
  });
}

function wordAt({ phrase }: Keyword, at: number): string {
  const piece = phrase[at];
  return piece?.kind === "word" ? piece.text : "";
}

/** The clause that a keyword opens, or null. */
function opened(situation: Situation, { path, phrase }: Keyword): ClauseKind | null {
  const kind = clausePhrases.get(path.at(-1) ?? "");
  const [first] = phrase;
  if (path.at(-2) !== "clause" || kind === undefined || first?.kind !== "word") return null;
  if (!openers.includes(first.text)) return null;
  // `suggest replace with`, `for each row`: within a clause, the word opens none.
  if (kind === "suggest") return first.text === "suggest" ? kind : null;
  return kind === "rows" && situation.before.at(-1) === "for" ? null : kind;
}

function holds(situation: Situation, keyword: Keyword): boolean {
  const { path } = keyword;
  const first = wordAt(keyword, 0);
  const kind = opened(situation, keyword);
  if (kind !== null) {
    if (situation.caret.keyword === "waive" && !["for", "in", "effective", "because"].includes(kind)) return false;
    return kind === "because" || !situation.written.has(kind);
  }
  if (path.at(-1) === "rowReference") return situation.table !== null;
  if (path.at(-1) === "suggest" && first === "units") return hasAllowance(situation);
  if (path.at(-1) === "suggest" && first === "nearest") return readsList(situation);
  const inRequires = path.includes("requires");
  const words = keyword.phrase.flatMap((piece) => (piece.kind === "word" ? [piece.text] : []));
  if (path.includes("scopeWord")) {
    if (!inRequires && (words.includes("before") || words.includes("after"))) return false;
    if (inRequires && first === "that") return false;
    return !scopeOpeners.has(first) || !isSaidAlready(situation, path, words);
  }
  // `on the other line`, also where it ends a longer phrase.
  if (!words.some((said) => said === "other" || said === "either")) return true;
  return !inRequires && !path.includes("having") && isPair(situation);
}

/** The first words of scope words. */
const scopeOpeners: ReadonlySet<string> = new Set(["on", "in", "by", "with", "within", "before", "after", "that"]);

/** A scope word that stands already in this statement; of windows there is one. */
function isSaidAlready(situation: Situation, path: readonly string[], words: readonly string[]): boolean {
  const start = situation.parts.at(-1) ?? situation.caret.from;
  const said = situation.source.text.slice(start, situation.caret.word.start).replace(/#[^\n]*/g, "");
  const all = ` ${said.trim().split(/\s+/).join(" ")} `;
  if (path.includes("window")) {
    if (all.endsWith(" that ")) return false;
    if (words[0] === "within" && / that (?:follows|precedes) $/.test(all)) return false;
    if (words[0] !== "within" && / within (?:\d+ to )?\d+(?: [a-z]+)? $/.test(all)) return words[0] === "that";
    return / (?:within|before|after|that) /.test(all);
  }
  return all.includes(` ${words.join(" ")} `) && words.join(" ") !== "with the same";
}

/** `when` and `unless` speak of two lines in `bundle` and `forbid … with` alone. */
function isPair({ statement }: Situation): boolean {
  return statement === null || statement.kind === "bundle" || (statement.kind === "forbid" && statement.with !== null);
}

function hasAllowance({ statement }: Situation): boolean {
  return statement === null || partsOf(statement).counts;
}

/** Whether the statement asks for a row of a table that lists valid codes. */
function readsList({ analysis, statement }: Situation): boolean {
  const table = statement === null ? null : (partsOf(statement).condition?.table ?? null);
  return table !== null && codeListOf(analysis.book, table.text) !== null;
}

/** By the innermost phrase of the grammar; 100 where it is not among them. */
const ranks: ReadonlyMap<string, number> = new Map([
  ["exceptions", 300],
  ["having", 300],
  ["setItem", 310],
  ["condition", 150],
  ["side", 180],
  ["effectiveClause", 140],
  ["negation", 112],
  ["givenPart", 130],
  ["given", 95],
  ["days", 101],
  ["expected", 103],
]);

/** What is counted, in the order in which it is wanted most. */
const measures: readonly string[] = ["unit", "line", "day"];

/** Scope words in the order in which they are wanted most. */
const scopeOrder: readonly string[] = ["on", "within", "that", "by", "in", "with", "before", "after"];

function rankOf(situation: Situation, keyword: Keyword): number {
  const first = wordAt(keyword, 0);
  const kind = opened(situation, keyword);
  if (kind !== null) {
    const last = Math.max(-1, ...[...situation.earlier].map((one) => clauseKinds.indexOf(one)));
    const order = clauseKinds.indexOf(kind);
    const ahead = order >= last ? order - last : 10 + order;
    return 200 + ahead * 2 + openers.indexOf(first) / 100;
  }
  if (keyword.path.at(-1) === "rowReference") return 96;
  const inner = keyword.path.at(-1) ?? "";
  const before = situation.before.at(-1);
  const isPlural = first.endsWith("s");
  const counts = /^(?:unit|line|day|week|month|year)s?$/.test(first) && before !== undefined && /^\d+$/.test(before);
  const isOdd = inner === "limit" && wordAt(keyword, 1) === "line";
  const wrongNumber = isOdd || (counts && isPlural === (before === "1")) ? 5 : 0;
  const measure = inner !== "quantity" ? 0 : Math.max(0, measures.indexOf(first.replace(/s$/, ""))) / 10;
  const inScope = keyword.path.includes("scopeWord") ? Math.max(0, scopeOrder.indexOf(first)) / 10 : 0;
  const second = first === "claim" || first === "bill" || wordAt(keyword, 3) === "claim" ? 0.05 : 0;
  const joint = first === "to" ? 25 : inner === "fieldCondition" && first === "in" ? 0.05 : 0;
  // On a new line, what goes on with the clause above comes behind the next clauses.
  const inRule = situation.caret.keyword === "rule" || situation.caret.keyword === "override";
  const onNewLine = inRule && situation.whole && situation.caret.startsLine ? 200 : 0;
  return (
    (ranks.get(inner) ?? 100) +
    inScope +
    second +
    joint +
    measure +
    wrongNumber +
    onNewLine +
    keyword.phrase.length / 100
  );
}

/** A phrase as an item; its numbers are stops of a snippet. */
function phraseItem(phrase: readonly Piece[], rank: number): Offer {
  const label = phrase.map(plainPiece).join(" ");
  let stop = 0;
  const insert = phrase
    .map((piece) => {
      if (piece.kind === "word") return snippetText(piece.text);
      stop++;
      return piece.kind === "choice"
        ? `\${${stop}|${inOrder(piece.words).join(",")}|}`
        : `\${${stop}:${plainPiece(piece)}}`;
    })
    .join(" ");
  return stop === 0 ? offer("keyword", label, rank) : offer("keyword", label, rank, { insert, isSnippet: true });
}

function plainPiece(piece: Piece): string {
  switch (piece.kind) {
    case "word":
      return piece.text;
    case "choice":
      return inOrder(piece.words)[0] ?? "";
    case "number":
      return "2";
    case "duration":
      return "30 days";
  }
}

/** The plurals first: a number that stands before them is most likely more than one; and units before all. */
function inOrder(words: readonly string[]): readonly string[] {
  const rank = (said: string): number =>
    (said.endsWith("s") ? 0 : 10) + Math.max(0, measures.indexOf(said.replace(/s$/, "")));
  return words.toSorted((left, right) => rank(left) - rank(right));
}
