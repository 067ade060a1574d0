/**
 * The findings of a run held against a baseline, as they come: of each fingerprint as many are known as the baseline
 * says, and those after them are new.
 */
import type { Finding } from "@edict/rulebook";
import { Tally } from "../exit-codes.js";
import type { Baseline, KnownFindings, Rounding } from "./baseline.js";
import { rounded } from "./baseline.js";
import type { Fingerprint } from "./fingerprint.js";
import { fingerprintOf, keyOf } from "./fingerprint.js";

export type Standing = "known" | "new";

/** A finding, and whether the baseline knows it. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly standing: Standing;
}

/** What became of a baseline in a run. */
export interface RatchetAccount {
  /** Findings that the baseline knows. */
  readonly known: number;
  readonly new: number;
  /** So many more would pass as known: the findings that are gone, and what counts were rounded up by. */
  readonly room: number;
  /** The fingerprints of the baseline. */
  readonly fingerprints: number;
  /** Of those: without a finding. */
  readonly gone: number;
  /** Of those: with fewer findings than are known, as far as rounded counts show. */
  readonly fewer: number;
  /** Of those: of a rule that was not evaluated, so that nothing can be said. */
  readonly notLookedAt: number;
}

interface Counts {
  readonly fingerprint: Fingerprint;
  readonly upTo: number;
  found: number;
}

export class Ratchet {
  /** The new findings alone, which are what a run fails for. */
  readonly tally = new Tally();
  private readonly counts = new Map<string, Counts>();
  private known = 0;
  private fresh = 0;

  constructor(private readonly baseline: Baseline) {
    for (const { fingerprint, upTo } of baseline.known)
      this.counts.set(keyOf(fingerprint), { fingerprint, upTo, found: 0 });
  }

  /** Hears the findings of one patient. */
  judge(findings: readonly Finding[]): readonly JudgedFinding[] {
    return findings.map((finding) => ({ finding, standing: this.standingOf(finding) }));
  }

  /** `wasEvaluated` says it of a rule; of one that is in the rulebook no more there is nothing left to find. */
  account(wasEvaluated: (rule: string) => boolean): RatchetAccount {
    const known = [...this.counts.values()].filter(({ upTo }) => upTo > 0);
    const looked = known.filter(({ fingerprint }) => wasEvaluated(fingerprint.rule));
    return {
      known: this.known,
      new: this.fresh,
      room: known.reduce((sum, { found, upTo }) => sum + Math.max(0, upTo - found), 0),
      fingerprints: known.length,
      gone: looked.filter(({ found }) => found === 0).length,
      fewer: looked.filter(({ found, upTo }) => found > 0 && rounded(found, this.baseline) < upTo).length,
      notLookedAt: known.length - looked.length,
    };
  }

  /** The baseline with what is still found and nothing more: it can be smaller, and never larger. */
  shrunk(wasEvaluated: (rule: string) => boolean): Baseline {
    const { roundedTo } = this.baseline;
    return {
      roundedTo,
      known: this.all((counts) =>
        wasEvaluated(counts.fingerprint.rule)
          ? Math.min(counts.upTo, rounded(counts.found, { roundedTo }))
          : counts.upTo,
      ),
    };
  }

  /** A baseline that knows every finding of the run. */
  renewed(roundedTo: Rounding): Baseline {
    return { roundedTo, known: this.all(({ found }) => rounded(found, { roundedTo })) };
  }

  private all(upToOf: (counts: Counts) => number): readonly KnownFindings[] {
    return [...this.counts.values()]
      .map((counts) => ({ fingerprint: counts.fingerprint, upTo: upToOf(counts) }))
      .filter(({ upTo }) => upTo > 0);
  }

  private standingOf(finding: Finding): Standing {
    const fingerprint = fingerprintOf(finding);
    const key = keyOf(fingerprint);
    const counts = this.counts.get(key) ?? { fingerprint, upTo: 0, found: 0 };
    this.counts.set(key, counts);
    counts.found += 1;
    if (counts.found <= counts.upTo) {
      this.known += 1;
      return "known";
    }
    this.fresh += 1;
    this.tally.add(finding.outcome);
    return "new";
  }
}
