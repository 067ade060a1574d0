/** The evaluating of `edict run`: by this thread batch after batch, or by several, each of which has ranges of the files. */
import type { ChargeBatches, ChargesRequest, RowsAccount } from "@edict/charges";
import type { Account, EvaluationRequest, PatientFindings, RuleTime } from "@edict/engine";
import { startEvaluation } from "@edict/engine";
import type { Tally } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { StageTimes } from "../output/stages.js";
import type { RunFormat } from "../reports/formats.js";
import { isRendered } from "../reports/formats.js";
import type { Team } from "../threads/team.js";

/** What is to be evaluated, and who hears of it. */
export interface RunWork {
  readonly input: Omit<EvaluationRequest, "clock">;
  readonly charges: ChargeBatches;
  /** How the charges are read. */
  readonly request: ChargesRequest;
  readonly format: RunFormat;
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

/** Evaluates all charges. `team`: threads that may be asked; null where there is but this one. */
export async function evaluateRun(work: RunWork, team: Team | null, io: Io): Promise<RunEvaluated> {
  const { ranges } = work.charges;
  if (team === null || ranges === null || !isRendered(work.format)) return here(work);
  if (!(await team.started())) {
    io.stderr.write("edict: no further thread can be started; one does all the work\n");
    return here(work);
  }
  const { input, request, format, times, tally } = work;
  const [{ evaluateInThreads }, { sharedTables }] = await Promise.all([
    import("../threads/evaluate-in-threads.js"),
    import("../threads/shared-tables.js"),
  ]);
  const { layouts, layout, fields, set } = request;
  const job = {
    ...input,
    tables: sharedTables(input.tables),
    charges: { layouts, layout, fields, set, ranged: ranges.files },
    format,
    timed: times !== null,
  };
  times?.pause();
  const done = await evaluateInThreads({
    team,
    job,
    ranges,
    bytesOfRange: io.threads?.bytesOfRange ?? 4 << 20,
    write: work.rendered,
  });
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
