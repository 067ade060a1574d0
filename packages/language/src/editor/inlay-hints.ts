/**
 * What can be worked out from a file's text and is written nowhere in it: how many numbers a range or a set holds, the
 * date and the weekday of a test's line, how many lines `weekdays 15 to 49` makes, the days that a window covers.
 */
import { addDuration, codeShape, formatDate, weekday } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import { walk } from "../ast/children.js";
import type { Clause, Declaration, Node, RangeLiteral, TestDeclaration, When } from "../ast/nodes.js";
import { blockOf } from "../names/sets/blocks.js";
import type { Block } from "../names/sets/settle.js";
import { always, settle } from "../names/sets/settle.js";
import { daysOfWhen } from "../names/timeline.js";
import { counted } from "../print/words.js";
import { windowsOf } from "./rule-windows.js";

/** Which hints are wanted; each can be turned off. */
export interface InlayHintOptions {
  /** `77280..77290` holds 11 numbers; so does a set. */
  readonly numbers: boolean;
  /** Dates and weekdays of a test's timeline. */
  readonly dates: boolean;
  /** The days that a window covers, seen from a test's expectation, and what `per 30 days` means. */
  readonly windows: boolean;
}

/** A text to show at an offset. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  readonly kind: keyof InlayHintOptions;
}

/** The hints of a file that lie within a stretch, in order. */
export function inlayHints(
  analysis: Analysis,
  path: string,
  within: Node,
  options: InlayHintOptions,
): readonly InlayHint[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  return file.node.declarations
    .filter(({ start, end }) => start < within.end && end > within.start)
    .flatMap((declaration) => hintsOf(analysis, declaration))
    .filter(({ offset, kind }) => options[kind] && offset >= within.start && offset <= within.end)
    .sort((left, right) => left.offset - right.offset);
}

function hintsOf(analysis: Analysis, declaration: Declaration): readonly InlayHint[] {
  switch (declaration.kind) {
    case "codes": {
      const ranges = rangesOf(declaration);
      const { items, except } = declaration.set;
      const set = analysis.book.sets.codes.get(declaration.name.text);
      // Of a list of plain codes and of a single range there is nothing to add.
      const isPlain = items.every(({ value }) => value.kind === "word" && codeShape.test(value.text));
      if (set?.sure !== true || (isPlain && except.length === 0) || items.length + except.length === 1) return ranges;
      const last = items.at(-1) ?? declaration;
      const end = Math.max(last.end, except.at(-1)?.end ?? 0);
      const total = `in all ${numbers(
        countOf(
          settle(
            set.blocks.map((block) => ({ ...block, ...always })),
            [],
          ),
        ),
      )}`;
      return [...ranges.filter(({ offset }) => offset !== end), { offset: end, text: total, kind: "numbers" }];
    }
    case "episode":
      return rangesOf(declaration);
    case "rule":
    case "override":
      return [...rangesOf(declaration), ...perHints(declaration.clauses)];
    case "test":
      return [...timelineHints(declaration), ...expectationHints(analysis, declaration)];
    default:
      return [];
  }
}

/** `77280..77290` and the like; ranges of diagnoses hold no number of codes that anybody could tell. */
function rangesOf(declaration: Declaration): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  for (const node of walk(declaration)) {
    if (!isRange(node)) continue;
    const block = blockOf("codes", node.first.text, node.last.text, always);
    if (typeof block !== "string") hints.push({ offset: node.end, text: numbers(countOf([block])), kind: "numbers" });
  }
  return hints;
}

function isRange(node: { readonly kind: string }): node is RangeLiteral {
  return node.kind === "range-literal";
}

function countOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { start, end }) => sum + Number(end.slice(2)) - Number(start.slice(2)), 0);
}

function numbers(count: number): string {
  return counted(count, "numbers");
}

/** `per 30 days` ends on the line's day. */
function perHints(clauses: readonly Clause[]): readonly InlayHint[] {
  return clauses.flatMap((clause): readonly InlayHint[] => {
    if (clause.kind !== "limit" && clause.kind !== "expect") return [];
    const { by } = clause.per;
    if (by.kind !== "window" || by.length.unit !== "days" || by.length.count < 2) return [];
    return [{ offset: by.length.end, text: `the day and the ${by.length.count - 1} before`, kind: "windows" }];
  });
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

function dayText(day: number): string {
  return weekdays[weekday(day) - 1] ?? "";
}

/** Each line's date, or how many lines it makes. */
function timelineHints({ starting, lines, expectations }: TestDeclaration): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  const add = (when: When, isLine: boolean): void => {
    const days = daysOfWhen(when, starting);
    const [first] = days ?? [];
    if (days === null || first === undefined) return;
    const date = when.kind === "date-literal" ? dayText(first) : `${dayText(first)} ${formatDate(first)}`;
    const text = days.length === 1 ? date : counted(days.length, isLine ? "lines" : "days");
    hints.push({ offset: when.end, text, kind: "dates" });
  };
  if (starting !== null) add(starting, false);
  for (const { when } of lines) add(when, true);
  for (const expectation of expectations) if (expectation.kind === "expect-finding") add(expectation.when, false);
  return hints;
}

/** Where an expectation is on one day, the days that its rule looks at from there. */
function expectationHints({ book }: Analysis, test: TestDeclaration): readonly InlayHint[] {
  return test.expectations.flatMap((expectation): readonly InlayHint[] => {
    if (expectation.kind !== "expect-finding") return [];
    const days = daysOfWhen(expectation.when, test.starting);
    const [day] = days ?? [];
    const declared = book.declared.get(expectation.rule.text)?.node;
    if (day === undefined || days?.length !== 1 || declared?.kind !== "rule") return [];
    return windowsOf(declared).map(({ direction, max }) => {
      const from = direction === "after" ? day : addDuration(day, max, -1);
      const to = direction === "before" ? day : addDuration(day, max, 1);
      return { offset: expectation.end, text: `looks from ${formatDate(from)} to ${formatDate(to)}`, kind: "windows" };
    });
  });
}
