/**
 * Rules tried on the charge file of the workspace. A rulebook is run in a worker when it is saved or somebody looks at a
 * rule's findings, and is left at the next keystroke. A worker that does not leave soon is ended.
 */
import { Worker } from "node:worker_threads";
import { hasErrors, lower } from "@edict/language";
import type { OpenRulebook } from "../rulebooks/open-rulebook.js";
import type { FromWorker, ToWorker, TrialJob, TrialResult } from "./trial-messages.js";

/** Milliseconds for a run to leave when it is no longer wanted. */
const patience = 500;

/** What is known of a rulebook and the charge file. */
export type TrialState =
  | { readonly kind: "not tried" }
  | { readonly kind: "running" }
  /** `isOld` where the rules were edited since. */
  | { readonly kind: "tried"; readonly result: TrialResult; readonly isOld: boolean };

/** What it needs of the server. */
export interface TrialsHost {
  /** The program of the worker; null where the server came without it. */
  readonly program: string | null;
  readonly isTrusted: () => boolean;
  /** Something else is to be shown. */
  readonly changed: () => void;
  readonly fault: (text: string) => void;
}

/** A run that waits for the worker, or is in it. */
interface Going {
  readonly id: number;
  readonly done: Promise<TrialResult>;
}

export class Trials {
  readonly #host: TrialsHost;
  readonly #states = new WeakMap<OpenRulebook, TrialState>();
  /** The number of the run that was last given up, as the worker sees it. */
  readonly #given = new Int32Array(new SharedArrayBuffer(4));
  readonly #going = new Map<OpenRulebook, Going>();
  readonly #answers = new Map<number, (message: FromWorker | null) => void>();
  #worker: Worker | null = null;
  #ids = 0;
  #file: string | null = null;

  constructor(host: TrialsHost) {
    this.#host = host;
  }

  /** The absolute path of the charge file; null where none is chosen. */
  get file(): string | null {
    return this.#file;
  }

  /** Why no charge file is read; null where one is. */
  get obstacle(): string | null {
    if (!this.#host.isTrusted()) return "Charge files are read only in a folder that is trusted.";
    if (this.#host.program === null) return "This language server came without the part that reads charge files.";
    return null;
  }

  /** Another charge file, or none: what was found before is forgotten. */
  choose(file: string | null, rulebooks: readonly OpenRulebook[]): void {
    this.stop();
    this.#file = file;
    for (const rulebook of rulebooks) this.#states.delete(rulebook);
    this.#host.changed();
  }

  stateOf(rulebook: OpenRulebook): TrialState {
    return this.#states.get(rulebook) ?? { kind: "not tried" };
  }

  /** The rules were edited: what runs is left, and what was found is old. */
  putOff(rulebook: OpenRulebook): void {
    const state = this.stateOf(rulebook);
    if (state.kind === "tried") this.#states.set(rulebook, { ...state, isOld: true });
    const going = this.#going.get(rulebook);
    if (going === undefined) return;
    this.#leave(rulebook, going);
    this.#states.set(rulebook, { kind: "not tried" });
  }

  /** Tries a rulebook as it stands, unless that is known already. Null where there is nothing to try it on. */
  async run(rulebook: OpenRulebook): Promise<TrialResult | null> {
    const file = this.#file;
    if (file === null || this.obstacle !== null) return null;
    const known = this.stateOf(rulebook);
    if (known.kind === "tried" && !known.isOld) return known.result;
    const going = this.#going.get(rulebook);
    if (going !== undefined) return going.done;
    const checked = await rulebook.checked();
    if (checked === null) return { kind: "left" };
    const compiled = hasErrors(checked) ? null : lower(checked);
    if (compiled === null) {
      return this.#settle(rulebook, {
        kind: "failed",
        why: "the rulebook has mistakes; mend them to try it on charges",
      });
    }
    const tables: { name: string; path: string }[] = [];
    for (const { name, source } of compiled.tables) {
      if (source.kind !== "file") continue;
      const { host } = rulebook;
      const path = host.locate(host.join(host.folderOf(source.at.file), source.path));
      if (path === null) {
        return this.#settle(rulebook, { kind: "failed", why: `the file of the table ${name} is not there` });
      }
      tables.push({ name, path });
    }
    // Somebody may have asked for the same meanwhile.
    const meanwhile = this.#going.get(rulebook);
    if (meanwhile !== undefined) return meanwhile.done;
    return this.#start(rulebook, { key: rulebook.root.key, rulebook: compiled, tables, file });
  }

  /** The page of a rule's findings, after a run; null where there is none any more. */
  async page(rulebook: OpenRulebook, rule: string): Promise<string | null> {
    const answer = await this.#ask((id) => ({ kind: "page", id, key: rulebook.root.key, rule }));
    return answer?.kind === "page" ? answer.html : null;
  }

  /** Ends the worker. */
  stop(): void {
    const worker = this.#worker;
    this.#worker = null;
    this.#going.clear();
    for (const answer of this.#answers.values()) answer(null);
    this.#answers.clear();
    void worker?.terminate();
  }

  async #start(rulebook: OpenRulebook, job: TrialJob): Promise<TrialResult> {
    this.#states.set(rulebook, { kind: "running" });
    this.#host.changed();
    const id = this.#ids + 1;
    const done = this.#ask((number) => ({ kind: "run", id: number, job })).then((answer): TrialResult =>
      answer?.kind === "result" ? answer.result : { kind: "left" },
    );
    this.#going.set(rulebook, { id, done });
    const result = await done;
    if (this.#going.get(rulebook)?.id === id) this.#going.delete(rulebook);
    if (result.kind === "left") {
      if (this.stateOf(rulebook).kind === "running") this.#states.set(rulebook, { kind: "not tried" });
      this.#host.changed();
      return result;
    }
    // An edit between the last line and now makes it old at once.
    return this.stateOf(rulebook).kind === "running" ? this.#settle(rulebook, result) : { kind: "left" };
  }

  #settle(rulebook: OpenRulebook, result: TrialResult): TrialResult {
    this.#states.set(rulebook, { kind: "tried", result, isOld: false });
    this.#host.changed();
    return result;
  }

  #leave(rulebook: OpenRulebook, { id }: Going): void {
    Atomics.store(this.#given, 0, id);
    this.#going.delete(rulebook);
    setTimeout(() => {
      // The worker is busy with it still, and everybody else would wait.
      if (this.#answers.has(id)) this.stop();
    }, patience).unref();
  }

  #ask(message: (id: number) => ToWorker): Promise<FromWorker | null> {
    const { program } = this.#host;
    if (program === null) return Promise.resolve(null);
    const id = ++this.#ids;
    const worker = (this.#worker ??= this.#started(program));
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      worker.postMessage(message(id));
    });
  }

  #started(program: string): Worker {
    const worker = new Worker(program, { workerData: this.#given.buffer, stdout: true, stderr: true });
    worker.unref();
    worker.on("message", (message: FromWorker) => {
      if (message.kind === "fault") this.#host.fault(message.fault);
      const answer = this.#answers.get(message.id);
      this.#answers.delete(message.id);
      answer?.(message);
    });
    worker.on("error", () => {
      this.#host.fault("internal fault, please report: the worker that tries rules on charges has ended");
      if (this.#worker === worker) this.stop();
    });
    return worker;
  }
}
