/** Takes credits and what they cancel out of the lines of a run, and rejects the credits that cancel nothing. */
import type { Rejected } from "@edict/rulebook";
import { messageOf, rowReasons } from "../diagnostics.js";
import { netCredits } from "../net-credits.js";
import type { LineStore } from "./line-store.js";

/** What the lines are after the credits. */
export interface Settled {
  /** Of each line: 1 where it is out, netted or rejected. */
  readonly out: Uint8Array;
  readonly netted: number;
  /** Rejected credits, added to those of the lines. */
  readonly rejected: readonly Rejected[];
}

const nothingToCancel = messageOf(rowReasons, "credit-without-charge", {});

/** Nets the lines. `setOf` is, of each list of modifiers as the files have them, the same set in one order. */
export function settleCredits(lines: LineStore, setOf: Int32Array): Settled {
  const count = lines.row.length;
  const out = new Uint8Array(count);
  const patients = new Set<number>();
  for (let line = 0; line < count; line++) {
    if (lines.units.values.at(line) < 0) patients.add(lines.patient.ids.at(line));
  }
  if (patients.size === 0) return { out, netted: 0, rejected: [] };

  // Only patients with a credit are looked at: of a million lines, that is few.
  const places: number[] = [];
  const keys: number[] = [];
  const units: number[] = [];
  const known = new Map<string, number>();
  for (let line = 0; line < count; line++) {
    const patient = lines.patient.ids.at(line);
    if (!patients.has(patient)) continue;
    const shown = lines.modifiers.ids.at(line);
    const modifiers = shown === -1 ? -1 : (setOf[shown] ?? -1);
    const text = `${patient} ${lines.date.days.at(line)} ${lines.code.ids.at(line)} ${modifiers}`;
    const key = known.get(text) ?? known.size;
    known.set(text, key);
    places.push(line);
    keys.push(key);
    units.push(Math.round(unitsOf(lines, line) * 10_000));
  }

  const netting = netCredits({ keys, units });
  for (const { credit, charge } of netting.pairs) {
    out[places[credit] ?? 0] = 1;
    out[places[charge] ?? 0] = 1;
  }
  const rejected = netting.unmatched.map((place) => {
    const line = places[place] ?? 0;
    out[line] = 1;
    return rejection(lines, line);
  });
  return { out, netted: netting.pairs.length * 2, rejected };
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
    value: String(lines.units.values.at(line)),
    reason: nothingToCancel,
  };
}
