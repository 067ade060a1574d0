/** What the first thread of a run and those that evaluate ranges of its files say to each other. All of it is plain data. */
import type { PatientRange, RangesRequest, RowsAccount } from "@edict/charges";
import type { Account, RuleTime } from "@edict/engine";
import type { ChargeFile, Rulebook, Severity, TableData } from "@edict/rulebook";
import type { Stage } from "../output/stages.js";
import type { RenderedFormat } from "../reports/formats.js";
import type { FilledSlot, SlotMemory } from "./finding-slots.js";

/** What whoever evaluates ranges has to know before the first one. */
export interface RangeJob {
  readonly rulebook: Rulebook;
  readonly files: readonly ChargeFile[];
  /** Their columns are memory that all threads see. */
  readonly tables: ReadonlyMap<string, TableData>;
  readonly charges: RangesRequest;
  readonly format: RenderedFormat;
  /** Whether the time of stages and rules is taken. */
  readonly timed: boolean;
}

/** The same, for another thread. */
export interface ThreadJob extends RangeJob {
  /** Where the thread puts its findings. */
  readonly slots: SlotMemory;
  /** How many ranges are taken. */
  readonly taken: SharedArrayBuffer;
}

export type ToThread =
  | { readonly kind: "job"; readonly job: ThreadJob }
  /** The next range, for whichever thread takes it. */
  | { readonly kind: "range"; readonly range: PatientRange }
  /** No more ranges come. */
  | { readonly kind: "end" };

export type FromThread =
  | { readonly kind: "ready" }
  /** Some findings of a range, in order. */
  | { readonly kind: "findings"; readonly number: number; readonly filled: FilledSlot }
  | { readonly kind: "range-done"; readonly number: number; readonly account: RangeAccount }
  /** The range, or the job where the number is -1, came to an error. */
  | { readonly kind: "failed"; readonly number: number; readonly error: ThreadError }
  /** The thread has no more to do. */
  | { readonly kind: "account"; readonly account: ThreadAccount };

/** What became of a range besides its findings. */
export interface RangeAccount {
  readonly rows: RowsAccount;
  readonly outcomes: ReadonlyMap<Severity, number>;
}

/** What a thread has to say of all its ranges. */
export interface ThreadAccount {
  readonly account: Account;
  readonly rules: readonly RuleTime[];
  readonly stages: ReadonlyMap<Stage, number>;
}

/** An error that can be told from thread to thread. */
export type ThreadError =
  | {
      readonly kind: "file";
      readonly code: string;
      readonly message: string;
      readonly file: string | null;
      readonly row: number | null;
      readonly column: string | null;
    }
  /** A fault of ours, or what the machine says. */
  | { readonly kind: "other"; readonly error: unknown };
