/** The account of `edict reconcile` in words: the rows of each source, whose patients they are, the rules that did not look. */
import type { PatientsInSources } from "@edict/engine";
import { tallied, thousands } from "@edict/rulebook";
import { columns } from "../../output/columns.js";
import { safeText } from "../../output/safe-text.js";
import { summaryText } from "../summary-text.js";
import type { ReconcileAccount } from "./report.js";

/** The most patients of one kind that are listed; JSON has them all. */
const mostPatients = 20;

/** The lines of the account. `values`: whether patients and values of rejected rows are shown. */
export function reconcileText(account: ReconcileAccount, show: { readonly values: boolean }): string {
  const { sources, patients, setAside, comparingNone } = account;
  const rows = sources.map(({ source, files, rows: own, evaluated, netted, rejected }) => [
    safeText(source),
    thousands(own),
    thousands(evaluated),
    thousands(netted),
    thousands(rejected),
    safeText(files.join(", ")),
  ]);
  const head = ["source", "rows", "evaluated", "netted", "rejected", "files"];
  const aside = setAside.map(
    ({ rule, sources: absent }) =>
      `set aside: ${rule} compares ${absent.map(safeText).join(" and ")}, which no --source gives`,
  );
  return [
    ...columns([head, ...rows], new Set([1, 2, 3, 4])),
    "",
    `${tallied(patients.inAll, "patient")} in every source`,
    ...patients.notInAll.map((group) => groupText(group, sources.length, show.values)),
    ...aside,
    ...(comparingNone === 0 ? [] : [forRun(comparingNone)]),
    "",
    summaryText(account.run, show),
  ].join("\n");
}

function forRun(rules: number): string {
  return rules === 1
    ? "1 rule compares no sources; edict run evaluates it"
    : `${thousands(rules)} rules compare no sources; edict run evaluates them`;
}

function groupText({ in: own, patients }: PatientsInSources, sources: number, values: boolean): string {
  const only = own.length === 1 && sources > 1 ? "only in" : "in";
  const said = `${tallied(patients.length, "patient")} ${only} ${own.map(safeText).join(" and ")}`;
  if (!values) return said;
  const more = patients.length - mostPatients;
  const listed = patients.slice(0, mostPatients).map(safeText).join(", ");
  return `${said}: ${listed}${more > 0 ? ` and ${thousands(more)} more; --format json lists all` : ""}`;
}
