/** What the server and the worker that tries rules on charges say to each other. All of it is plain data. */
import type { Rulebook } from "@edict/rulebook";

/** A rulebook to be tried on a charge file. */
export interface TrialJob {
  /** Which rulebook it is: the last run of each is kept for its pages. */
  readonly key: string;
  readonly rulebook: Rulebook;
  /** Where the tables are that stand in files. */
  readonly tables: readonly { readonly name: string; readonly path: string }[];
  readonly file: string;
}

/** What one rule would find. */
export interface TriedRule {
  readonly rule: string;
  readonly findings: number;
  readonly patients: number;
  /** Lines that it looked at. */
  readonly subjects: number;
  /** Lines that it left out because they are in no episode. */
  readonly outsideEpisodes: number;
  readonly unusableRows: number;
  /** The columns that it needs and the file lacks; then it found nothing because it did not look. */
  readonly needs: readonly string[];
}

/** What a run came to. `failed` is what a person reads; it names columns and rows and no value. */
export type TrialResult =
  | {
      readonly kind: "done";
      readonly rows: number;
      readonly evaluated: number;
      readonly netted: number;
      readonly rejected: number;
      readonly rules: readonly TriedRule[];
    }
  | { readonly kind: "failed"; readonly why: string }
  | { readonly kind: "left" };

/** To the worker. A page is asked of the last run of its key. */
export type ToWorker =
  | { readonly kind: "run"; readonly id: number; readonly job: TrialJob }
  | { readonly kind: "page"; readonly id: number; readonly key: string; readonly rule: string };

/** From the worker; `fault` names the kind of a mistake of ours, and nothing of the file. */
export type FromWorker =
  | { readonly kind: "result"; readonly id: number; readonly result: TrialResult }
  | { readonly kind: "page"; readonly id: number; readonly html: string | null }
  | { readonly kind: "fault"; readonly id: number; readonly fault: string };
