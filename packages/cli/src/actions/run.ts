/** What `edict run RULES… --charges FILE…` does: evaluates charge files and reports every finding. */
import { chargeBatches } from "@edict/charges";
import type { PatientFindings } from "@edict/engine";
import { rulesBySources, startEvaluation } from "@edict/engine";
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
import { UsageError } from "../usage-error.js";
import { chargesRequest } from "./named-charges.js";
import { wholeRules } from "./whole-rules.js";

export interface RunOptions extends ChargeOptions, RatchetOptions {
  readonly format: RunFormat;
  readonly failOn: FailOn;
  readonly limit?: number;
  readonly memory?: number;
  readonly profile?: true;
}

/** Runs the rules over the charge files. */
export async function run(roots: readonly string[], options: RunOptions, { io, done }: CommandHost): Promise<void> {
  const ratchet = new RunRatchet(options, io);
  const clock = (): number => performance.now();
  const times = options.profile === true ? new StageTimes(clock, "rules", 0) : null;
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
  const charges = await chargeBatches({
    ...chargesRequest(options, rulebook, io),
    memory: options.memory,
    onProgress,
  }).finally(() => progress.end());
  const { files } = charges;
  const aside = setAside(rulebook, files);
  const evaluated = rulebook.rules.filter(({ id }) => !aside.includes(id));
  if (evaluated.length === 0) {
    throw new UsageError("every rule compares sources, and no file says its source; edict reconcile evaluates them");
  }
  times?.enter("planning");
  const { failOn, limit = null } = options;
  const makeReport = await runReports[options.format]();
  const report = await makeReport({ io, rulebook, files: options.charges, limit, failOn });
  const tally = new Tally();
  progress.say("evaluating …");
  const evaluation = startEvaluation({
    rulebook: { ...rulebook, rules: evaluated },
    files,
    tables,
    clock: times === null ? undefined : clock,
  });
  const hear = (found: PatientFindings): void => {
    const before = times?.enter("writing");
    if (!quiet) progress.end();
    quiet = true;
    found.outcomes((outcome) => tally.add(outcome));
    report.findings(found, ratchet.judge(found));
    if (before !== undefined) times?.enter(before);
  };
  try {
    times?.enter("reading");
    for await (const batch of charges.batches) {
      times?.enter("evaluating");
      evaluation.batch(batch, hear);
      times?.enter("reading");
    }
  } finally {
    if (!quiet) progress.end();
  }
  const account = evaluation.account();
  const { rejected, ...rows } = charges.account();
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
  if (times !== null) io.stderr.write(`\n${profileText(times, evaluation.times(), account.rules)}`);
  done(exitCodeOfRun(summary, ratchet.failing(tally), failOn));
}

/** The rules that compare sources, where no file says the source of its lines. */
function setAside(rulebook: Rulebook, files: readonly ChargeFile[]): readonly string[] {
  const says = sourceFields(rulebook.fields).some((field) => files.some(({ fields }) => fields.has(field)));
  return says ? [] : rulesBySources(rulebook).comparing.map(({ rule }) => rule.id);
}
