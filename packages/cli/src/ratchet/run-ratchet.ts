/** The ratchet of one `edict run`: which baseline its findings are held against, and which one is written in the end. */
import type { PatientFindings } from "@edict/engine";
import type { Summary } from "@edict/rulebook";
import { tallied, thousands } from "@edict/rulebook";
import type { RatchetOptions } from "../commands/ratchet-options.js";
import { Tally } from "../exit-codes.js";
import type { Io } from "../io.js";
import { safeText } from "../output/safe-text.js";
import { UsageError } from "../usage-error.js";
import { loadBaseline, replacedBaseline, writeBaseline } from "./baseline-file.js";
import type { Baseline } from "./baseline.js";
import { keyOf } from "./fingerprint.js";
import type { JudgedFinding, RatchetAccount } from "./ratchet.js";
import { Ratchet } from "./ratchet.js";

/** What a run says of its baseline. */
export interface BaselineSaid extends RatchetAccount {
  /** The file as it was named. */
  readonly file: string;
  /** The new findings. */
  readonly tally: Tally;
}

export class RunRatchet {
  private readonly ratchet: Ratchet | null;
  private readonly replaced: Baseline | null;

  /** Reads the files that the options name, so that one which cannot be used ends the run before it begins. */
  constructor(
    private readonly options: RatchetOptions,
    private readonly io: Io,
  ) {
    const { baseline, writeBaseline: written, exactCounts } = options;
    if (exactCounts === true && (written === undefined || baseline !== undefined)) {
      throw new UsageError(
        "--exact-counts goes with --write-baseline alone; a --baseline keeps the counts that it has",
      );
    }
    this.replaced = written === undefined ? null : replacedBaseline(written, io);
    if (baseline !== undefined) this.ratchet = new Ratchet(loadBaseline(baseline, io));
    else if (written !== undefined) this.ratchet = new Ratchet({ roundedTo: exactCounts === true ? 1 : 10, known: [] });
    else this.ratchet = null;
  }

  /** The findings of one patient as the baseline knows them; null where there is none. */
  judge(found: PatientFindings): readonly JudgedFinding[] | null {
    if (this.ratchet === null) return null;
    const judged = this.ratchet.judge(found.objects());
    return this.options.baseline === undefined ? null : judged;
  }

  /** The findings that a run fails for, of all that it has. */
  failing(tally: Tally): Tally {
    if (this.ratchet === null) return tally;
    // What has just been written down is known.
    return this.options.baseline === undefined ? new Tally() : this.ratchet.tally;
  }

  /** What became of the baseline; null where there is none. */
  said(summary: Summary): BaselineSaid | null {
    const { baseline: file } = this.options;
    if (this.ratchet === null || file === undefined) return null;
    return { file, tally: this.ratchet.tally, ...this.ratchet.account(wasEvaluated(summary)) };
  }

  /** Writes the baseline that was asked for, and says on standard error how it differs from the one before. */
  write(summary: Summary): void {
    const { baseline, writeBaseline: name, exactCounts } = this.options;
    if (this.ratchet === null || name === undefined) return;
    const made =
      baseline === undefined
        ? this.ratchet.renewed(exactCounts === true ? 1 : 10)
        : this.ratchet.shrunk(wasEvaluated(summary));
    writeBaseline(name, made, this.io);
    const { stderr } = this.io;
    stderr.write(
      `edict: wrote ${safeText(name)}: ${tallied(made.known.length, "fingerprint")}${changes(this.replaced, made)}\n`,
    );
    if (baseline === undefined && (summary.rejected > 0 || summary.notEvaluated.length > 0)) {
      stderr.write(
        "edict: what rejected rows and rules not evaluated would have found is not in it, and will be new\n",
      );
    }
  }
}

/** Of rules that could not look, nothing can be said to be gone. */
function wasEvaluated({ notEvaluated, setAside = [] }: Summary): (rule: string) => boolean {
  const kept = new Set([...notEvaluated.map(({ rule }) => rule), ...setAside]);
  return (rule) => !kept.has(rule);
}

function changes(before: Baseline | null, after: Baseline): string {
  if (before === null) return "";
  const old = new Map(before.known.map(({ fingerprint, upTo }) => [keyOf(fingerprint), upTo]));
  const now = new Map(after.known.map(({ fingerprint, upTo }) => [keyOf(fingerprint), upTo]));
  const count = (is: (was: number, is: number) => boolean): number =>
    [...new Set([...old.keys(), ...now.keys()])].filter((key) => is(old.get(key) ?? 0, now.get(key) ?? 0)).length;
  const parts = [
    [count((was) => was === 0), "added"],
    [count((was, is) => was > 0 && is > was), "raised"],
    [count((was, is) => is > 0 && is < was), "lowered"],
    [count((_, is) => is === 0), "removed"],
  ] as const;
  const told = parts.flatMap(([number, word]) => (number === 0 ? [] : [`${thousands(number)} ${word}`]));
  return told.length === 0 ? ", as before" : `: ${told.join(", ")}`;
}
