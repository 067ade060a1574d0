/** What a format of `edict run` is: it hears the findings of patient after patient, then the account. */
import type { PatientFindings } from "@edict/engine";
import type { Finding, Rejected, Rulebook, Summary } from "@edict/rulebook";
import type { FailOn, Tally } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { JudgedFinding, Standing } from "../ratchet/ratchet.js";
import type { BaselineSaid } from "../ratchet/run-ratchet.js";

export interface Report {
  /**
   * The findings of one patient, in the contract's order; they are gone when the next patient's come. `judged` are the
   * same beside a baseline, null where there is none.
   */
  findings(found: PatientFindings, judged: readonly JudgedFinding[] | null): void;
  /** The findings of some patients as another thread wrote them; left out where threads cannot write the format. */
  rendered?(bytes: Uint8Array): void;
  /** Everything was evaluated. */
  end(account: RunAccount): void | Promise<void>;
}

export interface RunAccount {
  readonly summary: Summary;
  readonly tally: Tally;
  readonly rejected: readonly Rejected[];
  /** Left out where the run has no baseline. */
  readonly baseline?: BaselineSaid;
}

export interface ReportRequest {
  readonly io: Io;
  readonly rulebook: Rulebook;
  /** The charge files as they were named. */
  readonly files: readonly string[];
  /** `--limit` */
  readonly limit: number | null;
  /** `--fail-on` */
  readonly failOn: FailOn;
}

/** A finding as it is reported: beside a baseline with a word on whether it is known there. */
export type ReportedFinding = Finding & { readonly standing?: Standing };

/** The findings of one patient as objects. */
export function reported(found: PatientFindings, judged: readonly JudgedFinding[] | null): readonly ReportedFinding[] {
  return judged === null ? found.objects() : judged.map(({ finding, standing }) => ({ ...finding, standing }));
}

export type MakeReport = (request: ReportRequest) => Report | Promise<Report>;
