/** The timeline of a test that was run: each line, what was expected of it and what was found on it. */
import type { TestOutcome } from "@edict/engine";
import type { TestLine } from "@edict/rulebook";
import { billedCode } from "@edict/rulebook";

/** The timeline as a text in columns. */
export function timelineOf({ test, missing, unexpected, findings }: TestOutcome): string {
  const found = test.lines.map((): string[] => []);
  const expected = test.lines.map((): string[] => []);
  for (const finding of findings) {
    // A test's line stands in the row that follows the header, as in a file.
    const at = finding.subject.row - 2;
    found[at]?.push(finding.rule);
    if (!unexpected.some((other) => other.finding === finding)) expected[at]?.push(finding.rule);
  }
  const nowhere: (readonly string[])[] = [];
  for (const { rule, code, modifiers, date } of missing) {
    const at = test.lines.findIndex(
      (line) => line.code === code && line.date === date && modifiers.every((one) => line.modifiers.includes(one)),
    );
    if (at >= 0) expected[at]?.push(rule);
    else nowhere.push(["no such line", date, billedCode({ code, modifiers }), "", "", rule, "-"]);
  }
  const lines = test.lines.map((line, at) => [...cellsOf(line), rules(expected[at]), rules(found[at])]);
  return columns([["", "", "", "", "", "expected", "found"], ...lines, ...nowhere]).join("\n");
}

function rules(ids: readonly string[] = []): string {
  return ids.length === 0 ? "-" : [...new Set(ids)].sort().join(", ");
}

function cellsOf({ when, date, code, modifiers, units, fields }: TestLine): readonly string[] {
  const others = Object.entries(fields).map(([field, value]) => `${field} ${wordsOf(value)}`);
  return [
    when,
    when === date ? "" : date,
    billedCode({ code, modifiers }),
    units === 1 ? "" : `x${units}`,
    others.join(", ").replace(/\s+/g, " "),
  ];
}

function wordsOf(value: string | number | readonly string[]): string {
  return typeof value === "object" ? value.join(" ") : String(value);
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .flatMap((cell, at) => ((widths[at] ?? 0) === 0 ? [] : [cell.padEnd(widths[at] ?? 0)]))
      .join("  ")
      .trimEnd(),
  );
}
