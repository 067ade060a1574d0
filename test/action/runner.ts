/**
 * A stand-in for the program of a hosting service that runs the steps of an action: it fills in what `action.yml` asks for,
 * gives each `run` to bash as the service does, stops at the first step that fails, and reads the commands in the log.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { readActionFile } from "./action-file.js";
import type { HostingService } from "./hosting-service.js";
import { token } from "./hosting-service.js";
import type { Checkout } from "./pull-request.js";

export interface Job {
  /** The folder with `action.yml`. */
  readonly action: string;
  readonly checkout: Checkout;
  readonly service: HostingService;
  readonly number: number;
  /** What a workflow writes under `with`. */
  readonly inputs?: { readonly [name: string]: string };
  readonly event?: string;
  /** Where the branch of the pull request is; the repository itself unless said. */
  readonly from?: string;
  /** A folder in which programs are looked for first. */
  readonly programs?: string;
}

export interface Ran {
  /** Whether every step ended with 0. */
  readonly passed: boolean;
  /** The names of the steps that were run. */
  readonly steps: readonly string[];
  /** The commands in the log, as `error: text`. */
  readonly said: readonly string[];
  readonly log: string;
  readonly summary: string;
}

/** The repository that all jobs here are of. */
export const repository = "practice/rulebook";

/** Runs the steps. */
export async function runAction(job: Job): Promise<Ran> {
  const { action, checkout, inputs = {}, event = "pull_request" } = job;
  const { inputs: taken, steps } = readActionFile(join(action, "action.yml"));
  const temporary = mkdtempSync(join(tmpdir(), "edict-job-"));
  try {
    const env = environment(job, temporary, event);
    let log = "";
    const ran: string[] = [];
    let passed = true;
    for (const step of steps) {
      if (!passed) break;
      ran.push(step.name);
      const script = join(temporary, "step.sh");
      writeFileSync(script, step.run);
      const own = [...step.env].map(([name, value]) => {
        const of = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1];
        const filled =
          of === undefined ? token : (inputs[of] ?? taken.find(({ name: input }) => input === of)?.default);
        return [name, filled ?? ""] as const;
      });
      const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
        cwd: checkout.folder,
        env: { ...env, ...Object.fromEntries(own) },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const take = (chunk: Buffer): void => {
        log += chunk.toString();
      };
      child.stdout.on("data", take);
      child.stderr.on("data", take);
      const [code] = await once(child, "close");
      passed = code === 0;
    }
    const page = join(temporary, "summary.md");
    const summary = existsSync(page) ? readFileSync(page, "utf8") : "";
    return { passed, steps: ran, said: commandsIn(log), log, summary };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What the service sets for every step, and nothing that this machine has besides. */
function environment(
  { action, checkout, service, number, from = repository, programs }: Job,
  temporary: string,
  event: string,
): NodeJS.ProcessEnv {
  const happened = join(temporary, "event.json");
  const pull = { number, head: { sha: checkout.head, repo: { full_name: from } }, base: { ref: "main" } };
  writeFileSync(happened, JSON.stringify(event.startsWith("pull_request") ? { pull_request: pull } : {}));
  const path = [programs, dirname(process.execPath), process.env["PATH"]].filter((folder) => folder !== undefined);
  return {
    PATH: path.join(delimiter),
    HOME: temporary,
    TMPDIR: temporary,
    RUNNER_TEMP: temporary,
    CI: "true",
    GITHUB_ACTION_PATH: action,
    GITHUB_API_URL: service.url,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: happened,
    GITHUB_REF: event.startsWith("pull_request") ? `refs/pull/${number}/merge` : "refs/heads/main",
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: "4711",
    GITHUB_SERVER_URL: "https://hosting.example",
    GITHUB_SHA: checkout.merge,
    GITHUB_STEP_SUMMARY: join(temporary, "summary.md"),
    GITHUB_WORKSPACE: checkout.folder,
  };
}

/** The lines that the service takes for commands to itself. The older form counts anywhere in a line. */
export function commandsIn(log: string): readonly string[] {
  const found: string[] = [];
  let stopped: string | null = null;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const [, command, text = ""] =
      /^\s*::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? /##\[([^\] ]+)[^\]]*\](.*)$/.exec(line) ?? [];
    if (command === undefined) continue;
    if (stopped !== null) {
      if (command === stopped) stopped = null;
    } else if (command === "stop-commands") stopped = text;
    else found.push(`${command}: ${text}`);
  }
  if (stopped !== null) throw new Error("the log ends with its commands stopped");
  return found;
}
