/** What a format of `edict run` is: it hears the findings of patient after patient, then the account. */
import type { PatientFindings } from "@edict/engine";
import type { Rejected, Rulebook, Summary } from "@edict/rulebook";
import type { Tally } from "../exit-codes.js";
import type { Io } from "../io.js";

export interface Report {
  /** The findings of one patient, in the contract's order; they are gone when the next patient's come. */
  findings(found: PatientFindings): void;
  /** Everything was evaluated. */
  end(account: RunAccount): void;
}

export interface RunAccount {
  readonly summary: Summary;
  readonly tally: Tally;
  readonly rejected: readonly Rejected[];
}

export interface ReportRequest {
  readonly io: Io;
  readonly rulebook: Rulebook;
  /** The charge files as they were named. */
  readonly files: readonly string[];
  /** `--limit` */
  readonly limit: number | null;
}

export type MakeReport = (request: ReportRequest) => Report;
