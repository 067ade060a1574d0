/**
 * `--format text`: differences by patient, day and which source lacks what, each with its lines; then the rules that found
 * them, with who says so; the account at the end.
 */
import type { Difference } from "@edict/engine";
import type { Finding } from "@edict/rulebook";
import { tallied } from "@edict/rulebook";
import { Batched } from "../../output/batched.js";
import { columns } from "../../output/columns.js";
import { painter } from "../../output/paint.js";
import { safeText } from "../../output/safe-text.js";
import { becauseOf, knownOf, lineCells, lineHead, saidOf, suggestionText } from "../finding-words.js";
import { reconcileText } from "./account-text.js";
import { placeOf } from "./place-words.js";
import type { MakeReconcileReport } from "./report.js";

export const textReport: MakeReconcileReport = ({ io, rulebook, sourceOf, ofSeveralFiles, limit }) => {
  const out = new Batched(io.stdout);
  const paint = painter(io);
  const known = knownOf(rulebook);
  /** Of each rule and override with a difference that is shown, one finding. */
  const versions = new Map<string, Finding>();
  let shown = 0;
  let left = 0;
  return {
    differences: (differences) => {
      const room = limit === null ? differences.length : Math.max(0, Math.min(differences.length, limit - shown));
      left += differences.length - room;
      shown += room;
      if (room > 0) out.write(patientText(differences.slice(0, room)));
    },
    end: (account) => {
      if (left > 0) out.write(`and ${tallied(left, "difference")} more; leave --limit out to see all\n\n`);
      out.write(rulesText());
      out.write(reconcileText(account, { values: true }));
      out.flush();
    },
  };

  function patientText(differences: readonly Difference[]): string {
    const lines = [paint("bold", `patient ${safeText(differences[0]?.finding.subject.patient ?? "")}`)];
    let day = "";
    for (const group of byDayAndPlace(differences)) {
      const [first] = group;
      if (first === undefined) continue;
      const { date } = first.finding.subject;
      if (date !== day) lines.push(`  ${date}`);
      day = date;
      lines.push(`    ${paint("bold", safeText(placeOf(first)))}`);
      for (const { finding } of group) lines.push(...findingLines(finding));
    }
    return lines.join("\n") + "\n\n";
  }

  function findingLines(finding: Finding): readonly string[] {
    const version = JSON.stringify([finding.rule, finding.override]);
    if (!versions.has(version)) versions.set(version, finding);
    const { suggestion } = finding;
    const cells = [finding.subject, ...finding.others].map((line, index) => {
      const source = sourceOf(line.file);
      const row = ofSeveralFiles.has(source) ? `${safeText(line.file)} ${line.row}` : String(line.row);
      return [index === 0 ? "→" : " ", safeText(source), row, ...lineCells(line)];
    });
    const table = columns([[" ", "source", "row", ...lineHead], ...cells], new Set([5, 6]));
    return [
      `      ${finding.rule} ${saidOf(finding, paint)}`,
      ...table.map((line) => `        ${line}`),
      ...(suggestion === null ? [] : [`        suggested: ${safeText(suggestionText(suggestion))}`]),
    ];
  }

  /** Each rule once, since a day's differences come from several. */
  function rulesText(): string {
    const texts = [...versions.values()].map((finding) => {
      const { rule, override, at } = finding;
      const under = override === null ? "" : `, as overridden ${override}`;
      return [
        `${paint("bold", rule)} ${safeText(known.titles.get(rule) ?? "")}${under}`,
        ...becauseOf(finding, known).map((line) => `  ${line}`),
        paint("dim", `  rule at ${safeText(at.file)}:${at.line}:${at.column}`),
      ].join("\n");
    });
    return texts.length === 0 ? "" : `${texts.join("\n")}\n\n`;
  }
};

/** Differences of one day and one place together; days rise, places stand in the order in which they first appear. */
function byDayAndPlace(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const key = `${difference.finding.subject.date} ${placeOf(difference)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  return [...groups.values()];
}
