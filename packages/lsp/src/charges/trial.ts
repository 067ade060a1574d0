/**
 * Tries rulebooks on a charge file, and keeps what was found for the pages that are asked for. It runs in a worker; the
 * lines of the charge file never leave it but for the page that the person opens. A file is read again only where it
 * changed.
 */
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { ChargesRead } from "@edict/charges";
import { ChargeFileError, readCharges, readTable } from "@edict/charges";
import type { Account } from "@edict/engine";
import { evaluate } from "@edict/engine";
import type { Finding, Rulebook, TableData } from "@edict/rulebook";
import { findingsPage } from "../panels/findings-page.js";
import type { TrialJob, TrialResult, TriedRule } from "./trial-messages.js";

/** Findings of each rule that are kept to be looked at; all are counted. */
const kept = 200;

/** What was found of one rule. */
interface Found {
  count: number;
  patients: number;
  readonly findings: Finding[];
}

interface Run {
  readonly rulebook: Rulebook;
  readonly file: string;
  readonly read: ChargesRead;
  readonly found: ReadonlyMap<string, Found>;
  readonly rules: ReadonlyMap<string, TriedRule>;
}

/** Thrown out of a run that nobody wants any more. */
class Left extends Error {}

export class Trial {
  readonly #runs = new Map<string, Run>();
  #read: { readonly state: string; readonly read: ChargesRead } | null = null;

  /** Runs a rulebook; `isWanted` is asked again and again. */
  async run(job: TrialJob, isWanted: () => boolean): Promise<TrialResult> {
    this.#runs.delete(job.key);
    const onwards = (): void => {
      if (!isWanted()) throw new Left();
    };
    try {
      const read = await this.#charges(job, onwards);
      const tables = await tablesOf(job);
      onwards();
      const run = evaluated(job, read, tables, onwards);
      this.#runs.set(job.key, run);
      return resultOf(run);
    } catch (error) {
      if (error instanceof Left) return { kind: "left" };
      if (error instanceof ChargeFileError) return { kind: "failed", why: errorText(error) };
      throw error;
    }
  }

  /** The page of a rule's findings; null where its rulebook was not run. */
  page(key: string, rule: string): string | null {
    const run = this.#runs.get(key);
    const declared = run?.rulebook.rules.find(({ id }) => id === rule);
    const tried = run?.rules.get(rule);
    if (run === undefined || declared === undefined || tried === undefined) return null;
    const others = [...run.rules.values()].filter((one) => one.needs.length > 0 && one.rule !== rule);
    return findingsPage({
      rule: declared,
      file: basename(run.file),
      read: run.read,
      tried,
      findings: run.found.get(rule)?.findings ?? [],
      othersNotEvaluated: others.map(({ rule: id }) => id),
    }).html;
  }

  async #charges({ file, rulebook: { layouts, fields } }: TrialJob, onwards: () => void): Promise<ChargesRead> {
    const found = await stat(file).catch(() => null);
    const state = JSON.stringify([file, found?.size, found?.mtimeMs, layouts, fields]);
    if (found !== null && this.#read?.state === state) return this.#read.read;
    this.#read = null;
    const read = await readCharges({
      files: [basename(file)],
      folder: dirname(file),
      layouts,
      layout: null,
      fields,
      set: new Map(),
      onProgress: onwards,
    });
    this.#read = { state, read };
    return read;
  }
}

async function tablesOf({ rulebook, tables }: TrialJob): Promise<ReadonlyMap<string, TableData>> {
  const data = new Map<string, TableData>();
  for (const { name, path } of tables) {
    const table = rulebook.tables.find((one) => one.name === name);
    if (table !== undefined) data.set(name, await readTable(table, path, { name: basename(path) }));
  }
  return data;
}

function evaluated(
  { rulebook, file }: TrialJob,
  read: ChargesRead,
  tables: ReadonlyMap<string, TableData>,
  onwards: () => void,
): Run {
  const found = new Map<string, Found>();
  const onFindings = (findings: readonly Finding[]): void => {
    onwards();
    const seen = new Set<string>();
    for (const finding of findings) {
      const of = found.get(finding.rule) ?? { count: 0, patients: 0, findings: [] };
      found.set(finding.rule, of);
      of.count += 1;
      if (!seen.has(finding.rule)) of.patients += 1;
      seen.add(finding.rule);
      if (of.findings.length < kept) of.findings.push(finding);
    }
  };
  const account = evaluate({ rulebook, charges: read.charges, tables, onFindings });
  return { rulebook, file, read, found, rules: triedRules(rulebook, account, found) };
}

function triedRules(
  { rules }: Rulebook,
  account: Account,
  found: ReadonlyMap<string, Found>,
): ReadonlyMap<string, TriedRule> {
  const accounts = new Map(account.rules.map((one) => [one.rule, one]));
  const needs = new Map(account.notEvaluated.map((one) => [one.rule, one.needs]));
  return new Map(
    rules.map(({ id }) => {
      const of = accounts.get(id);
      const tried: TriedRule = {
        rule: id,
        findings: found.get(id)?.count ?? 0,
        patients: found.get(id)?.patients ?? 0,
        subjects: of?.subjects ?? 0,
        outsideEpisodes: of?.outsideEpisodes ?? 0,
        unusableRows: of?.unusableRows ?? 0,
        needs: needs.get(id) ?? [],
      };
      return [id, tried];
    }),
  );
}

function resultOf({ read, rules }: Run): TrialResult {
  return {
    kind: "done",
    rows: read.rows,
    evaluated: read.charges.count,
    netted: read.netted,
    rejected: read.rejected.length,
    rules: [...rules.values()],
  };
}

function errorText({ message, file, row, column }: ChargeFileError): string {
  const place = [file, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`];
  return [place.filter((part) => part !== null).join(", "), message].filter((part) => part !== "").join(": ");
}
