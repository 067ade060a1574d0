/** The evaluating of `edict run`: by this thread batch after batch, or by several, each of which has ranges of the files. */
import type { ChargeBatches, RowsAccount } from "@edict/charges";
import type { Account, EvaluationRequest, PatientFindings, RuleTime } from "@edict/engine";
import { startEvaluation } from "@edict/engine";
import type { Tally } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { StageTimes } from "../output/stages.js";
import type { RunThreads } from "../threads/run-threads.js";

/** Rules, tables and files. */
export type RunInput = Omit<EvaluationRequest, "clock">;

/** What is to be evaluated, and who hears of it. */
export interface RunWork {
  readonly input: RunInput;
  readonly charges: ChargeBatches;
  /** Null where no time is taken. */
  readonly times: StageTimes | null;
  readonly tally: Tally;
  /** Hears the findings of patient after patient, or what another thread wrote of them. */
  readonly findings: (found: PatientFindings) => void;
  readonly rendered: (bytes: Uint8Array) => void;
}

export interface RunEvaluated {
  readonly account: Account;
  readonly rows: RowsAccount;
  readonly ruleTimes: readonly RuleTime[];
}

/** Milliseconds since the process began. */
export const now = (): number => performance.now();

/** Evaluates all charges. `threads`: those that may be asked; null where there is but this one. */
export async function evaluateRun(work: RunWork, threads: RunThreads | null, io: Io): Promise<RunEvaluated> {
  const { charges, times, tally } = work;
  if (threads === null) return here(work);
  if (charges.ranges === null) {
    await threads.end();
    return here(work);
  }
  const run = await threads.over(charges.ranges, charges);
  if (run === null) {
    io.stderr.write("edict: no further thread can be started; one does all the work\n");
    return here(work);
  }
  times?.pause();
  const done = await run.written(work.rendered);
  for (const [stage, spent] of done.stages) times?.add(stage, spent);
  for (const [outcome, count] of done.outcomes) tally.add(outcome, count);
  return { account: done.account, rows: done.rows, ruleTimes: done.times };
}

async function here({ input, charges, times, tally, findings }: RunWork): Promise<RunEvaluated> {
  const evaluation = startEvaluation({ ...input, clock: times === null ? undefined : now });
  const hear = (found: PatientFindings): void => {
    found.outcomes((outcome) => tally.add(outcome));
    findings(found);
  };
  times?.enter("reading");
  for await (const batch of charges.batches) {
    times?.enter("evaluating");
    evaluation.batch(batch, hear);
    times?.enter("reading");
  }
  return { account: evaluation.account(), rows: charges.account(), ruleTimes: evaluation.times() };
}
