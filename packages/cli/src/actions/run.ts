/** What `edict run RULES… --charges FILE…` does: evaluates charge files and reports every finding. */
import type { PatientRanges } from "@edict/charges";
import { chargeBatches } from "@edict/charges";
import { rulesBySources } from "@edict/engine";
import type { ChargeFile, Rulebook, Summary } from "@edict/rulebook";
import { sourceFields } from "@edict/rulebook";
import type { ChargeOptions } from "../commands/charge-options.js";
import type { CommandHost } from "../commands/command-host.js";
import type { RatchetOptions } from "../commands/ratchet-options.js";
import type { FailOn } from "../exit-codes.js";
import { exitCodeOfRun, exitCodes, Tally } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import { Progress } from "../output/progress.js";
import { StageTimes } from "../output/stages.js";
import { RunRatchet } from "../ratchet/run-ratchet.js";
import { profileText } from "../reports/profile-text.js";
import type { RunFormat } from "../reports/formats.js";
import { runReports } from "../reports/run-reports.js";
import type { RunThreads } from "../threads/run-threads.js";
import { threadsForRun } from "../threads/threads-for-run.js";
import { UsageError } from "../usage-error.js";
import type { RunInput, RunWork } from "./evaluate-run.js";
import { evaluateRun, now } from "./evaluate-run.js";
import { chargesRequest } from "./named-charges.js";
import { wholeRules } from "./whole-rules.js";

export interface RunOptions extends ChargeOptions, RatchetOptions {
  readonly format: RunFormat;
  readonly threads?: number;
  readonly failOn: FailOn;
  readonly limit?: number;
  readonly memory?: number;
  readonly profile?: true;
}

/** Runs the rules over the charge files. */
export async function run(roots: readonly string[], options: RunOptions, host: CommandHost): Promise<void> {
  const threads = await threadsForRun(options, host.io);
  try {
    await runWith(threads, roots, options, host);
  } finally {
    await threads?.end();
  }
}

/** `threads`: those that may be asked; null where there is but this one. */
async function runWith(
  threads: RunThreads | null,
  roots: readonly string[],
  options: RunOptions,
  { io, done }: CommandHost,
): Promise<void> {
  const ratchet = new RunRatchet(options, io);
  const times = options.profile === true ? new StageTimes(now, "rules", 0) : null;
  const loaded = wholeRules(roots, io);
  if (loaded === null) {
    done(exitCodes.failed);
    return;
  }
  const { rules, rulebook } = loaded;
  if (rulebook.rules.length === 0) throw new UsageError("the rulebook has no rule, so nothing can be evaluated");
  times?.enter("tables");
  const tables = await loadTables(rules, rulebook);
  times?.enter("reading");
  const progress = new Progress(io);
  let quiet = false;
  const onProgress = (read: number, total: number): void => {
    if (!quiet) progress.reading(read, total);
  };
  const request = {
    ...chargesRequest(options, rulebook, io),
    wholeUpTo: io.threads?.longFrom,
    memory: options.memory,
  };
  const inputOf = (files: readonly ChargeFile[]): RunInput => ({
    rulebook: evaluatedOf(rulebook, files),
    files,
    tables,
  });
  threads?.prepare({ inputOf, request, timed: times !== null });
  const onAhead = threads === null ? undefined : (ranges: PatientRanges): void => threads.ahead(ranges);
  const charges = await chargeBatches({ ...request, onProgress, onAhead }).finally(() => progress.end());
  const input = inputOf(charges.files);
  if (input.rulebook.rules.length === 0) {
    throw new UsageError("every rule compares sources, and no file says its source; edict reconcile evaluates them");
  }
  times?.enter("planning");
  const { failOn, limit = null } = options;
  const makeReport = await runReports[options.format]();
  const report = await makeReport({ io, rulebook, files: options.charges, limit, failOn });
  const tally = new Tally();
  progress.say("evaluating …");
  const writing = (write: () => void): void => {
    if (!quiet) progress.end();
    quiet = true;
    if (times === null) write();
    else times.during("writing", write);
  };
  const work: RunWork = {
    input,
    charges,
    times,
    tally,
    findings: (found) => writing(() => report.findings(found, ratchet.judge(found))),
    rendered: (bytes) => writing(() => report.rendered?.(bytes)),
  };
  const {
    account,
    rows: whole,
    ruleTimes,
  } = await evaluateRun(work, threads, io).finally(() => {
    if (!quiet) progress.end();
  });
  const aside = setAside(rulebook, charges.files);
  const { rejected, ...rows } = whole;
  const summary: Summary = {
    ...rows,
    rejected: rejected.length,
    findings: account.findings,
    notEvaluated: account.notEvaluated,
    rules: account.rules,
    ...(aside.length === 0 ? {} : { setAside: aside }),
  };
  times?.enter("writing");
  const baseline = ratchet.said(summary);
  await report.end({ summary, tally, rejected, ...(baseline === null ? {} : { baseline }) });
  ratchet.write(summary);
  times?.enter("writing");
  if (times !== null) io.stderr.write(`\n${profileText(times, ruleTimes, account.rules)}`);
  done(exitCodeOfRun(summary, ratchet.failing(tally), failOn));
}

/** The rulebook with the rules that are not set aside. */
function evaluatedOf(rulebook: Rulebook, files: readonly ChargeFile[]): Rulebook {
  const aside = new Set(setAside(rulebook, files));
  return { ...rulebook, rules: rulebook.rules.filter(({ id }) => !aside.has(id)) };
}

/** The rules that compare sources, where no file says the source of its lines. */
function setAside(rulebook: Rulebook, files: readonly ChargeFile[]): readonly string[] {
  const says = sourceFields(rulebook.fields).some((field) => files.some(({ fields }) => fields.has(field)));
  return says ? [] : rulesBySources(rulebook).comparing.map(({ rule }) => rule.id);
}
