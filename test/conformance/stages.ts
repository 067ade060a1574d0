/** The stages that a case goes through: text, printed and read again, rulebook, its JSON and back, charge files, both evaluators, the command. */
import { join } from "node:path";
import type { ChargesRead } from "@edict/charges";
import { readCharges, readSources, readTable } from "@edict/charges";
import { main } from "@edict/cli";
import { evaluate, rowsOf } from "@edict/engine";
import { compile } from "@edict/language";
import type { Finding, NotEvaluated, Rulebook, TableData } from "@edict/rulebook";
import { printRulebook, readRulebook } from "@edict/rulebook";
import { memoryHost } from "../hosts/memory-host.js";
import { referenceEvaluate } from "../reference/index.js";
import { bothWays } from "../text/printed.js";
import { plainLines } from "./plain-lines.js";
import type { ConformanceCase } from "./read-cases.js";

export interface Findings {
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
}

/** The rulebook, after a way through its JSON. Throws where the rules have errors, or where that way or printing changes them. */
export function rulebookOf({ rules, files }: ConformanceCase): Rulebook {
  const host = memoryHost(new Map([["a.edict", rules], ...files]));
  const { rulebook, diagnostics } = compile(["a.edict"], host);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (rulebook === null) throw new Error(errors.join("\n"));
  const printed = printRulebook(rulebook);
  const back = readRulebook(JSON.parse(printed));
  if (!("rulebook" in back)) throw new Error(back.problems.join("; "));
  if (printRulebook(back.rulebook) !== printed) throw new Error("the rulebook changes on its way through JSON");
  const both = bothWays(["a.edict"], host);
  if (both === null || both.asPrinted !== both.asWritten) throw new Error("printing the rules changes what they mean");
  return back.rulebook;
}

/** The charge files of a case, which stand in `folder`. */
export function chargesOf(
  { charges, sources, options }: ConformanceCase,
  { layouts, fields }: Rulebook,
  folder: string,
): Promise<ChargesRead> {
  const given = (option: string): readonly string[] =>
    options.filter((_, at) => options[at - 1] === option).map((value) => value);
  const set = new Map(
    given("--set").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
  if (sources.length > 0) {
    const alike = sources.map(({ source, file }) => ({ source, files: [file], layout: null, set }));
    return readSources({ folder, layouts, fields, sources: alike, patients: null });
  }
  return readCharges({ files: charges, folder, layouts, layout: given("--layout")[0] ?? null, fields, set });
}

/** The rows of the tables that stand in files. */
export async function tablesOf(rulebook: Rulebook, folder: string): Promise<ReadonlyMap<string, TableData>> {
  const read = rulebook.tables.flatMap((table) => {
    const { source } = table;
    return source.kind === "file" ? [readTable(table, join(folder, source.path), { name: source.path })] : [];
  });
  return new Map((await Promise.all(read)).map((data) => [data.name, data]));
}

/** What the engine answers. */
export function byEngine(rulebook: Rulebook, read: ChargesRead, tables: ReadonlyMap<string, TableData>): Findings {
  const findings: Finding[] = [];
  const { charges } = read;
  const { notEvaluated } = evaluate({ rulebook, charges, tables, onFindings: (some) => findings.push(...some) });
  return { findings, notEvaluated };
}

/** What the reference evaluator answers. */
export function byReference(rulebook: Rulebook, read: ChargesRead, tables: ReadonlyMap<string, TableData>): Findings {
  const { charges } = read;
  const rows = new Map([...tables].map(([name, data]) => [name, rowsOf(data)] as const));
  const { findings, notEvaluated } = referenceEvaluate({
    rulebook,
    lines: plainLines(charges),
    files: charges.files,
    tables: rows,
  });
  return { findings, notEvaluated };
}

/** What the command writes to standard output, and how it ends. */
export async function byCommand(words: readonly string[], cwd: string): Promise<{ out: string; code: number }> {
  let out = "";
  const code = await main([...words], {
    cwd,
    stdin: () => Promise.resolve(new Uint8Array()),
    stdout: { write: (text) => (out += text) },
    stderr: { write: () => true, isTTY: false },
    stdoutIsTTY: false,
    env: {},
  });
  return { out, code };
}
