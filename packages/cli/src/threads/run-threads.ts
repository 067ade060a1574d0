/** The threads of one run: what they are told, when they begin, and whether what they began is what is wanted. */
import type { ChargeBatches, ChargesRequest, PatientRanges } from "@edict/charges";
import type { EvaluationRequest } from "@edict/engine";
import type { ChargeFile } from "@edict/rulebook";
import type { ThreadsHost } from "../io.js";
import type { RenderedFormat } from "../reports/formats.js";
import { sharedTables } from "./shared-tables.js";
import { Team } from "./team.js";
import { ThreadsRun } from "./threads-run.js";

/** What is evaluated, and how charges are read. */
export interface RunSetting {
  /** The rules and tables for files with these fields. */
  readonly inputOf: (files: readonly ChargeFile[]) => Omit<EvaluationRequest, "clock">;
  readonly request: ChargesRequest;
  /** Whether the time of stages and rules is taken. */
  readonly timed: boolean;
}

export class RunThreads {
  #team: Team;
  #setting: RunSetting | null = null;
  #ahead: Promise<ThreadsRun | null> | null = null;

  constructor(
    private readonly host: ThreadsHost,
    count: number,
    private readonly format: RenderedFormat,
  ) {
    this.#team = new Team(host.program, count);
  }

  prepare(setting: RunSetting): void {
    this.#setting = setting;
  }

  /** Begins with files that are still looked through. */
  ahead(ranges: PatientRanges): void {
    this.#ahead = this.#begin(ranges);
    // Whoever wants what was begun hears of it.
    this.#ahead.catch(() => {});
  }

  /** The run over these charges; null where no thread could be started. */
  async over(ranges: PatientRanges, { aheadHolds }: ChargeBatches): Promise<ThreadsRun | null> {
    if (aheadHolds && this.#ahead !== null) return this.#ahead;
    // Threads that began with what is not wanted may wait for ever.
    if (this.#ahead !== null) this.#team = await this.#team.again();
    return this.#begin(ranges);
  }

  /** Ends all threads, whatever they do. */
  async end(): Promise<void> {
    await this.#team.end();
  }

  async #begin(ranges: PatientRanges): Promise<ThreadsRun | null> {
    if (!(await this.#team.started())) return null;
    if (this.#setting === null) throw new Error("threads are told what to do before they begin");
    const { inputOf, request, timed } = this.#setting;
    const input = inputOf(ranges.files.map(({ file }) => file));
    const { layouts, layout, fields, set } = request;
    const job = {
      ...input,
      tables: sharedTables(input.tables),
      charges: { layouts, layout, fields, set, ranged: ranges.files },
      format: this.format,
      timed,
    };
    return new ThreadsRun({ team: this.#team, job, ranges, bytesOfRange: this.host.bytesOfRange ?? 4 << 20 });
  }
}
