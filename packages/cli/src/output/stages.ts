/** Where the time of a run goes: one stage at a time is under way, and each moment counts for that one. */

/** In the order in which they are told. */
export const stages = ["rules", "tables", "reading", "planning", "evaluating", "writing"] as const;

export type Stage = (typeof stages)[number];

/** Milliseconds since some moment. */
export type Clock = () => number;

export class StageTimes {
  readonly #clock: Clock;
  readonly #spent = new Map<Stage, number>();
  #stage: Stage | null;
  #since: number;

  constructor(clock: Clock, first: Stage, since: number) {
    this.#clock = clock;
    this.#stage = first;
    this.#since = since;
  }

  /** Turns to a stage. */
  enter(stage: Stage): void {
    this.#turnTo(stage);
  }

  /** Does something of a stage, and turns back to the one that was under way. */
  during(stage: Stage, act: () => void): void {
    const before = this.#stage;
    this.#turnTo(stage);
    act();
    this.#turnTo(before);
  }

  /** Nothing is under way until a stage is entered. */
  pause(): void {
    this.#turnTo(null);
  }

  #turnTo(stage: Stage | null): void {
    const now = this.#clock();
    if (this.#stage !== null) this.add(this.#stage, now - this.#since);
    this.#stage = stage;
    this.#since = now;
  }

  /** Adds what a stage took on another thread. */
  add(stage: Stage, milliseconds: number): void {
    this.#spent.set(stage, this.of(stage) + milliseconds);
  }

  /** Milliseconds that a stage took, the one under way up to when it was entered. */
  of(stage: Stage): number {
    return this.#spent.get(stage) ?? 0;
  }
}
