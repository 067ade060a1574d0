/** `edict reconcile RULES… --source NAME=FILE…`: compares records of the same patients under the rules that compare sources. */
import type { Command } from "commander";
import { Option } from "commander";
import type { SourcesRead, SourcesRequest } from "@edict/charges";
import { readSources } from "@edict/charges";
import { differenceTeller, evaluate, patientsBySource } from "@edict/engine";
import type { Summary } from "@edict/rulebook";
import type { FailOn } from "../exit-codes.js";
import { exitCodeOfRun, exitCodes, severities, Tally } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import type { Io } from "../io.js";
import { Progress } from "../output/progress.js";
import type { SourceAccount } from "../reports/reconcile/report.js";
import { reconcileReports } from "../reports/reconcile/reports.js";
import { UsageError } from "../usage-error.js";
import { collect, wholeNumber } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument, wholeRules } from "./command-host.js";
import { explainRow, rowNumber } from "./explain-row.js";
import { rulesForSources } from "./reconcile/rules-for-sources.js";
import type { SourceOptions } from "./reconcile/sources.js";
import { sourcesOf } from "./reconcile/sources.js";

interface ReconcileOptions extends SourceOptions {
  readonly format: keyof typeof reconcileReports;
  readonly failOn: FailOn;
  readonly limit?: number;
  readonly patients?: string;
  readonly line?: number;
}

/** Adds the command. */
export function addReconcile(program: Command, { io, done }: CommandHost): void {
  program
    .command("reconcile")
    .description("Compare records of the same patients, and list what one has and another lacks.")
    .argument("<rules...>", rulesArgument)
    .option("--source <name=file>", "a source and a file of it; repeat for each", collect, [])
    .option("--layout <source=name>", "the layout of a source's files; may repeat", collect, [])
    .option(
      "--set <field=value>",
      "give a field to every line that has none, or SOURCE:FIELD=VALUE to those of a source; may repeat",
      collect,
      [],
    )
    .option("--patients <file>", "a file that says which numbers are one patient: a column for each source")
    .addOption(new Option("--format <format>", "how to print").choices(Object.keys(reconcileReports)).default("text"))
    .addOption(
      new Option("--fail-on <outcome>", "the least severe outcome that gives exit code 1")
        .choices([...severities, "never"])
        .default("deny"),
    )
    .option("--limit <count>", "print at most so many differences as text; all are counted", wholeNumber)
    .option("--line <row>", "in place of differences: why the lines in that row have each, or none", rowNumber)
    .addHelpText(
      "after",
      `
Rules compare sources with a field of type source: field record source, and then
having record = "treatment". Only such rules are evaluated here.

Exit codes: 0 nothing found at or above --fail-on, 1 something found, 2 the job could not
be done, 3 done, but a row was rejected or a rule not evaluated (3 wins over 1).

Examples:
  edict reconcile rules --source treatment=record.csv --source charges=charges.csv
  edict reconcile rules --source treatment=record.csv --layout treatment=Mosaiq \\
    --set treatment:code=77412 --source charges=march.csv --source charges=april.csv
  edict reconcile rules --source hospital=h.csv --source physicians=p.csv --format csv > worklist.csv`,
    )
    .action(async (roots: readonly string[], options: ReconcileOptions) => {
      const sources = sourcesOf(options);
      const names = sources.map(({ source }) => source);
      const loaded = wholeRules(roots, io);
      if (loaded === null) {
        done(exitCodes.failed);
        return;
      }
      const { rulebook, setAside, comparingNone } = rulesForSources(loaded.rulebook, names);
      const tables = await loadTables(loaded.rules, rulebook);
      const { layouts, fields } = rulebook;
      const read = await readNamed(
        { folder: io.cwd, layouts, fields, sources, patients: options.patients ?? null },
        io,
      );
      const { line: row, format } = options;
      if (row !== undefined) {
        if (format !== "text" && format !== "json") throw new UsageError("--line explains as text or json");
        explainRow({ io, rulebook, read, tables, rule: null, row, format });
        return;
      }
      const sourceOf = sourceOfFile(read);
      const ofSeveralFiles = new Set(sources.filter(({ files }) => files.length > 1).map(({ source }) => source));
      const limit = options.limit ?? null;
      const report = reconcileReports[format]({ io, rulebook, sourceOf, ofSeveralFiles, limit });
      const tally = new Tally();
      const tell = differenceTeller(rulebook, sourceOf);
      const { charges } = read;
      const account = evaluate({
        rulebook,
        charges,
        tables,
        onFindings: (findings) => {
          for (const { outcome } of findings) tally.add(outcome);
          report.differences(findings.map(tell));
        },
      });
      const summary: Summary = {
        rows: read.rows,
        evaluated: charges.count,
        netted: read.netted,
        rejected: read.rejected.length,
        ...account,
      };
      const patients = patientsBySource(
        charges,
        names,
        read.sourceOfFile.map(({ source }) => source),
      );
      report.end({
        run: { summary, tally, rejected: read.rejected },
        sources: sources.map(({ source, files }) => accountOf(source, files, read)),
        patients,
        setAside,
        comparingNone,
      });
      done(exitCodeOfRun(summary, tally, options.failOn));
    });
}

async function readNamed(request: SourcesRequest, io: Io): Promise<SourcesRead> {
  const progress = new Progress(io);
  try {
    return await readSources({ ...request, onProgress: (done, total) => progress.reading(done, total) });
  } finally {
    progress.end();
  }
}

function sourceOfFile({ charges, sourceOfFile: own }: SourcesRead): (file: string) => string {
  const sources = new Map(charges.files.map(({ name }, file) => [name, own[file]?.source ?? ""]));
  return (file) => sources.get(file) ?? "";
}

/** What became of the rows of one source. */
function accountOf(source: string, files: readonly string[], read: SourcesRead): SourceAccount {
  const { charges, nettings, rejected, sourceOfFile: own } = read;
  const named = new Set(files);
  const rows = own.reduce((sum, file) => sum + (file.source === source ? file.rows : 0), 0);
  let evaluated = 0;
  for (const file of charges.file) if (own[file]?.source === source) evaluated += 1;
  // A credit cancels within its source, so both lines of a pair are of one.
  const netted = nettings.filter(({ credit }) => named.has(credit.file)).length * 2;
  const refused = rejected.filter(({ file }) => named.has(file)).length;
  if (rows !== evaluated + netted + refused) {
    throw new Error("every row of a source is evaluated, netted or rejected, once; the three do not add up");
  }
  return { source, files, rows, evaluated, netted, rejected: refused };
}
