/** Takes credits and what they cancel out of the lines of a run, and rejects the credits that cancel nothing. */
import type { Rejected } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import { PairKeys } from "../columns/pair-keys.js";
import { messageOf, rowReasons } from "../diagnostics.js";
import { netCredits } from "../net-credits.js";
import type { LineStore } from "./line-store.js";
import type { ModifierSets } from "./modifier-sets.js";
import type { TextStore } from "./stores.js";

/** A credit and the line that it cancels, by their rows. */
export interface NettedPair {
  readonly credit: NettedRow;
  readonly charge: NettedRow;
}

export interface NettedRow {
  readonly file: string;
  readonly row: number;
}

/** What the lines are after the credits. */
export interface Settled {
  /** Of each line: 1 where it is out, netted or rejected; null where no line is. */
  readonly out: Uint8Array | null;
  readonly nettings: readonly NettedPair[];
  /** Rejected credits, added to those of the lines. */
  readonly rejected: readonly Rejected[];
}

const nothingToCancel = messageOf(rowReasons, "credit-without-charge", {});

/** Nets the lines. `sources` are the fields that say the source of a line: a credit of one cancels nothing of another. */
export function settleCredits(lines: LineStore, sets: ModifierSets, sources: readonly string[]): Settled {
  if (lines.units.values.arePlain) return { out: null, nettings: [], rejected: [] };
  const { out, pairs, unmatched } = netLines({
    patients: lines.patient.ids.all(),
    days: lines.date.days.all(),
    codes: lines.code.ids.all(),
    lists: lines.modifiers.ids.all(),
    units: lines.units.values.all(),
    apart: sourceStores(lines, sources).map(({ ids }) => ids.all()),
    sets,
  });
  const nettings = pairs.map(({ credit, charge }) => ({ credit: rowOf(lines, credit), charge: rowOf(lines, charge) }));
  return { out, nettings, rejected: unmatched.map((line) => rejection(lines, line)) };
}

/** The columns that credits are netted by. */
export interface CreditColumns {
  readonly patients: Int32Array;
  readonly days: Int32Array;
  readonly codes: Int32Array;
  /** Lists of modifiers, whose sets are in `sets`. */
  readonly lists: Int32Array;
  /** NaN where blank. */
  readonly units: Float64Array;
  /** Columns in which a credit and what it cancels are alike. */
  readonly apart: readonly Int32Array[];
  readonly sets: ModifierSets;
}

/** What became of lines, by their places in the columns; `out` is null where no line is out. */
export interface NettedLines {
  readonly out: Uint8Array | null;
  readonly pairs: readonly { readonly credit: number; readonly charge: number }[];
  readonly unmatched: readonly number[];
}

/** Nets lines of whole patients; those of a patient and a date stand in input order. */
export function netLines({ patients, days, codes, lists, units, apart, sets }: CreditColumns): NettedLines {
  const count = patients.length;
  const withCredits = new Set<number>();
  for (let line = 0; line < count; line++) if ((units[line] ?? 0) < 0) withCredits.add(patients[line] ?? 0);
  if (withCredits.size === 0) return { out: null, pairs: [], unmatched: [] };
  const out = new Uint8Array(count);
  // Only patients with a credit are looked at: of a million lines, that is few.
  const places: number[] = [];
  const keys: number[] = [];
  const tenThousandths: number[] = [];
  // A key is made step by step, each of which has its own pairs: of what the line was so far, and one column more.
  const [ofDay, ofCode, ofModifiers] = [new PairKeys(), new PairKeys(), new PairKeys()];
  const ofApart = apart.map((ids) => ({ ids, pairs: new PairKeys() }));
  for (let line = 0; line < count; line++) {
    const patient = patients[line] ?? 0;
    if (!withCredits.has(patient)) continue;
    const day = ofDay.numberOf(patient, days[line] ?? noDate);
    const code = ofCode.numberOf(day, codes[line] ?? -1);
    let key = ofModifiers.numberOf(code, sets.setOf(lists[line] ?? -1));
    for (const { ids, pairs } of ofApart) key = pairs.numberOf(key, ids[line] ?? -1);
    places.push(line);
    keys.push(key);
    const own = units[line] ?? NaN;
    tenThousandths.push(Math.round((Number.isNaN(own) ? 1 : own) * 10_000));
  }
  const netting = netCredits({ keys, units: tenThousandths });
  const pairs = netting.pairs.map(({ credit, charge }) => ({
    credit: places[credit] ?? 0,
    charge: places[charge] ?? 0,
  }));
  const unmatched = netting.unmatched.map((place) => places[place] ?? 0);
  for (const { credit, charge } of pairs) {
    out[credit] = 1;
    out[charge] = 1;
  }
  for (const line of unmatched) out[line] = 1;
  return { out, pairs, unmatched };
}

/** The columns of fields that say a source, where a file has them. */
export function sourceStores(lines: LineStore, sources: readonly string[]): TextStore[] {
  return sources.flatMap((field) => {
    const store = lines.others.get(field);
    return store?.kind === "text" ? [store] : [];
  });
}

/** A credit with nothing to cancel. */
export function unmatchedCredit(lines: LineStore, file: number, row: number, value: string): Rejected {
  const name = lines.files[file]?.name ?? "";
  return { file: name, row, column: lines.unitsHeaders[file] ?? null, value, reason: nothingToCancel };
}

function rowOf(lines: LineStore, line: number): NettedRow {
  return { file: lines.files[lines.file.at(line)]?.name ?? "", row: lines.row.at(line) };
}

function rejection(lines: LineStore, line: number): Rejected {
  const value = lines.creditCells.get(line) ?? String(lines.units.values.at(line));
  return unmatchedCredit(lines, lines.file.at(line), lines.row.at(line), value);
}
