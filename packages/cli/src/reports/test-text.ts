/** Outcomes of the rules' tests: as text, each failing timeline with what was expected and what was found; as JSON. */
import type { MissingFinding, TestOutcome, UnexpectedFinding } from "@edict/engine";
import { againstTexts } from "@edict/engine";
import type { Finding, Place, TestLine } from "@edict/rulebook";
import { billedCode } from "@edict/rulebook";
import { columns } from "../output/columns.js";
import type { Paint } from "../output/paint.js";
import { safeText } from "../output/safe-text.js";

/** A failing test in a few lines. */
export function outcomeText({ test, missing, unexpected, findings }: TestOutcome, paint: Paint): string {
  return [
    `${paint("red", "failed")} "${safeText(test.title)}" (${placeText(test.at)})`,
    "  timeline",
    ...columns(test.lines.map(lineCells)).map((line) => `    ${line}`),
    ...section(
      "  expected and not found",
      missing.map((entry) => `    ${missingText(entry)}`),
    ),
    ...section(
      "  found and not expected",
      unexpected.map((entry) => `    ${unexpectedText(entry)}`),
    ),
    findings.length === 0 ? "  found in all: nothing" : "  found in all",
    ...findings.map((finding) => `    ${findingText(finding)}`),
    "",
  ].join("\n");
}

/** All outcomes as one document, with the same lists. */
export function outcomesJson(outcomes: readonly TestOutcome[]): string {
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  const tests = outcomes.map(({ test, ...rest }) => ({ title: test.title, at: test.at, ...rest }));
  return `${JSON.stringify({ passed, failed: outcomes.length - passed, tests }, null, 2)}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function lineCells({ when, date, code, modifiers, units, fields }: TestLine): readonly string[] {
  const others = Object.entries(fields).map(([field, value]) => `${field} ${fieldText(value)}`);
  return [
    when,
    when === date ? "" : date,
    billedCode({ code, modifiers }),
    units === 1 ? "" : `x${units}`,
    safeText(others.join(", ")),
  ];
}

function fieldText(value: string | number | readonly string[]): string {
  return typeof value === "object" ? value.join(" ") : String(value);
}

function missingText({ rule, code, modifiers, date, at }: MissingFinding): string {
  return `${rule} on ${billedCode({ code, modifiers })} ${date} (${placeText(at)})`;
}

function unexpectedText({ finding, against, at }: UnexpectedFinding): string {
  return `${findingText(finding)}; ${againstTexts[against]} (${placeText(at)})`;
}

function findingText({ rule, subject, outcome, message }: Finding): string {
  return `${rule} on ${billedCode(subject)} ${subject.date}: ${outcome}, ${safeText(message)}`;
}

function placeText({ file, line, column }: Place): string {
  return `${safeText(file)}:${line}:${column}`;
}
