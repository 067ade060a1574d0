/** The threads of a run: started, told what to do, and ended. One that cannot go on is told as an error of the run. */
import { Worker } from "node:worker_threads";
import { UsageError } from "../usage-error.js";
import type { FromThread, ToThread } from "./thread-messages.js";

/** One thread, as the first one sees it. */
export interface Member {
  readonly tell: (message: ToThread) => void;
}

/** Who hears what threads say. */
export interface TeamEars {
  readonly hear: (member: number, message: FromThread) => void;
  readonly failed: (error: unknown) => void;
}

export class Team {
  readonly members: readonly Member[];
  readonly #workers: readonly Worker[];
  readonly #ready: Promise<void>;
  #ears: TeamEars | null = null;

  constructor(
    private readonly program: URL,
    private readonly count: number,
  ) {
    this.#workers = Array.from({ length: count }, () => new Worker(program, { stdout: true, stderr: true }));
    this.members = this.#workers.map((worker) => ({ tell: (message) => worker.postMessage(message) }));
    this.#ready = new Promise((resolve, reject) => {
      let ready = 0;
      for (const [member, worker] of this.#workers.entries()) {
        worker.on("message", (message: FromThread) => {
          if (message.kind !== "ready") this.#ears?.hear(member, message);
          else if (++ready === count) resolve();
        });
        const failed = (why: string): void => {
          const error = new UsageError(
            `a thread of the run ended before its work was done (${why}); the results above, if any, are not complete; --threads 1 does without`,
          );
          reject(error);
          this.#ears?.failed(error);
        };
        worker.on("error", (error) => failed(codeOf(error)));
        worker.on("exit", (code) => failed(`exit code ${code}`));
      }
    });
    // Whoever asks hears it.
    this.#ready.catch(() => {});
  }

  /** True when all threads have started; false where one could not. */
  async started(): Promise<boolean> {
    try {
      await this.#ready;
      return true;
    } catch {
      return false;
    }
  }

  /** Who hears what is said from now on. */
  listen(ears: TeamEars): void {
    this.#ears = ears;
  }

  /** As many threads anew, in place of these, whatever they do. */
  async again(): Promise<Team> {
    await this.end();
    return new Team(this.program, this.count);
  }

  /** Ends all threads, whatever they do. */
  async end(): Promise<void> {
    this.#ears = null;
    await Promise.all(this.#workers.map(async (worker) => worker.terminate()));
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  return error instanceof Error ? error.constructor.name : typeof error;
}
