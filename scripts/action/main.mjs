/**
 * The steps of `action.yml`, one for each word: `node main.mjs check`. The action's file holds no logic, so that what
 * runs on a hosting service is what a test can run. Nothing is needed but Node, and nothing of a pull request is ever
 * run: its rules are read as data, and what it says is handed from step to step in files, never in a shell's text.
 *
 * The four commands never fail their own step. Each leaves its exit code, and `result`, the last step, fails for all.
 */
import process from "node:process";
import { findBase } from "./base.mjs";
import { sendComment } from "./comment.mjs";
import { commentText, summaryText } from "./comment-text.mjs";
import { runEdict } from "./edict.mjs";
import { guarded, say } from "./log.mjs";
import { judge } from "./result.mjs";
import { appendSummary, begin, readState, StepError, writeState } from "./state.mjs";

const steps = {
  start: () => begin(process.env, process.versions.node),
  check,
  fmt,
  test,
  diff,
  comment,
  result,
};

const step = steps[process.argv[2] ?? ""];
if (step === undefined) throw new Error(`action.yml names no step ${process.argv[2] ?? ""}`);
try {
  await step();
} catch (error) {
  // What whoever wrote the workflow can mend is said; a fault of ours keeps its stack.
  if (!(error instanceof StepError)) throw error;
  say("error", error.message);
  process.exitCode = 1;
}

/** The one command whose output is for the service: it shows each line of it beside the line of the file. */
function check() {
  const { rules } = readState("inputs");
  const { code, out, err } = runEdict(["check", "--format", "github", "--", rules]);
  process.stdout.write(out);
  guarded(err);
  writeState("check", { code });
}

function fmt() {
  const { rules } = readState("inputs");
  const { code, out, err } = runEdict(["fmt", "--check", "--", rules]);
  guarded(out + err);
  writeState("fmt", { code });
}

function test() {
  const { rules } = readState("inputs");
  const { code, out, err } = runEdict(["test", "--", rules]);
  guarded(out + err);
  writeState("test", { code });
}

function diff() {
  const { rules, base, closedThrough, failOn } = readState("inputs");
  const found = findBase(base, process.env);
  if (found.kind === "none") {
    say("notice", found.why);
    writeState("diff", { asked: false, code: 0, page: "" });
    return;
  }
  if (found.kind === "missing") {
    say("error", found.why);
    writeState("diff", { asked: true, code: 2, page: "" });
    return;
  }
  // Of closed dates the command alone can say whether they fail the run.
  const closed = closedThrough === "" ? [] : ["--closed-through", closedThrough];
  const fails = closedThrough !== "" && failOn === "closed" ? ["--fail-on", "closed"] : [];
  const words = ["diff", found.commit, "HEAD", "--rules", rules, "--format", "markdown", ...closed, ...fails];
  const { code, out, err } = runEdict(words);
  guarded(`compared with ${found.commit}, ${found.what}\n${err}`);
  writeState("diff", { asked: true, code, page: out });
}

async function comment() {
  const state = { inputs: readState("inputs"), codes: codesSoFar(), diff: readState("diff") };
  appendSummary(summaryText(state, process.env), process.env);
  await sendComment(commentText(state, process.env), state.inputs, process.env);
}

function result() {
  const failures = judge(codesSoFar(), readState("diff"), readState("inputs"));
  for (const failure of failures) say("error", failure);
  if (failures.length > 0) process.exitCode = 1;
}

function codesSoFar() {
  return { check: readState("check").code, fmt: readState("fmt").code, test: readState("test").code };
}
