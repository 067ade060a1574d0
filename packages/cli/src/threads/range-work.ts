/**
 * The work of a thread: reads range after range, evaluates it, and writes its findings as the format has them.
 */
import { RangeReader } from "@edict/charges";
import type { Evaluation, PatientFindings } from "@edict/engine";
import { startEvaluation } from "@edict/engine";
import type { PatientRange } from "@edict/charges";
import type { Severity } from "@edict/rulebook";
import { StageTimes, stages } from "../output/stages.js";
import type { Renderer } from "./renderers.js";
import { renderers } from "./renderers.js";
import type { RangeAccount, RangeJob, ThreadAccount } from "./thread-messages.js";

export class RangeWork {
  readonly #times: StageTimes | null;
  readonly #evaluation: Evaluation;
  readonly #reader: RangeReader;
  readonly #renderer: Renderer;
  #outcomes = new Map<Severity, number>();
  #number = 0;

  /** `write` takes findings of a range, in order; the bytes are written over after it returns. */
  constructor(
    { rulebook, files, tables, charges, format, timed }: RangeJob,
    write: (range: number, bytes: Uint8Array) => void,
  ) {
    const clock = (): number => performance.now();
    this.#times = timed ? new StageTimes(clock, "planning", clock()) : null;
    this.#evaluation = startEvaluation({ rulebook, files, tables, clock: timed ? clock : undefined });
    this.#reader = new RangeReader(charges);
    this.#renderer = renderers[format]((bytes) => write(this.#number, bytes));
    // What is between two ranges is waiting, and nobody's time.
    this.#times?.pause();
  }

  /** Evaluates a range. `room`: what is to be waited for before the next patient; null where nothing is. */
  async range(number: number, range: PatientRange, room: () => Promise<void> | null): Promise<RangeAccount> {
    const times = this.#times;
    this.#number = number;
    this.#outcomes = new Map();
    times?.enter("reading");
    for await (const batch of this.#reader.batches(range)) {
      times?.enter("evaluating");
      for (const found of this.#evaluation.patients(batch)) {
        this.#hear(found);
        const waited = room();
        if (waited === null) continue;
        times?.pause();
        await waited;
        times?.enter("evaluating");
      }
      times?.enter("reading");
    }
    times?.enter("writing");
    this.#renderer.flush();
    times?.pause();
    return { rows: this.#reader.account(), outcomes: this.#outcomes };
  }

  account(): ThreadAccount {
    const times = this.#times;
    return {
      account: this.#evaluation.account(),
      rules: this.#evaluation.times(),
      stages: new Map(times === null ? [] : stages.map((stage) => [stage, times.of(stage)])),
    };
  }

  #hear(found: PatientFindings): void {
    this.#times?.enter("writing");
    found.outcomes(this.#count);
    this.#renderer.findings(found);
    this.#times?.enter("evaluating");
  }

  readonly #count = (outcome: Severity): void => {
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
  };
}
