/** A finding in the shape of `language.md` section 7, and what is written into it. */
import type { Clauses, Finding, FindingLine, FindingSuggestion, MessagePart, Placeholder, Rule } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import { cellText } from "./book.js";
import { textOf, valueOf, withoutDot } from "./fields.js";
import type { Line } from "./lines.js";
import { nearestCode } from "./nearest-code.js";
import type { Raised } from "./raised.js";
import type { Version } from "./versions.js";

/** Writes a finding out. */
export function findingOf(
  book: Book,
  rule: Rule,
  { label, clauses }: Version,
  row: Row | null,
  raised: Raised,
): Finding {
  const { outcome } = clauses;
  return {
    rule: rule.id,
    override: label,
    outcome: outcome.severity,
    carc: outcome.carc,
    rarc: outcome.rarc,
    message: outcome.message.map((part) => written(part, row, raised)).join(""),
    subject: shown(raised.subject),
    others: raised.others.map(shown),
    tableRow: row && row.number,
    count: raised.count,
    allowed: raised.allowed,
    suggestion: suggested(clauses, row, raised, book),
    because: clauses.because.map(({ authority, detail }) => ({ authority, detail })),
    at: { file: rule.at.file, line: rule.at.line, column: rule.at.column },
  };
}

function shown(line: Line): FindingLine {
  const amount = valueOf(line, "amount");
  return {
    file: line.file,
    row: line.row,
    line: textOf(line, "line") ?? String(line.row),
    patient: line.patient,
    claim: textOf(line, "claim"),
    date: line.date,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    amount: typeof amount === "number" ? amount : null,
  };
}

/** What is blank prints nothing. */
function written(part: MessagePart, row: Row | null, raised: Raised): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "placeholder":
      return String(placeholder(part.name, raised) ?? "");
    case "row": {
      const cell = cellText(row, part.column) ?? "";
      return row?.cells.get(part.column)?.column.type === "diagnosis" ? withDot(cell) : cell;
    }
  }
}

function placeholder(name: Placeholder, { subject, others, days, count, allowed }: Raised): string | number | null {
  switch (name) {
    case "code":
      return subject.code;
    case "date":
      return subject.date;
    case "units":
      return subject.units;
    case "payer":
      return textOf(subject, "payer");
    case "other.code":
      return others[0]?.code ?? null;
    case "other.date":
      return others[0]?.date ?? null;
    case "days":
      return days;
    case "count":
      return count;
    case "allowed":
      return allowed;
  }
}

function withDot(diagnosis: string): string {
  const bare = withoutDot(diagnosis);
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}

function suggested(
  { suggest }: Clauses,
  row: Row | null,
  { subject, allowed }: Raised,
  book: Book,
): FindingSuggestion | null {
  switch (suggest?.kind) {
    case undefined:
      return null;
    case "remove":
      return { kind: "remove" };
    case "modifier":
      return { kind: "modifier", modifier: suggest.modifier };
    case "replace":
      return { kind: "replace", code: suggest.code };
    case "replace-row": {
      const code = cellText(row, suggest.column);
      return code === null ? null : { kind: "replace", code };
    }
    case "units":
      return allowed === null ? null : { kind: "units", units: allowed };
    case "nearest-code": {
      const code = nearestCode(subject, suggest, book);
      return code === null ? null : { kind: "replace", code };
    }
    case "text":
      return { kind: "text", text: suggest.text };
  }
}
