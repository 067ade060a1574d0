/** A comparison for people at a terminal. */
import type { Cause, RuleChange, Span } from "@edict/review";
import { tallied } from "@edict/rulebook";
import type { Paint } from "../../output/paint.js";
import { painter } from "../../output/paint.js";
import { safeText } from "../../output/safe-text.js";
import { closedSentence, closedWords, coverWords } from "./closed-words.js";
import { caseText } from "./case-text.js";
import { replaySection } from "./replay-section.js";
import type { ComparedSide, DiffReport } from "./report.js";
import { sectionText } from "./section-text.js";
import { changeWords, holdingWords, nameCauseWords, spanWords, verdictWords } from "./span-words.js";
import { tableSection } from "./tables-section.js";
import { wordDifference } from "./word-difference.js";

export const textDiff: DiffReport = ({ base, head, review, tables, replay, closed }, io) => {
  const paint = painter(io);
  const { changes, same } = review;
  for (const change of changes) io.stdout.write(`${changeText(change, paint)}\n`);
  for (const table of tables) io.stdout.write(`${sectionText(tableSection(table), paint)}\n`);
  if (replay !== null) io.stdout.write(`${sectionText(replaySection(replay), paint)}\n`);
  if (closed !== null) {
    const sentence = closedSentence(closed);
    if (sentence !== null) io.stdout.write(`${paint("bold", sentence)}\n`);
    for (const change of closed.changes) io.stdout.write(`  ${safeText(`${change.id}: ${closedWords(change)}`)}\n`);
    if (sentence !== null) io.stdout.write("\n");
  }
  const sides = `${sideName(base)} → ${sideName(head)}`;
  io.stdout.write(
    changes.length === 0
      ? `${sides}: nothing changes in meaning; ${tallied(same, "rule")} the same\n`
      : `${sides}: ${tallied(changes.length, "rule")} changed, ${same} the same\n`,
  );
};

/** `main (1a2b3c4d)`. */
export function sideName({ name, commit }: ComparedSide): string {
  return safeText(commit === null ? name : `${name} (${commit.slice(0, 8)})`);
}

function changeText(change: RuleChange, paint: Paint): string {
  const { id, head, base, spans, says, causes, covers, verdict } = change;
  const rule = head ?? base;
  const title = rule === null ? "" : ` "${safeText(rule.title)}"`;
  const place = rule === null ? "" : `${safeText(rule.at.file)}:${rule.at.line}: `;
  const lines = [`${place}${paint("bold", safeText(id))}${title} ${safeText(changeWords(change))}`];
  for (const span of spans) lines.push(`  ${safeText(spanLine(span))}`);
  if (says.length > 0 && verdict !== "same") lines.push(`  findings say otherwise: ${says.join(", ")}`);
  for (const cause of causes) lines.push(`  ${safeText(causeLine(cause))}`);
  for (const cover of covers) lines.push(`  ${safeText(coverWords(cover))}`);
  const cases = spans.flatMap(({ witnesses }) => witnesses);
  for (const witness of cases) {
    const { text } = caseText(change, witness);
    lines.push("", ...text.split("\n").map((line) => `    ${safeText(line)}`));
  }
  return lines.join("\n") + "\n";
}

function spanLine(span: Span): string {
  const how = span.verdict === "unknown" ? "unknown" : `${span.verdict} (proven)`;
  const holding = holdingWords(span);
  const others = span.byOthers ? "; by lines elsewhere that it counts with these" : "";
  return `${spanWords(span)}: ${how}, ${verdictWords[span.verdict]}${holding === "" ? "" : ` [${holding}]`}${others}`;
}

/** What was changed, in one line. */
export function causeLine(cause: Cause): string {
  if (cause.kind === "name") return nameCauseWords(cause);
  if (cause.base === null || cause.head === null) {
    return cause.base === null ? `{+${cause.head ?? ""}+}` : `[-${cause.base}-]`;
  }
  return wordDifference(cause.base, cause.head)
    .map(({ kind, text }) => (kind === "kept" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`))
    .join(" ");
}
