/**
 * The account of a run in words: every row is accounted for, and whatever kept a rule from looking is said before
 * anybody takes silence for a clean file.
 */
import type { Rejected, RuleAccount } from "@edict/rulebook";
import { tallied, thousands } from "@edict/rulebook";
import type { Tally } from "../exit-codes.js";
import { severities } from "../exit-codes.js";
import { columns } from "../output/columns.js";
import { safeText } from "../output/safe-text.js";
import type { RunAccount } from "./report.js";

/** The most rejected rows that are listed; JSON has them all. */
const mostRejected = 20;

/** The account in its parts, without the table of rules. */
export interface AccountParts {
  /** Rows, findings, and what became of a baseline. */
  readonly told: readonly string[];
  /** What kept rules from looking, and where they found nothing to look at; each list is of one kind. */
  readonly kept: readonly (readonly string[])[];
  readonly rejected: readonly string[];
}

/** The account. `values`: whether rejected rows show the value that was seen. */
export function accountParts(
  { summary, tally, rejected, baseline }: RunAccount,
  show: { readonly values: boolean },
): AccountParts {
  const { rows, evaluated, netted } = summary;
  return {
    told: [
      `${tallied(rows, "row")} = ${thousands(evaluated)} evaluated + ${thousands(netted)} netted + ${thousands(summary.rejected)} rejected`,
      `${tallied(summary.findings, "finding")}${bySeverity(tally)}`,
      ...baselineLines(baseline),
    ],
    kept: [
      summary.notEvaluated.map(
        ({ rule, needs }) => `not evaluated: ${rule} needs ${needs.join(", ")}, which a charge file lacks`,
      ),
      setAside(summary),
      lookedAtNothing(summary),
      summary.rules.flatMap(leftOut),
    ],
    rejected: rejectedLines(rejected, show.values),
  };
}

/** The lines of the account, as text. */
export function summaryText(account: RunAccount, show: { readonly values: boolean }): string {
  const { told, kept, rejected } = accountParts(account, show);
  const lines = [...told, ...ruleTable(account.summary.rules), ...kept.flatMap(said), ...said(rejected)];
  return lines.join("\n") + "\n";
}

function bySeverity(tally: Tally): string {
  const parts = severities.filter((severity) => tally.of(severity) > 0);
  return parts.length === 0
    ? ""
    : `: ${parts.map((severity) => `${thousands(tally.of(severity))} ${severity}`).join(", ")}`;
}

/** How many findings the baseline knows, and what of it is found no more, so that it can be made smaller. */
function baselineLines(said: RunAccount["baseline"]): readonly string[] {
  if (said === undefined) return [];
  const { known, new: fresh, room, tally, fingerprints, gone, fewer, notLookedAt } = said;
  const file = safeText(said.file);
  const less = [
    ...(gone === 0 ? [] : [`${thousands(gone)} found no more`]),
    ...(fewer === 0 ? [] : [`${thousands(fewer)} found less often`]),
  ];
  return [
    `baseline ${file}: ${thousands(known)} known, ${thousands(fresh)} new${bySeverity(tally)}`,
    ...(room === 0
      ? []
      : [`  ${thousands(room)} more would pass as known, since counts are rounded up or findings gone`]),
    ...(less.length === 0
      ? []
      : [
          `  of its ${tallied(fingerprints, "fingerprint")}, ${less.join(" and ")}; --baseline ${file} --write-baseline ${file} makes it smaller`,
        ]),
    ...(notLookedAt === 0
      ? []
      : [`  ${tallied(notLookedAt, "fingerprint")} of rules that were not evaluated: nothing is said of them`]),
  ];
}

function said(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

/** Rules with findings, and how many lines each looked at. */
function ruleTable(rules: readonly RuleAccount[]): readonly string[] {
  const found = rules.filter(({ findings }) => findings > 0);
  if (found.length === 0) return [];
  const cells = found.map((rule) => [rule.rule, thousands(rule.findings), thousands(rule.subjects)]);
  const table = columns([["rule", "findings", "lines looked at"], ...cells], new Set([1, 2]));
  return ["", ...table.map((line) => `  ${line}`)];
}

/** Rules that are for another command. */
function setAside({ setAside: rules = [] }: RunAccount["summary"]): readonly string[] {
  if (rules.length === 0) return [];
  return [`set aside: ${rules.join(", ")}; no charge file says its source, and edict reconcile compares sources`];
}

/** Rules that could look and had nothing to look at. Those that could not are said above. */
function lookedAtNothing({ rules, notEvaluated }: RunAccount["summary"]): readonly string[] {
  const kept = new Set(notEvaluated.map(({ rule }) => rule));
  const idle = rules.filter(({ subjects, rule }) => subjects === 0 && !kept.has(rule)).map(({ rule }) => rule);
  if (idle.length === 0) return [];
  return [`looked at no line: ${idle.join(", ")}; check their codes, payers, settings and dates if this surprises you`];
}

function leftOut({ rule, outsideEpisodes, unusableRows }: RuleAccount): readonly string[] {
  return [
    ...(outsideEpisodes === 0 ? [] : [`${rule}: ${tallied(outsideEpisodes, "line")} left out, being in no episode`]),
    ...(unusableRows === 0
      ? []
      : [`${rule}: ${tallied(unusableRows, "row")} of its table not usable, for an empty cell`]),
  ];
}

function rejectedLines(rejected: readonly Rejected[], values: boolean): readonly string[] {
  const lines = rejected.slice(0, mostRejected).map(({ file, row, column, value, reason }) => {
    const where = `${safeText(file)}, row ${row}${column === null ? "" : `, column ${safeText(column)}`}`;
    const seen = values && value !== null ? ` ${JSON.stringify(safeText(value))}` : "";
    return `rejected: ${where}:${seen} ${reason}`;
  });
  const more = rejected.length - lines.length;
  return more > 0 ? [...lines, `and ${tallied(more, "rejected row")} more; --format json lists all`] : lines;
}
