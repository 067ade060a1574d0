/** What one step of the action leaves to the next, in a folder that the service empties after the job. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** What whoever wrote the workflow can mend. */
export class StepError extends Error {}

/** What `fail-on` takes. */
const failOns = ["closed", "change", "never"];

/** Looks at what the workflow asks for before anything is built, and keeps it. */
export function begin(env, node) {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new StepError(`Node ${node} is on this machine, and edict needs 20.19 or later; add a step that sets it up`);
  }
  if (env.GITHUB_EVENT_NAME === "pull_request_target") {
    throw new StepError(
      "pull_request_target gives the files of a stranger a token that may write; run this on pull_request instead",
    );
  }
  const inputs = {
    rules: env.EDICT_RULES || "rules",
    base: env.EDICT_BASE ?? "",
    closedThrough: env.EDICT_CLOSED_THROUGH ?? "",
    failOn: env.EDICT_FAIL_ON || "closed",
    comment: env.EDICT_COMMENT || "true",
  };
  if (!failOns.includes(inputs.failOn)) throw new StepError(`fail-on is one of ${failOns.join(", ")}`);
  if (inputs.closedThrough !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(inputs.closedThrough)) {
    throw new StepError("closed-through is a date, such as 2026-09-30");
  }
  if (inputs.comment !== "true" && inputs.comment !== "false") throw new StepError("comment is true or false");
  rmSync(folder(), { recursive: true, force: true });
  mkdirSync(folder(), { recursive: true });
  writeState("inputs", inputs);
}

/** Keeps something for a later step. */
export function writeState(name, value) {
  writeFileSync(fileOf(name), JSON.stringify(value));
}

/** What an earlier step kept. */
export function readState(name) {
  if (!existsSync(fileOf(name))) throw new StepError(`the step ${name} left nothing; what it wrote above says why`);
  return JSON.parse(readFileSync(fileOf(name), "utf8"));
}

/** Writes a text on the page that the service shows of the run. */
export function appendSummary(text, env) {
  if (text !== "" && env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${text.trimEnd()}\n`);
}

function fileOf(name) {
  return join(folder(), `${name}.json`);
}

function folder() {
  const temporary = process.env.RUNNER_TEMP;
  if (!temporary) throw new StepError("RUNNER_TEMP is not set; these steps are those of action.yml, run by a runner");
  return join(temporary, "edict-action");
}
