/**
 * `--format html`: one page that stands alone, for people: the account first, then rule by rule its findings, folded. It
 * shows the first findings of each rule, counts them all, and says so.
 */
import type { Html } from "@edict/language";
import { html } from "@edict/language";
import type { Finding, FindingLine, Rule } from "@edict/rulebook";
import { tallied, thousands } from "@edict/rulebook";
import { Batched } from "../output/batched.js";
import { becauseOf, knownOf, lineCells, lineHead, saidOf, suggestionText } from "./finding-words.js";
import { listOf, pageEnd, pageStart, tableOf } from "./html-page.js";
import type { MakeReport, RunAccount } from "./report.js";
import { reported } from "./report.js";
import { accountParts } from "./summary-text.js";

/** So many findings of a rule are on the page where `--limit` says nothing. */
const mostOfRule = 100;

/** What is kept of a rule's findings until the page is written. */
interface RuleFindings {
  count: number;
  known: number;
  readonly shown: Html[];
  /** Who says so, of every version of the rule that was found. */
  readonly because: Set<string>;
}

export const htmlReport: MakeReport = ({ io, rulebook, files, limit }) => {
  const most = limit ?? mostOfRule;
  const byRule = new Map<string, RuleFindings>();
  const known = knownOf(rulebook);
  return {
    findings: (found, judged) => {
      for (const finding of reported(found, judged)) {
        const own: RuleFindings = byRule.get(finding.rule) ?? { count: 0, known: 0, shown: [], because: new Set() };
        byRule.set(finding.rule, own);
        own.count += 1;
        // Beside a baseline the known ones are counted, and those that somebody has to look at are shown.
        if (finding.standing === "known") own.known += 1;
        else if (own.shown.length < most) {
          own.shown.push(findingRows(finding));
          for (const line of becauseOf(finding, known)) own.because.add(line);
        }
      }
    },
    end: (account) => {
      const out = new Batched(io.stdout);
      out.write(pageStart);
      const rules = rulebook.rules.filter(({ id }) => byRule.has(id));
      out.write(summaryOf(account, rules, files).html);
      for (const [place, rule] of rules.entries()) {
        const found = byRule.get(rule.id);
        if (found !== undefined) out.write(`\n${ruleSection(rule, place, found).html}`);
      }
      out.write(pageEnd);
      out.flush();
    },
  };
};

function summaryOf(account: RunAccount, rules: readonly Rule[], files: readonly string[]): Html {
  const { summary } = account;
  const { told, kept, rejected } = accountParts(account, { values: true });
  const accounts = new Map(summary.rules.map((rule) => [rule.rule, rule]));
  const rows = rules.map(({ id, title }, place) => {
    const { findings = 0, subjects = 0 } = accounts.get(id) ?? {};
    return [html`<a href="#rule-${place + 1}">${id}</a>`, title, thousands(findings), thousands(subjects)];
  });
  const parts = [
    html`<p class="faint">Of ${files.join(", ")}. This page is as confidential as what it was made from.</p>`,
    listOf([...told, ...kept.flat()]),
    ...(rows.length === 0 ? [] : [tableOf(["rule", "title", "findings", "lines looked at"], rows, new Set([2, 3]))]),
    ...(rejected.length === 0
      ? []
      : [
          { html: "<details>" },
          html`<summary>${tallied(summary.rejected, "rejected row")}</summary>`,
          listOf(rejected),
          { html: "</details>" },
        ]),
  ];
  return { html: parts.map((part) => `\n${part.html}`).join("") };
}

function ruleSection({ id, title, at }: Rule, place: number, { count, known, shown, because }: RuleFindings): Html {
  const fresh = count - known;
  const left = fresh - shown.length;
  const said = [
    tallied(fresh, known === 0 ? "finding" : "new finding"),
    ...(known === 0 ? [] : [`${thousands(known)} known to the baseline and not shown`]),
    ...(left === 0
      ? []
      : [`the first ${thousands(shown.length)} are here; --limit shows more of each rule, --format csv all`]),
  ];
  const head = ["", "row", "patient", ...lineHead].map((name) => html`<th>${name}</th>`);
  const parts = [
    html`<h2 id="rule-${place + 1}">${id} ${title}</h2>`,
    html`<div class="faint">rule at ${at.file}:${at.line}:${at.column}</div>`,
    ...[...because].map((line) => html`<div class="faint">${line}</div>`),
    { html: "<details>" },
    html`<summary>${said.join("; ")}</summary>`,
    { html: '<table class="findings">' },
    { html: `<thead><tr>${head.map((cell) => cell.html).join("")}</tr></thead>` },
    ...shown,
    { html: "</table>\n</details>" },
  ];
  return { html: parts.map((part) => part.html).join("\n") };
}

/** What is said of the finding, and its lines under it. */
function findingRows(finding: Finding): Html {
  const { outcome, suggestion, subject, others } = finding;
  const said = saidOf(finding, (_, text) => text).slice(outcome.length);
  const todo = suggestion === null ? "" : `; suggested: ${suggestionText(suggestion)}`;
  const lines = [subject, ...others].map((line, index) => lineRow(line, index === 0 ? "→" : "").html);
  const first = html`<span class="${outcome}">${outcome}</span>${said + todo}`;
  return { html: `<tbody>\n<tr class="said"><td colspan="9">${first.html}</td></tr>\n${lines.join("\n")}\n</tbody>` };
}

function lineRow(line: FindingLine, mark: string): Html {
  const cells = [mark, `${line.file} ${line.row}`, line.patient, ...lineCells(line)].map(
    (text) => html`<td>${text}</td>`,
  );
  return { html: `<tr>${cells.map((cell) => cell.html).join("")}</tr>` };
}
