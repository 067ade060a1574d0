/** Explanations of one charge line: as text, clause by clause, and as JSON. */
import type { RuleExplanation } from "@edict/engine";
import type { Charges } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import type { Paint } from "../output/paint.js";
import { safeText } from "../output/safe-text.js";

/** Names the line that is explained. */
export function lineHeading(charges: Charges, line: number, paint: Paint): string {
  const file = charges.files[charges.file[line] ?? 0]?.name ?? "";
  const code = charges.code.values[charges.code.ids[line] ?? -1] ?? "";
  const modifiers = charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1] ?? [];
  const date = formatDate(charges.date.days[line] ?? 0);
  const place = `${safeText(file)}, row ${charges.row[line] ?? 0}`;
  return `${paint("bold", `${[code, ...modifiers].map(safeText).join("-")} on ${date}`)} (${place})\n\n`;
}

/** One rule's verdict, and how it came about. */
export function explanationText(explanation: RuleExplanation, paint: Paint): string {
  const { rule, title, override, verdict, steps, finding } = explanation;
  const colour = verdict === "finding" ? "red" : verdict === "no finding" ? "green" : "yellow";
  const under = override === null ? "" : ` (override ${override})`;
  const width = Math.max(0, ...steps.map(({ clause }) => clause.length));
  const lines = [
    `${paint("bold", rule)} ${safeText(title)}${under}: ${paint(colour, verdict)}`,
    ...steps.map(
      ({ clause, passed, text }) => `  ${passed ? "yes" : "no "}  ${clause.padEnd(width)}  ${safeText(text)}`,
    ),
    ...(finding === null ? [] : [`  ${finding.outcome}: ${safeText(finding.message)}`]),
  ];
  return lines.join("\n") + "\n\n";
}

/** The explanations as one document. */
export function explanationsJson(explanations: readonly RuleExplanation[]): string {
  return `${JSON.stringify({ explanations }, null, 2)}\n`;
}
