/**
 * `--format csv`: a worklist, one difference a line, which a spreadsheet opens and does not run; the account on standard
 * error, without any value of a charge file.
 */
import type { Difference } from "@edict/engine";
import type { FindingLine } from "@edict/rulebook";
import { billedCode } from "@edict/rulebook";
import { Batched } from "../../output/batched.js";
import { csvLine } from "../../output/csv.js";
import { suggestionText } from "../finding-words.js";
import { reconcileText } from "./account-text.js";
import type { MakeReconcileReport } from "./report.js";

const header = [
  "patient",
  "date",
  "in",
  "not in",
  "too few in",
  "also in",
  "code",
  "modifiers",
  "units",
  "amount",
  "claim",
  "file",
  "row",
  "line",
  "outcome",
  "rule",
  "override",
  "message",
  "count",
  "allowed",
  "suggested",
  "because",
  "other lines",
  "rule at",
] as const;

export const csvReport: MakeReconcileReport = ({ io }) => {
  const out = new Batched(io.stdout);
  out.write(csvLine(header));
  return {
    differences: (differences) => {
      for (const difference of differences) out.write(csvLine(cellsOf(difference)));
    },
    end: (account) => {
      out.flush();
      io.stderr.write(reconcileText(account, { values: false }));
    },
  };
};

function cellsOf({ finding, in: own, notIn, fewerIn, alsoIn }: Difference): readonly string[] {
  const { subject, because, at, suggestion } = finding;
  return [
    subject.patient,
    subject.date,
    own,
    notIn.join("; "),
    fewerIn.join("; "),
    alsoIn.join("; "),
    subject.code,
    subject.modifiers.join(" "),
    String(subject.units),
    numberText(subject.amount),
    subject.claim ?? "",
    subject.file,
    String(subject.row),
    subject.line,
    finding.outcome,
    finding.rule,
    finding.override ?? "",
    finding.message,
    numberText(finding.count),
    numberText(finding.allowed),
    suggestion === null ? "" : suggestionText(suggestion),
    because.map(({ authority, detail }) => (detail === null ? authority : `${authority}: ${detail}`)).join("; "),
    finding.others.map(otherText).join("; "),
    `${at.file}:${at.line}:${at.column}`,
  ];
}

/** `77412 on 2026-03-02 (charges.csv row 7)` */
function otherText(line: FindingLine): string {
  return `${billedCode(line)} on ${line.date} (${line.file} row ${line.row})`;
}

function numberText(value: number | null): string {
  return value === null ? "" : String(value);
}
