/** What a format of `edict reconcile` is: it hears the differences of patient after patient, then the account. */
import type { Difference, PatientsBySource } from "@edict/engine";
import type { Rulebook } from "@edict/rulebook";
import type { Io } from "../../io.js";
import type { RunAccount } from "../report.js";

export interface ReconcileReport {
  /** The differences of one patient, in the contract's order of findings. */
  differences(differences: readonly Difference[]): void;
  /** Everything was evaluated. */
  end(account: ReconcileAccount): void;
}

/** `rows = evaluated + netted + rejected`, of each source. */
export interface SourceAccount {
  readonly source: string;
  readonly files: readonly string[];
  readonly rows: number;
  readonly evaluated: number;
  readonly netted: number;
  readonly rejected: number;
}

export interface ReconcileAccount {
  /** Of all sources together. */
  readonly run: RunAccount;
  /** In the order in which they were named. */
  readonly sources: readonly SourceAccount[];
  readonly patients: PatientsBySource;
  /** Rules that compare a source which was not given, and those sources. */
  readonly setAside: readonly { readonly rule: string; readonly sources: readonly string[] }[];
  /** How many rules compare no sources, and are for `edict run`. */
  readonly comparingNone: number;
}

export interface ReconcileReportRequest {
  readonly io: Io;
  readonly rulebook: Rulebook;
  readonly sourceOf: (file: string) => string;
  /** Sources of which rows are named with their file, since they have several. */
  readonly ofSeveralFiles: ReadonlySet<string>;
  /** `--limit` */
  readonly limit: number | null;
}

export type MakeReconcileReport = (request: ReconcileReportRequest) => ReconcileReport;
