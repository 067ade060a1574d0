/** Two texts as a unified diff, the form that `patch` and reviewers read. */
import { linesOf, matchedLines } from "@edict/language";

/** Lines round a change that are shown with it. */
const around = 3;

/** The diff from one text of a file to another; empty where they are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const [lines, others] = [linesOf(before), linesOf(after)];
  const changes = changesOf(lines, others);
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.from - last.to <= 2 * around) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return `--- ${path}\n+++ ${path}\n${hunks.map((hunk) => hunkText(lines, others, hunk)).join("")}`;
}

/** Lines from `from` up to but not `to`, in whose place others stand. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

function changesOf(lines: readonly string[], others: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let [from, otherFrom] = [0, 0];
  for (const [to, otherTo] of [...matchedLines(lines, others), [lines.length, others.length] as const]) {
    if (from < to || otherFrom < otherTo) changes.push({ from, to, otherFrom, otherTo });
    from = to + 1;
    otherFrom = otherTo + 1;
  }
  return changes;
}

function hunkText(lines: readonly string[], others: readonly string[], hunk: readonly Change[]): string {
  const [first, last] = [hunk[0], hunk.at(-1)];
  if (first === undefined || last === undefined) return "";
  const start = Math.max(0, first.from - around);
  const end = Math.min(lines.length, last.to + around);
  const otherStart = first.otherFrom - (first.from - start);
  const otherEnd = last.otherTo + (end - last.to);
  const shown: string[] = [];
  let at = start;
  for (const { from, to, otherFrom, otherTo } of hunk) {
    for (; at < from; at++) shown.push(` ${lines[at] ?? ""}`);
    for (; at < to; at++) shown.push(`-${lines[at] ?? ""}`);
    for (let other = otherFrom; other < otherTo; other++) shown.push(`+${others[other] ?? ""}`);
  }
  for (; at < end; at++) shown.push(` ${lines[at] ?? ""}`);
  const head = `@@ -${rangeOf(start, end)} +${rangeOf(otherStart, otherEnd)} @@\n`;
  return head + shown.map((line) => (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`)).join("");
}

/** Counted from 1; a range of no lines names the line before it. */
function rangeOf(start: number, end: number): string {
  const count = end - start;
  return count === 1 ? String(start + 1) : `${count === 0 ? start : start + 1},${count}`;
}
