/**
 * `--format junit`: a suite for each rule, for the page of a build that shows tests. A rule fails where the run fails for
 * it. Of findings the rows are listed, up to a number, and nothing else of a charge.
 */
import type { Place, Rule, Severity } from "@edict/rulebook";
import { tallied } from "@edict/rulebook";
import type { FailOn } from "../exit-codes.js";
import { failsRun, severities } from "../exit-codes.js";
import { Batched } from "../output/batched.js";
import { xmlText } from "../output/xml.js";
import type { MakeReport, ReportedFinding, RunAccount } from "./report.js";
import { reported } from "./report.js";
import { summaryText } from "./summary-text.js";

/** The most rows that are listed of a rule. */
const mostRows = 50;

/** What a rule found that the run fails for, and what it does not. */
interface RuleFindings {
  failing: number;
  passing: number;
  known: number;
  /** `deny`, and how many: of those that the run fails for. */
  readonly outcomes: Map<Severity, number>;
  readonly rows: string[];
}

interface Case {
  readonly name: string;
  readonly kind: "passed" | "failure" | "error" | "skipped";
  /** What failed, in a line. */
  readonly message: string;
  readonly lines: readonly string[];
}

export const junitReport: MakeReport = ({ io, rulebook, failOn }) => {
  const byRule = new Map<string, RuleFindings>();
  return {
    findings: (found, judged) => {
      for (const finding of reported(found, judged)) take(finding, byRule, failOn);
    },
    end: (account) => {
      const out = new Batched(io.stdout);
      const suites = [
        ...rulebook.rules.map((rule) => ({ rule, cases: [caseOf(rule, byRule.get(rule.id), account)] })),
        { rule: null, cases: [caseOfRows(account)] },
      ];
      const all = suites.flatMap(({ cases }) => cases);
      out.write(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="edict run"${counts(all)}>\n`);
      for (const { rule, cases } of suites) out.write(suiteText(rule, cases));
      out.write("</testsuites>\n");
      out.flush();
      io.stderr.write(summaryText(account, { values: false }));
    },
  };
};

function take(
  { rule, outcome, subject, standing }: ReportedFinding,
  byRule: Map<string, RuleFindings>,
  failOn: FailOn,
): void {
  const own: RuleFindings = byRule.get(rule) ?? { failing: 0, passing: 0, known: 0, outcomes: new Map(), rows: [] };
  byRule.set(rule, own);
  if (standing === "known") own.known += 1;
  else if (!failsRun(outcome, failOn)) own.passing += 1;
  else {
    own.failing += 1;
    own.outcomes.set(outcome, (own.outcomes.get(outcome) ?? 0) + 1);
    if (own.rows.length < mostRows) own.rows.push(`${subject.file} row ${subject.row}`);
  }
}

function caseOf({ id }: Rule, found: RuleFindings | undefined, { summary }: RunAccount): Case {
  const name = "has no finding that fails the run";
  const needs = summary.notEvaluated.find(({ rule }) => rule === id)?.needs;
  if (needs !== undefined) {
    return {
      name,
      kind: "error",
      message: `not evaluated: needs ${needs.join(", ")}, which a charge file lacks`,
      lines: [],
    };
  }
  if (summary.setAside?.includes(id) === true) {
    return {
      name,
      kind: "skipped",
      message: "set aside: compares sources, and edict reconcile evaluates it",
      lines: [],
    };
  }
  if (found === undefined) return { name, kind: "passed", message: "", lines: [] };
  const { failing, passing, known, outcomes, rows } = found;
  const beside = [
    ...(known === 0 ? [] : [`${tallied(known, "finding")} known to the baseline`]),
    ...(passing === 0 ? [] : [`${tallied(passing, "finding")} below --fail-on`]),
  ];
  if (failing === 0) return { name, kind: "passed", message: "", lines: beside };
  const more = failing - rows.length;
  const told = severities
    .flatMap((outcome) => (outcomes.has(outcome) ? [`${outcomes.get(outcome) ?? 0} ${outcome}`] : []))
    .join(", ");
  return {
    name,
    kind: "failure",
    message: `${tallied(failing, "finding")}: ${told}`,
    lines: [...rows, ...(more === 0 ? [] : [`and ${tallied(more, "row")} more`]), ...beside],
  };
}

function caseOfRows({ summary: { rejected } }: RunAccount): Case {
  const name = "has no rejected row";
  if (rejected === 0) return { name, kind: "passed", message: "", lines: [] };
  return { name, kind: "error", message: `${tallied(rejected, "row")} rejected`, lines: [] };
}

function suiteText(rule: Rule | null, cases: readonly Case[]): string {
  const name = rule === null ? "charge files" : `${rule.id} ${rule.title}`;
  const text = cases.map((own) => caseText(own, rule?.id ?? "charge files", rule?.at ?? null)).join("");
  return `  <testsuite name="${xmlText(name)}"${counts(cases)}>\n${text}  </testsuite>\n`;
}

function caseText({ name, kind, message, lines }: Case, of: string, at: Place | null): string {
  const place = at === null ? "" : ` file="${xmlText(at.file)}" line="${at.line}"`;
  const head = `    <testcase classname="${xmlText(of)}" name="${xmlText(name)}"${place}`;
  const body = lines.map((line) => `${xmlText(line)}\n`).join("");
  if (kind === "passed") {
    return body === "" ? `${head} />\n` : `${head}>\n      <system-out>${body}</system-out>\n    </testcase>\n`;
  }
  const inner =
    body === ""
      ? `<${kind} message="${xmlText(message)}" />`
      : `<${kind} message="${xmlText(message)}">${body}</${kind}>`;
  return `${head}>\n      ${inner}\n    </testcase>\n`;
}

function counts(cases: readonly Case[]): string {
  const of = (wanted: Case["kind"]): number => cases.filter(({ kind }) => kind === wanted).length;
  return ` tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
}
