/** A finding as a row of a table: the columns of every report that is one, named as the keys of a finding in JSON are. */
import type { Finding, FindingLine } from "@edict/rulebook";
import { billedCode } from "@edict/rulebook";
import { suggestionText } from "./finding-words.js";
import type { ReportedFinding } from "./report.js";

/** What a column holds, for reports that have types. */
export type ColumnKind = "text" | "whole" | "number" | "date";

export interface FindingColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The cell as text; null where it is blank. */
  readonly of: (finding: ReportedFinding) => string | null;
}

/** First what a finding says, then its line, then what stands behind it. */
export const findingColumns: readonly FindingColumn[] = [
  { name: "rule", kind: "text", of: ({ rule }) => rule },
  { name: "override", kind: "text", of: ({ override }) => override },
  { name: "outcome", kind: "text", of: ({ outcome }) => outcome },
  { name: "carc", kind: "text", of: ({ carc }) => carc },
  { name: "rarc", kind: "text", of: ({ rarc }) => rarc },
  { name: "message", kind: "text", of: ({ message }) => message },
  { name: "file", kind: "text", of: ({ subject }) => subject.file },
  { name: "row", kind: "whole", of: ({ subject }) => String(subject.row) },
  { name: "line", kind: "text", of: ({ subject }) => subject.line },
  { name: "patient", kind: "text", of: ({ subject }) => subject.patient },
  { name: "claim", kind: "text", of: ({ subject }) => subject.claim },
  { name: "date", kind: "date", of: ({ subject }) => subject.date },
  { name: "code", kind: "text", of: ({ subject }) => subject.code },
  { name: "modifiers", kind: "text", of: ({ subject }) => subject.modifiers.join(" ") },
  { name: "units", kind: "number", of: ({ subject }) => String(subject.units) },
  { name: "amount", kind: "number", of: ({ subject }) => numberText(subject.amount) },
  { name: "others", kind: "text", of: ({ others }) => others.map(otherText).join("; ") },
  { name: "tableRow", kind: "whole", of: ({ tableRow }) => numberText(tableRow) },
  { name: "count", kind: "number", of: ({ count }) => numberText(count) },
  { name: "allowed", kind: "number", of: ({ allowed }) => numberText(allowed) },
  { name: "suggestion", kind: "text", of: ({ suggestion }) => suggestion && suggestionText(suggestion) },
  { name: "because", kind: "text", of: becauseText },
  { name: "at", kind: "text", of: ({ at }) => `${at.file}:${at.line}:${at.column}` },
  { name: "standing", kind: "text", of: ({ standing }) => standing ?? null },
];

/** `77412-26 on 2026-03-02 (charges.csv row 7)` */
function otherText(line: FindingLine): string {
  return `${billedCode(line)} on ${line.date} (${line.file} row ${line.row})`;
}

function becauseText({ because }: Finding): string {
  return because.map(({ authority, detail }) => (detail === null ? authority : `${authority}: ${detail}`)).join("; ");
}

function numberText(value: number | null): string | null {
  return value === null ? null : String(value);
}
