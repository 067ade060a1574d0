/** Where the time of a run goes: one stage at a time is under way, and each moment counts for that one. */

/** In the order in which they are told. */
export const stages = ["rules", "tables", "reading", "planning", "evaluating", "writing"] as const;

export type Stage = (typeof stages)[number];

/** Milliseconds since some moment. */
export type Clock = () => number;

export class StageTimes {
  readonly #clock: Clock;
  readonly #spent = new Map<Stage, number>();
  #stage: Stage;
  #since: number;

  constructor(clock: Clock, first: Stage, since: number) {
    this.#clock = clock;
    this.#stage = first;
    this.#since = since;
  }

  /** Turns to a stage; returns the one that was under way. */
  enter(stage: Stage): Stage {
    const now = this.#clock();
    const before = this.#stage;
    this.#spent.set(before, this.of(before) + now - this.#since);
    this.#stage = stage;
    this.#since = now;
    return before;
  }

  /** Milliseconds that a stage took, the one under way up to when it was entered. */
  of(stage: Stage): number {
    return this.#spent.get(stage) ?? 0;
  }
}
