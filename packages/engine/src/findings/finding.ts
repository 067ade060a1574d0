/** A finding as it is reported: made from the indexes of its lines, once it is sure that it will be. */
import type { Charges, Finding, FindingSuggestion } from "@edict/rulebook";
import { cellText, columnOfTable } from "../columns/cells.js";
import { fromExact } from "../plan/exact.js";
import type { FindingLines } from "./line-values.js";
import { messageOf } from "./message.js";
import type { Raised } from "./raised.js";

export function findingOf(raised: Raised, lines: FindingLines): Finding {
  const { rule, version } = raised;
  const { outcome, because } = version.clauses;
  return {
    rule: rule.rule.id,
    override: version.override,
    outcome: outcome.severity,
    carc: outcome.carc,
    rarc: outcome.rarc,
    message: messageOf(raised, lines.charges),
    subject: lines.of(raised.line),
    others: raised.others.map((line) => lines.of(line)),
    // The header is row 1.
    tableRow: raised.row < 0 ? null : raised.row + 2,
    count: raised.count === null ? null : fromExact(raised.count),
    allowed: raised.allowed === null ? null : fromExact(raised.allowed),
    suggestion: suggestionOf(raised, lines.charges),
    because: because.map(({ authority, detail }) => ({ authority, detail })),
    at: rule.rule.at,
  };
}

function nearestOf({ version, line }: Raised, charges: Charges): FindingSuggestion | null {
  const own = charges.code.values[charges.code.ids[line] ?? -1] ?? "";
  const code = version.nearest?.(own, charges.date.days[line] ?? 0) ?? null;
  return code === null ? null : { kind: "replace", code };
}

/** The suggestion of a finding, where the row, the allowance or a list of codes fills it in. */
export function suggestionOf(raised: Raised, charges: Charges): FindingSuggestion | null {
  const { suggest } = raised.version.clauses;
  if (suggest === null) return null;
  switch (suggest.kind) {
    case "remove":
    case "modifier":
    case "replace":
    case "text":
      return suggest;
    case "replace-row": {
      const code = cellText(columnOfTable(raised.version.table, suggest.column), raised.row);
      return code === null ? null : { kind: "replace", code };
    }
    case "nearest-code":
      return nearestOf(raised, charges);
    case "units":
      return raised.allowed === null ? null : { kind: "units", units: fromExact(raised.allowed) };
  }
}
