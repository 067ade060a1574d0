/**
 * The smallest case on which two versions of a rule differ. It is searched for among what the two mention, run through
 * both, and made smaller as long as it still shows the same; it is never written from the change alone.
 */
import type { PlainLine } from "@edict/engine";
import { parseIsoDate } from "@edict/rulebook";
import type { Cell, Place } from "../cells/cells.js";
import { isInCell } from "../cells/cells.js";
import type { Versions } from "../cells/versions.js";
import type { KnownRows } from "../normal/rows.js";
import { piecesOf } from "./pieces.js";
import type { Timeline } from "./timelines.js";
import { timelinesOf } from "./timelines.js";
import type { RuleAlone } from "./trial.js";
import { findingsOfCases } from "./trial.js";

/** Whether the head finds a line that the base does not, or the base one that the head does not. */
export type WitnessKind = "gained" | "lost";

export interface Witness {
  readonly kind: WitnessKind;
  /** In the order of their dates. */
  readonly lines: Timeline;
  /** The lines that each finds, by their place. */
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** Cases of the first run of both versions, since most that are found are found early; and of a later one at most. */
const [firstBatch, largestBatch] = [100, 2_000];

/** A changed rule in both rulebooks, and whether the place of a line is one that the case is for. */
interface Trial {
  readonly base: RuleAlone;
  readonly head: RuleAlone;
  readonly isMeant: (line: PlainLine) => boolean;
}

/** The witnesses of a cell, of each kind that is asked for and found. */
export function witnessesOf(
  cell: Cell,
  kinds: readonly WitnessKind[],
  [base, head]: readonly [RuleAlone, RuleAlone],
  versions: readonly [Versions, Versions],
  rows: KnownRows,
  mostCases: number,
): Witness[] {
  const pieces = piecesOf(cell.base?.normal.finds ?? null, cell.head?.normal.finds ?? null, rows, [
    ...base.rulebook.fields,
    ...head.rulebook.fields,
  ]);
  const trial: Trial = { base, head, isMeant: (line) => isInCell(cell, placeOf(line), versions) };
  const open = new Set(kinds);
  const found: Witness[] = [];
  let tried = 0;
  let batch: Timeline[] = [];
  let batchSize = firstBatch;
  const run = (): void => {
    const [before, after] = findingsOfCases(base, head, batch);
    for (const kind of open) {
      const at = batch.findIndex((lines, place) => shows(kind, lines, before[place] ?? [], after[place] ?? [], trial));
      const timeline = batch[at];
      if (timeline === undefined) continue;
      open.delete(kind);
      found.push(smaller(kind, timeline, trial));
    }
    batch = [];
    batchSize = Math.min(batchSize * 3, largestBatch);
  };
  for (const timeline of timelinesOf(cell, pieces, cell.payer.declared)) {
    batch.push(timeline);
    tried++;
    if (batch.length >= batchSize) run();
    if (open.size === 0 || tried >= mostCases) break;
  }
  if (batch.length > 0 && open.size > 0) run();
  return found;
}

function placeOf({ date, fields }: PlainLine): Place {
  const text = (field: string): string | null => (fields?.[field] === undefined ? null : String(fields[field]));
  return {
    day: parseIsoDate(date) ?? NaN,
    payer: text("payer"),
    setting: text("setting"),
    place: text("place"),
    bill: text("bill"),
  };
}

/** The first of some cases that shows it, as a witness. */
function witnessAmong(kind: WitnessKind, cases: readonly Timeline[], trial: Trial): Witness | null {
  if (cases.length === 0) return null;
  const [before, after] = findingsOfCases(trial.base, trial.head, cases);
  for (const [at, lines] of cases.entries()) {
    const [base, head] = [before[at] ?? [], after[at] ?? []];
    if (shows(kind, lines, base, head, trial)) return { kind, lines, base, head };
  }
  return null;
}

/** Told apart as an expectation tells lines apart: by code and date. The line is one that the case is for. */
function shows(
  kind: WitnessKind,
  timeline: Timeline,
  base: readonly number[],
  head: readonly number[],
  { isMeant }: Trial,
): boolean {
  const [more, less] = kind === "gained" ? [head, base] : [base, head];
  const key = (place: number): string => `${timeline[place]?.code ?? ""} ${timeline[place]?.date ?? ""}`;
  const known = new Set(less.map(key));
  return more.some((place) => {
    const line = timeline[place];
    return line !== undefined && !known.has(key(place)) && isMeant(line);
  });
}

/** Without every line, field and unit that it does not need, in the order of dates. */
function smaller(kind: WitnessKind, timeline: Timeline, trial: Trial): Witness {
  const inOrder = timeline.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  // The order of a day's lines can be what shows it.
  let witness = witnessAmong(kind, [inOrder, timeline], trial);
  if (witness === null) throw new Error("a case that was found shows the same again");
  for (;;) {
    // All at once: a run over many small cases costs little more than over one.
    const shorter = witnessAmong(kind, [...shorterOnes(witness.lines)], trial);
    if (shorter === null) return witness;
    witness = shorter;
  }
}

const ground: ReadonlySet<string> = new Set(["payer", "setting", "place", "bill"]);

function* shorterOnes(timeline: Timeline): Generator<Timeline> {
  for (const at of timeline.keys()) if (timeline.length > 1) yield timeline.toSpliced(at, 1);
  for (const [at, line] of timeline.entries()) {
    const put = (own: typeof line): Timeline => timeline.with(at, own);
    if ((line.modifiers ?? []).length > 0) yield put({ ...line, modifiers: [] });
    if ((line.diagnoses ?? []).length > 0) yield put({ ...line, diagnoses: [] });
    if ((line.units ?? 1) > 1) yield put({ ...line, units: 1 });
    for (const field of Object.keys(line.fields ?? {})) {
      // Who pays and where it was say which part of the rule the case is of.
      if (ground.has(field)) continue;
      yield put({
        ...line,
        fields: Object.fromEntries(Object.entries(line.fields ?? {}).filter(([name]) => name !== field)),
      });
    }
  }
}
