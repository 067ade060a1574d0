/**
 * The work of a thread: reads range after range, evaluates it, and writes its findings as the format has them. What it
 * says goes to the first thread, in the order of its ranges.
 */
import { RangeReader } from "@edict/charges";
import type { Evaluation, PatientFindings } from "@edict/engine";
import { startEvaluation } from "@edict/engine";
import type { PatientRange } from "@edict/charges";
import type { Severity } from "@edict/rulebook";
import { StageTimes, stages } from "../output/stages.js";
import { SlotFiller } from "./finding-slots.js";
import type { Renderer } from "./renderers.js";
import { renderers } from "./renderers.js";
import type { FromThread, ThreadAccount, ThreadJob } from "./thread-messages.js";

export class RangeWork {
  readonly #times: StageTimes | null;
  readonly #evaluation: Evaluation;
  readonly #reader: RangeReader;
  readonly #renderer: Renderer;
  readonly #slots: SlotFiller;
  #outcomes = new Map<Severity, number>();
  #number = 0;

  constructor(
    { rulebook, files, tables, charges, format, timed, slots }: ThreadJob,
    private readonly say: (message: FromThread) => void,
  ) {
    const clock = (): number => performance.now();
    this.#times = timed ? new StageTimes(clock, "planning", clock()) : null;
    this.#slots = new SlotFiller(slots);
    this.#evaluation = startEvaluation({ rulebook, files, tables, clock: timed ? clock : undefined });
    this.#reader = new RangeReader(charges);
    this.#renderer = renderers[format]((bytes) => this.#write(bytes));
    // What is between two ranges is waiting, and nobody's time.
    this.#times?.pause();
  }

  async range(number: number, range: PatientRange): Promise<void> {
    const times = this.#times;
    this.#number = number;
    this.#outcomes = new Map();
    const count = (outcome: Severity): void => void this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    const hear = (found: PatientFindings): void => {
      times?.enter("writing");
      found.outcomes(count);
      this.#renderer.findings(found);
      times?.enter("evaluating");
    };
    times?.enter("reading");
    for await (const batch of this.#reader.batches(range)) {
      times?.enter("evaluating");
      this.#evaluation.batch(batch, hear);
      times?.enter("reading");
    }
    times?.enter("writing");
    this.#renderer.flush();
    times?.pause();
    this.say({ kind: "range-done", number, account: { rows: this.#reader.account(), outcomes: this.#outcomes } });
  }

  account(): ThreadAccount {
    const times = this.#times;
    return {
      account: this.#evaluation.account(),
      rules: this.#evaluation.times(),
      stages: new Map(times === null ? [] : stages.map((stage) => [stage, times.of(stage)])),
    };
  }

  #write(bytes: Uint8Array): void {
    this.#slots.fill(bytes, (filled) => this.say({ kind: "findings", number: this.#number, filled }));
  }
}
