/**
 * What a rule would find in a charge file, as a page: the count, all that was not evaluated, and the findings, each with
 * the picture of its patient's timeline. A rule that did not look is never shown as one that found nothing.
 */
import type { ChargesRead } from "@edict/charges";
import type { Charges, Finding, FindingLine, Rule } from "@edict/rulebook";
import { billedCode, tallied } from "@edict/rulebook";
import type { TriedRule } from "../charges/trial-messages.js";
import type { Html } from "@edict/language";
import { html, nothing } from "@edict/language";
import type { PictureLine } from "./timeline-picture.js";
import { timelinePicture } from "./timeline-picture.js";

/** What the page is made of. `findings` are the first ones. */
export interface FindingsPage {
  readonly rule: Rule;
  /** The charge file's own name. */
  readonly file: string;
  readonly read: ChargesRead;
  readonly tried: TriedRule;
  readonly findings: readonly Finding[];
  readonly othersNotEvaluated: readonly string[];
}

/** Rejected rows that are listed. */
const mostRejected = 20;
/** Lines of a patient in one picture; those nearest to the subject. */
const mostLines = 300;

/** The page. */
export function findingsPage(page: FindingsPage): Html {
  const { rule, tried, findings } = page;
  return html`<h1>${rule.id} <span class="title">${rule.title}</span></h1>
    <p class="${tried.needs.length > 0 ? "warning" : "lead"}">${headline(tried)}</p>
    ${accountOf(page)} ${findings.map((finding) => findingPart(page.read.charges, finding))}
    ${findings.length < tried.findings ? html`<p class="quiet">These are the first ${findings.length} of ${tried.findings}; edict run lists all.</p>` : nothing}
    ${rejectedPart(page)}`;
}

function headline({ findings, patients, needs, subjects }: TriedRule): string {
  if (needs.length > 0) {
    return `Not evaluated: the charge file has no column for ${needs.join(", ")}. The rule looked at no line.`;
  }
  if (findings === 0) return `No findings; it looked at ${tallied(subjects, "line")}.`;
  return `${tallied(findings, "finding")} in ${tallied(patients, "patient")}; it looked at ${tallied(subjects, "line")}.`;
}

function accountOf({ file, read, tried, othersNotEvaluated }: FindingsPage): Html {
  const { rows, charges, netted, rejected } = read;
  const parts = [
    `${file}: ${tallied(rows, "row")}, of which ${charges.count} evaluated, ${netted} netted, ${rejected.length} rejected.`,
    ...(tried.outsideEpisodes > 0
      ? [`${tallied(tried.outsideEpisodes, "line")} in no episode, which this rule leaves out.`]
      : []),
    ...(tried.unusableRows > 0
      ? [`${tallied(tried.unusableRows, "row")} of its table with an empty cell where a set or a number is needed.`]
      : []),
    ...(othersNotEvaluated.length > 0
      ? [
          `Not evaluated for want of a column: ${othersNotEvaluated.slice(0, 20).join(", ")}${othersNotEvaluated.length > 20 ? " and more" : ""}.`,
        ]
      : []),
  ];
  return html`<ul class="account">
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;
}

function findingPart(charges: Charges, finding: Finding): Html {
  const { subject, others, message, outcome, carc, override, count, allowed } = finding;
  const facts = [
    `patient ${subject.patient}`,
    subject.claim === null ? null : `claim ${subject.claim}`,
    `row ${subject.row}`,
    carc === null ? null : `CARC ${carc}`,
    override === null ? null : `as overridden for ${override}`,
    count === null || allowed === null ? null : `${count} counted, ${allowed} allowed`,
    suggestionWords(finding),
  ].filter((fact) => fact !== null);
  return html`<section class="finding">
    <h2><span class="outcome ${outcome}">${outcome}</span> ${lineText(subject)} on ${subject.date}</h2>
    <p>${message}</p>
    ${timelinePicture(pictureLines(charges, finding))}
    <p class="quiet">${facts.join(" · ")}</p>
    ${others.length === 0 ? nothing : html`<p class="quiet">with ${others.map((other) => `${lineText(other)} on ${other.date} (row ${other.row})`).join(", ")}</p>`}
  </section>`;
}

function suggestionWords({ suggestion }: Finding): string | null {
  switch (suggestion?.kind) {
    case undefined:
      return null;
    case "remove":
      return "suggests to remove the line";
    case "modifier":
      return `suggests modifier ${suggestion.modifier}`;
    case "replace":
      return `suggests ${suggestion.code}`;
    case "units":
      return `suggests ${suggestion.units} units`;
    case "text":
      return `suggests: ${suggestion.text}`;
  }
}

function lineText({ code, modifiers, units }: FindingLine): string {
  return billedCode({ code, modifiers }) + (units === 1 ? "" : ` x${units}`);
}

/** The lines of the finding's patient; of a patient with very many, those nearest to the subject. */
function pictureLines(charges: Charges, { subject, others }: Finding): readonly PictureLine[] {
  const isLine = (line: number, of: FindingLine): boolean =>
    charges.row[line] === of.row && charges.files[charges.file[line] ?? 0]?.name === of.file;
  const id = charges.patient.values.indexOf(subject.patient);
  const start = charges.patient.ids.indexOf(id);
  if (id < 0 || start < 0) return [];
  let end = start;
  while (end < charges.count && charges.patient.ids[end] === id) end += 1;
  let own = start;
  while (own < end && !isLine(own, subject)) own += 1;
  const from = Math.max(start, Math.min(own - mostLines / 2, end - mostLines));
  const lines: PictureLine[] = [];
  for (let line = start; line < end; line++) {
    const role = line === own ? "subject" : others.some((other) => isLine(line, other)) ? "companion" : "line";
    // A companion is shown however far away it is.
    if (role === "line" && (line < from || line >= from + mostLines)) continue;
    const modifiers = charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1] ?? [];
    const units = charges.units.values[line] ?? 1;
    const code = charges.code.values[charges.code.ids[line] ?? -1] ?? "";
    lines.push({
      day: charges.date.days[line] ?? 0,
      text: billedCode({ code, modifiers }) + (units === 1 ? "" : ` x${units}`),
      role,
    });
  }
  return lines;
}

function rejectedPart({ read: { rejected } }: FindingsPage): Html {
  if (rejected.length === 0) return nothing;
  return html`<h2>Rejected rows</h2>
    <p class="warning">No rule looked at ${rejected.length === 1 ? "this row" : `these ${rejected.length} rows`}.</p>
    <ul>
      ${rejected.slice(0, mostRejected).map(({ row, column, reason }) => html`<li>row ${row}${column === null ? "" : `, column ${column}`}: ${reason}</li>`)}
    </ul>
    ${rejected.length > mostRejected ? html`<p class="quiet">and ${rejected.length - mostRejected} more</p>` : nothing}`;
}
