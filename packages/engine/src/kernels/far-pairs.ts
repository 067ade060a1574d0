/** Many lines in scope of a subject: of those that are alike in its keys there may be few, else rows are found by code. */
import type { LineList } from "../patient/line-list.js";
import { emptyList } from "../patient/line-list.js";
import type { WindowDays } from "../plan/window-days.js";
import { isInScope } from "../plan/window-days.js";
import { CompanionGroups } from "./companions.js";
import type { PairFound, Pairs } from "./pair.js";
import { mayPair, tryRows } from "./pair.js";
import { PairCandidates } from "./pair-candidates.js";

export class FarPairs {
  private readonly alike: CompanionGroups | null;
  private readonly stretch: LineList = emptyList();
  private candidates: PairCandidates | null = null;

  /** `most`: up to so many lines are looked up one by one. */
  constructor(
    private readonly pairs: Pairs,
    private readonly most: number,
  ) {
    const { scope } = pairs.check;
    const isNarrowed = scope.keys.length > 0 || scope.episode !== null;
    this.alike = isNarrowed ? new CompanionGroups(pairs.patient, scope, allLines(pairs), null, null) : null;
  }

  look(subject: number, window: WindowDays, found: PairFound): void {
    const { pairs, alike, stretch } = this;
    if (alike !== null) {
      alike.stretch(subject, 0, window, stretch);
      if (stretch.to - stretch.from <= this.most) {
        this.lookUp(subject, window, found);
        return;
      }
    }
    const { check, index, version, patient } = pairs;
    this.candidates ??= new PairCandidates(check, index, version, patient);
    this.candidates.look(subject, window, found);
  }

  private lookUp(subject: number, window: WindowDays, found: PairFound): void {
    const { pairs, stretch } = this;
    const { days } = pairs.patient.plan.names;
    const day = days[subject] ?? 0;
    for (let at = stretch.from; at < stretch.to; at++) {
      const other = stretch.items[at] ?? 0;
      if (other === subject || !isInScope(window, day, days[other] ?? 0)) continue;
      if (mayPair(pairs, subject, other)) tryRows(pairs, subject, other, found);
    }
  }
}

/** All lines of the patient. */
function allLines({ patient }: Pairs): LineList {
  const items = Int32Array.from({ length: patient.end - patient.start }, (_, at) => patient.start + at);
  return { items, from: 0, to: items.length };
}
