/** `edict run RULES… --charges FILE…`: evaluates charge files and reports every finding. */
import type { Command } from "commander";
import { Option } from "commander";
import { chargeBatches } from "@edict/charges";
import type { PatientFindings } from "@edict/engine";
import { rulesBySources, startEvaluation } from "@edict/engine";
import type { ChargeFile, Rulebook, Summary } from "@edict/rulebook";
import { sourceFields } from "@edict/rulebook";
import type { FailOn } from "../exit-codes.js";
import { exitCodeOfRun, exitCodes, severities, Tally } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import { Progress } from "../output/progress.js";
import { StageTimes } from "../output/stages.js";
import { profileText } from "../reports/profile-text.js";
import type { RatchetOptions } from "../ratchet/run-ratchet.js";
import { addRatchetOptions, RunRatchet } from "../ratchet/run-ratchet.js";
import { runReports } from "../reports/run-reports.js";
import { UsageError } from "../usage-error.js";
import type { ChargeOptions } from "./charge-options.js";
import { addChargeOptions, chargesRequest, wholeNumber } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument, wholeRules } from "./command-host.js";

interface RunOptions extends ChargeOptions, RatchetOptions {
  readonly format: keyof typeof runReports;
  readonly failOn: FailOn;
  readonly limit?: number;
  readonly profile?: true;
}

/** Adds the command. */
export function addRun(program: Command, { io, done }: CommandHost): void {
  const command = program
    .command("run")
    .description("Evaluate charge files and report every finding.")
    .argument("<rules...>", rulesArgument);
  addRatchetOptions(addChargeOptions(command))
    .addOption(new Option("--format <format>", "how to print").choices(Object.keys(runReports)).default("text"))
    .addOption(
      new Option("--fail-on <outcome>", "the least severe outcome that gives exit code 1")
        .choices([...severities, "never"])
        .default("deny"),
    )
    .option(
      "--limit <count>",
      "print at most so many findings as text, or of each rule as html; all are counted",
      wholeNumber,
    )
    .option("--profile", "say on standard error where the time went, by stage and by rule")
    .addHelpText(
      "after",
      `
Exit codes: 0 nothing found at or above --fail-on, 1 something found, 2 the job could not
be done, 3 done, but a row was rejected or a rule not evaluated (3 wins over 1).

Examples:
  edict run rules --charges charges.csv
  edict run rules --charges march.csv april.csv.gz --format ndjson > findings.ndjson
  edict run rules --charges charges.csv --format csv > worklist.csv
  edict run rulebook.json --charges charges.csv --layout EpicCharges --set payer=Medicare
  edict run rules --charges charges.csv --fail-on review
  edict run rules --charges charges.csv --write-baseline baseline.json
  edict run rules --charges charges.csv --baseline baseline.json
  edict run rules --charges charges.csv --profile > findings.txt`,
    )
    .action(async (roots: readonly string[], options: RunOptions) => {
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
      const charges = await chargeBatches({ ...chargesRequest(options, rulebook, io), onProgress }).finally(() =>
        progress.end(),
      );
      const { files } = charges;
      const aside = setAside(rulebook, files);
      const evaluated = rulebook.rules.filter(({ id }) => !aside.includes(id));
      if (evaluated.length === 0) {
        throw new UsageError(
          "every rule compares sources, and no file says its source; edict reconcile evaluates them",
        );
      }
      times?.enter("planning");
      const { failOn, limit = null } = options;
      const report = await runReports[options.format]({ io, rulebook, files: options.charges, limit, failOn });
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
    });
}

/** The rules that compare sources, where no file says the source of its lines. */
function setAside(rulebook: Rulebook, files: readonly ChargeFile[]): readonly string[] {
  const says = sourceFields(rulebook.fields).some((field) => files.some(({ fields }) => fields.has(field)));
  return says ? [] : rulesBySources(rulebook).comparing.map(({ rule }) => rule.id);
}
