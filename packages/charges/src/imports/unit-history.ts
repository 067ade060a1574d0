/**
 * The history of a table whose releases have no dates in their rows: each says what holds from its first day on. What is
 * said again goes on; what is said otherwise begins anew, and what is no longer said ends on the day before.
 */
import { compareBytes, noDate } from "@edict/rulebook";

/** What a release says of a code. */
export interface UnitsSaid {
  readonly units: number;
  /** Null where the layout has none. */
  readonly indicator: number | null;
  readonly rationale: string;
}

/** From when to when it was said. */
export interface UnitRow extends UnitsSaid {
  readonly code: string;
  readonly effective: number;
  /** The last day in force; `noDate` where it is open. */
  readonly deleted: number;
}

/** What became of the rows that were open. */
export interface Stacked {
  readonly again: number;
  readonly ended: number;
}

export class UnitHistory {
  #rows: UnitRow[];

  constructor(rows: readonly UnitRow[]) {
    this.#rows = [...rows];
  }

  /** The first day on which a release that is in the history began, at the least; null where there is none. */
  newest(): number | null {
    const days = this.#rows.map(({ effective, deleted }) =>
      Math.max(effective, deleted === noDate ? noDate : deleted + 1),
    );
    return days.length === 0 ? null : days.reduce((latest, day) => Math.max(latest, day));
  }

  /** Puts a release on top. The one that was put last may come again, and takes its own place. */
  stack(day: number, said: ReadonlyMap<string, UnitsSaid>): Stacked {
    const before = this.#rows
      .filter(({ effective }) => effective !== day)
      .map((row) => (row.deleted === day - 1 ? { ...row, deleted: noDate } : row));
    const rows: UnitRow[] = [];
    const goesOn = new Set<string>();
    let ended = 0;
    for (const row of before) {
      const now = said.get(row.code);
      if (row.deleted !== noDate) rows.push(row);
      else if (now !== undefined && now.units === row.units && now.indicator === row.indicator) {
        rows.push(row);
        goesOn.add(row.code);
      } else {
        rows.push({ ...row, deleted: day - 1 });
        ended++;
      }
    }
    for (const [code, now] of said) {
      if (!goesOn.has(code)) rows.push({ code, ...now, effective: day, deleted: noDate });
    }
    this.#rows = rows;
    return { again: goesOn.size, ended };
  }

  /** In order of code and first day. */
  rows(): readonly UnitRow[] {
    return this.#rows.toSorted((one, other) => compareBytes(one.code, other.code) || one.effective - other.effective);
  }
}
