/** Takes credits and what they cancel out of the lines of a run, and rejects the credits that cancel nothing. */
import type { Rejected } from "@edict/rulebook";
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
  const count = lines.row.length;
  const patients = new Set<number>();
  const allUnits = lines.units.values.all();
  for (let line = 0; line < count; line++) {
    if ((allUnits[line] ?? 0) < 0) patients.add(lines.patient.ids.at(line));
  }
  if (patients.size === 0) return { out: null, nettings: [], rejected: [] };
  const out = new Uint8Array(count);

  // Only patients with a credit are looked at: of a million lines, that is few.
  const places: number[] = [];
  const keys: number[] = [];
  const units: number[] = [];
  const known = new Map<string, number>();
  const apart = sources.flatMap((field) => textStore(lines, field));
  for (let line = 0; line < count; line++) {
    const patient = lines.patient.ids.at(line);
    if (!patients.has(patient)) continue;
    const modifiers = sets.setOf(lines.modifiers.ids.at(line));
    const text = `${patient} ${lines.date.days.at(line)} ${lines.code.ids.at(line)} ${modifiers} ${apart.map(({ ids }) => ids.at(line)).join(" ")}`;
    const key = known.get(text) ?? known.size;
    known.set(text, key);
    places.push(line);
    keys.push(key);
    units.push(Math.round(unitsOf(lines, line) * 10_000));
  }

  const netting = netCredits({ keys, units });
  const nettings = netting.pairs.map((pair): NettedPair => {
    const [credit, charge] = [places[pair.credit] ?? 0, places[pair.charge] ?? 0];
    out[credit] = 1;
    out[charge] = 1;
    return { credit: rowOf(lines, credit), charge: rowOf(lines, charge) };
  });
  const rejected = netting.unmatched.map((place) => {
    const line = places[place] ?? 0;
    out[line] = 1;
    return rejection(lines, line);
  });
  return { out, nettings, rejected };
}

/** The column of a field of texts, where a file has it. */
function textStore(lines: LineStore, field: string): readonly TextStore[] {
  const store = lines.others.get(field);
  return store?.kind === "text" ? [store] : [];
}

function rowOf(lines: LineStore, line: number): NettedRow {
  return { file: lines.files[lines.file.at(line)]?.name ?? "", row: lines.row.at(line) };
}

/** Units of a line, 1 where blank. */
function unitsOf(lines: LineStore, line: number): number {
  const units = lines.units.values.at(line);
  return Number.isNaN(units) ? 1 : units;
}

function rejection(lines: LineStore, line: number): Rejected {
  const file = lines.file.at(line);
  return {
    file: lines.files[file]?.name ?? "",
    row: lines.row.at(line),
    column: lines.unitsHeaders[file] ?? null,
    value: lines.creditCells.get(line) ?? String(lines.units.values.at(line)),
    reason: nothingToCancel,
  };
}
