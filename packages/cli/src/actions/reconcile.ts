/** What `edict reconcile RULES… --source NAME=FILE…` does: compares records of the same patients under the rules that compare sources. */
import type { SourcesRead, SourcesRequest } from "@edict/charges";
import { readSources } from "@edict/charges";
import { differenceTeller, evaluate, patientsBySource } from "@edict/engine";
import type { Summary } from "@edict/rulebook";
import type { CommandHost } from "../commands/command-host.js";
import type { FailOn } from "../exit-codes.js";
import { exitCodeOfRun, exitCodes, Tally } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import type { Io } from "../io.js";
import { Progress } from "../output/progress.js";
import type { SourceAccount } from "../reports/reconcile/report.js";
import type { ReconcileFormat } from "../reports/formats.js";
import { reconcileReports } from "../reports/reconcile/reports.js";
import { UsageError } from "../usage-error.js";
import { explainRow } from "./explain-row.js";
import { rulesForSources } from "./reconcile/rules-for-sources.js";
import type { SourceOptions } from "./reconcile/sources.js";
import { sourcesOf } from "./reconcile/sources.js";
import { wholeRules } from "./whole-rules.js";

export interface ReconcileOptions extends SourceOptions {
  readonly format: ReconcileFormat;
  readonly failOn: FailOn;
  readonly limit?: number;
  readonly patients?: string;
  readonly line?: number;
}

/** Compares the sources. */
export async function reconcile(
  roots: readonly string[],
  options: ReconcileOptions,
  { io, done }: CommandHost,
): Promise<void> {
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
  const read = await readNamed({ folder: io.cwd, layouts, fields, sources, patients: options.patients ?? null }, io);
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
