/**
 * Completion: what can stand at a caret, the likeliest first. The grammar says which words and shapes may follow
 * (`syntax/expected`); the rulebook says which names and values those are.
 */
import type { Analysis } from "../../analyse.js";
import { caretAt } from "../../syntax/expected/caret.js";
import { expectedAt } from "../../syntax/expected/expected-at.js";
import { declarationWords } from "../../syntax/words.js";
import type { Offer } from "./offer.js";
import { offer } from "./offer.js";
import { keywordItems } from "./keywords.js";
import type { Situation } from "./situation.js";
import { situationAt } from "./situation.js";
import { slotItems } from "./slots.js";
import { bodyItems, declarationItems } from "./snippets.js";
import { cellItems } from "./table-cells.js";
import type { Surroundings, TextItems } from "./texts.js";
import { textItems } from "./texts.js";

/** What is offered, and the stretch of text that an item takes the place of. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Offer[];
  /** There is more than is offered; ask again when more letters are typed. */
  readonly incomplete: boolean;
  /** Something has to come, or most likely does: an editor may offer it without being asked. */
  readonly wanted: boolean;
}

const none: Surroundings = { entries: () => [], headers: () => [] };

/** More than this nobody reads, and to send them takes longer than to find them. */
const mostItems = 1000;

/** What can stand at a place of a file. */
export function complete(
  analysis: Analysis,
  path: string,
  offset: number,
  surroundings: Surroundings = none,
): Completions {
  const situation = situationAt(analysis, path, offset);
  if (situation === null) return { start: offset, end: offset, items: [], incomplete: false, wanted: false };
  const { caret } = situation;
  switch (caret.within) {
    case "comment":
      return { start: offset, end: offset, items: [], incomplete: false, wanted: false };
    case "text":
      return ordered(textItems(situation, surroundings));
    case "row":
      return ordered(cellItems(situation));
    case "words": {
      const typed = situation.source.text.slice(caret.word.start, offset);
      return { ...caret.word, ...readable(inOrder(wordItems(situation)), typed), wanted: isWanted(situation) };
    }
  }
}

/** Builds what the first question would have to wait for, some tenths of a second long. An editor does it when it is idle. */
export function prepareCompletion(): void {
  const text = 'rule R-1 "title"\n  bundle A into B ';
  expectedAt({ path: "", text }, caretAt({ path: "", text }, 0, text.length));
}

function ordered({ start, end, items }: TextItems): Completions {
  return { start, end, ...readable(inOrder(items), ""), wanted: false };
}

function wordItems(situation: Situation): readonly Offer[] {
  const { analysis, caret, expected, whole } = situation;
  const items = [...keywordItems(situation)];
  for (const one of expected) if (one.kind === "shape") items.push(...slotItems(situation, one));
  const isBare = caret.keyword === "rule" && situation.before.length === 3 && whole;
  if (isBare && situation.written.size === 0) items.push(...bodyItems(analysis));
  if ((whole || caret.atMargin) && caret.startsLine) {
    const rank = caret.atMargin && !isLacking(situation) ? 50 : 600;
    items.push(...declarationItems(analysis, rank));
    // Indented, a keyword by itself would go on with the declaration above.
    if (caret.atMargin) for (const said of declarationWords) items.push(offer("keyword", said, rank + 1));
  }
  return items;
}

/** A rule without its statement or its outcome: what comes next most likely goes on with it. */
function isLacking({ caret, written }: Situation): boolean {
  return caret.keyword === "rule" && !(written.has("statement") && written.has("outcome"));
}

/** The declaration is not whole yet, or a statement that needs to say where its companions stand does not. */
function isWanted({ whole, expected, source, caret, parts }: Situation): boolean {
  if (!whole) return true;
  const part = source.text.slice(parts.at(-1) ?? caret.from, caret.word.start);
  const isScoped = / (?:the same|within|that|before|after)\b/.test(part);
  return !isScoped && expected.some(({ path }) => path.includes("scopeWord"));
}

/** By rank, then by label; of equal labels the first. */
function inOrder(items: readonly Offer[]): readonly Offer[] {
  const sorted = items.toSorted(
    (left, right) => left.rank - right.rank || (left.label < right.label ? -1 : left.label > right.label ? 1 : 0),
  );
  const known = new Set<string>();
  return sorted.filter(({ kind, label }) => {
    const key = `${kind === "snippet" ? "snippet" : ""} ${label}`;
    return known.has(key) ? false : known.add(key) !== undefined;
  });
}

/** Cut where there are too many; those that the typed letters may stand for stay first. */
function readable(items: readonly Offer[], typed: string): Pick<Completions, "items" | "incomplete"> {
  if (items.length <= mostItems) return { items, incomplete: false };
  const letters = typed.toLowerCase();
  const fitting = items.filter(({ label, filter }) => (filter ?? label).toLowerCase().includes(letters));
  return { items: fitting.slice(0, mostItems), incomplete: true };
}
