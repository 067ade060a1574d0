/**
 * Sorts a declared set and leaves out what it says twice: named sets first, as they stand, then values by their bytes.
 * Offered where the set is the same afterwards, and where no comment stands within it, which would lose its place.
 */
import { codeOrdinal, compareBytes } from "@edict/rulebook";
import type { Node, SetItem } from "../../ast/nodes.js";
import type { Analysis } from "../../analyse.js";
import { setsOf } from "../../names/codes-of.js";
import type { SetKind } from "../../names/sets/blocks.js";
import { isValue } from "../../names/sets/blocks.js";
import { resolveItems } from "../../names/sets/items.js";
import type { SetDeclaration } from "../../names/sets/resolve-sets.js";
import { isSetDeclaration } from "../../names/sets/resolve-sets.js";
import { setOf } from "../../print/codes.js";
import { stretchOf } from "../../source/source.js";
import { commentsOf } from "../../syntax/comments-of.js";
import type { ActionEdit, ActionPlace, CodeAction, CodeActionKind } from "./code-action.js";
import { edit } from "./code-action.js";

/** For the set at hand: sort it; sort it and join neighbours. */
export function organiseSet(place: ActionPlace): readonly CodeAction[] {
  const { declaration } = place;
  if (declaration === null || !isSetDeclaration(declaration)) return [];
  const name = declaration.name.text;
  const sorted = organised(place, declaration, "apart");
  const joined = organised(place, declaration, "joined");
  return [
    ...offered(`sort ${name} and say nothing twice`, "refactor.rewrite", sorted),
    ...(joined?.text === sorted?.text
      ? []
      : offered(`sort ${name} and join neighbours into ranges`, "refactor.rewrite", joined)),
  ];
}

/** For the file: sort all its sets. */
export function organiseSets(place: ActionPlace): readonly CodeAction[] {
  const edits = place.file.node.declarations.filter(isSetDeclaration).map((set) => organised(place, set, "apart"));
  return offered("sort all sets of this file", "source.organizeSets.edict", ...edits);
}

function offered(title: string, kind: CodeActionKind, ...made: readonly (ActionEdit | null)[]): readonly CodeAction[] {
  const edits = made.filter((one) => one !== null);
  return edits.length === 0 ? [] : [{ title, kind, preferred: false, mends: [], edits }];
}

/** What becomes of codes that follow each other. */
type Neighbours = "apart" | "joined";

/** The set in order, or null where it is so already or had better be left alone. */
function organised(place: ActionPlace, declaration: SetDeclaration, neighbours: Neighbours): ActionEdit | null {
  const { analysis, file } = place;
  const { kind, set, broken } = declaration;
  const within = stretchOf(file.source, set);
  if (broken || commentsOf(file.source).some(({ start }) => start > within.start && start < within.end)) return null;
  const items = inOrder(analysis, kind, set.items, neighbours);
  const except = inOrder(analysis, kind, set.except, neighbours);
  const before = resolveItems(kind, set.items, set.except, setsOf(analysis.book, kind));
  const after = resolveItems(kind, items, except, setsOf(analysis.book, kind));
  if (!before.sure || JSON.stringify(before.blocks) !== JSON.stringify(after.blocks)) return null;
  const old = file.source.text.slice(set.start, set.end);
  const text = laidOut(place, set.items, items) + exceptOf(place, declaration, except);
  return text === old ? null : edit(place, set, text);
}

function exceptOf(place: ActionPlace, { set }: SetDeclaration, except: readonly SetItem[]): string {
  const last = set.items.at(-1);
  const [first] = set.except;
  if (last === undefined || first === undefined) return "";
  return place.file.source.text.slice(last.end, first.start) + laidOut(place, set.except, except);
}

/** What stood between the items stands there again, so that lines break where they did. */
function laidOut({ file }: ActionPlace, old: readonly SetItem[], items: readonly SetItem[]): string {
  const between = old.slice(1).map((item, at) => file.source.text.slice(old[at]?.end ?? item.start, item.start));
  return items.map((item, at) => `${at === 0 ? "" : (between[at - 1] ?? ", ")}${textOf(item)}`).join("");
}

function textOf(item: SetItem): string {
  return setOf({ kind: "set-expression", start: 0, end: 0, items: [item], except: [] });
}

function inOrder(
  analysis: Analysis,
  kind: SetKind,
  items: readonly SetItem[],
  neighbours: Neighbours,
): readonly SetItem[] {
  const isNamed = ({ value }: SetItem): boolean => value.kind === "word" && !isValue(kind, value.text);
  const values = items.filter((item) => !isNamed(item));
  const named = once(items.filter(isNamed));
  const sorted = once(values).toSorted((left, right) => compareBytes(textOf(left), textOf(right)));
  const needed = withoutCovered(analysis, kind, sorted);
  return [...named, ...(neighbours === "joined" && kind === "codes" ? joinNeighbours(needed) : needed)];
}

function once(items: readonly SetItem[]): readonly SetItem[] {
  return [...new Map(items.map((item) => [textOf(item), item])).values()];
}

/** Leaves out values that the others hold already. A named set stays: what it holds may change. */
function withoutCovered(analysis: Analysis, kind: SetKind, items: readonly SetItem[]): readonly SetItem[] {
  const lookup = setsOf(analysis.book, kind);
  // Each item is weighed against the others: fine for what people write, not for lists of thousands.
  if (items.length > mostWeighed) return items;
  const whole = JSON.stringify(resolveItems(kind, items, [], lookup).blocks);
  let kept = items;
  for (const item of items.toReversed()) {
    const less = kept.filter((one) => one !== item);
    if (less.length > 0 && JSON.stringify(resolveItems(kind, less, [], lookup).blocks) === whole) kept = less;
  }
  return kept;
}

const mostWeighed = 100;

/** Three or more codes in a row, of one shape and without dates of their own, as a range. */
function joinNeighbours(items: readonly SetItem[]): readonly SetItem[] {
  const runs: SetItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && isNext(last, item)) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run) => {
    const first = run[0]?.value;
    const last = run.at(-1)?.value;
    if (run.length < 3 || first?.kind !== "word" || last?.kind !== "word") return run;
    const place: Node = { start: 0, end: 0 };
    return [
      { kind: "set-item", ...place, value: { kind: "range-literal", ...place, first, last }, from: null, until: null },
    ];
  });
}

function isNext(left: SetItem, right: SetItem): boolean {
  if ([left.from, left.until, right.from, right.until].some((bound) => bound !== null)) return false;
  if (left.value.kind !== "word" || right.value.kind !== "word") return false;
  const one = codeOrdinal(left.value.text);
  const next = codeOrdinal(right.value.text);
  return one !== null && next !== null && one.shape === next.shape && one.ordinal + 1 === next.ordinal;
}
