/**
 * Runs tests while nothing else is to be done: some time after the last keystroke, and never twice for one state. What
 * they come to is told by having the client ask again.
 */
import type { OpenRulebook } from "../rulebooks/open-rulebook.js";
import { outcomesOf } from "./outcomes.js";

/** Quiet, in milliseconds, before tests are run by themselves. */
const quiet = 700;

/** What it needs of the server. */
export interface BackgroundHost {
  readonly done: () => Promise<void>;
  readonly fault: (where: string, error: unknown) => void;
}

export class BackgroundTests {
  readonly #host: BackgroundHost;
  readonly #waiting = new Map<OpenRulebook, NodeJS.Timeout>();
  /** Rulebooks whose tests are being run, each with the state for which that is. */
  readonly #running = new Map<OpenRulebook, object>();

  constructor(host: BackgroundHost) {
    this.#host = host;
  }

  /** The rulebook changed, or somebody looks at its tests: they are run when it is quiet. */
  soon(rulebook: OpenRulebook): void {
    if (this.#running.has(rulebook)) return;
    clearTimeout(this.#waiting.get(rulebook));
    const timer = setTimeout(() => {
      this.#waiting.delete(rulebook);
      this.#run(rulebook).catch((error: unknown) => this.#host.fault("running tests", error));
    }, quiet);
    timer.unref();
    this.#waiting.set(rulebook, timer);
  }

  /** Puts off what waits and leaves what runs: something was typed. */
  putOff(rulebook: OpenRulebook): void {
    if (this.#running.delete(rulebook) || this.#waiting.has(rulebook)) this.soon(rulebook);
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#running.clear();
  }

  async #run(rulebook: OpenRulebook): Promise<void> {
    const run = {};
    this.#running.set(rulebook, run);
    const isWanted = (): boolean => this.#running.get(rulebook) === run;
    const checked = await rulebook.checked();
    const outcomes = checked === null ? null : await outcomesOf(rulebook, checked, isWanted);
    if (!isWanted()) return;
    this.#running.delete(rulebook);
    if (outcomes !== null) await this.#host.done();
  }
}
