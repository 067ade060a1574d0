/**
 * `--format text`: findings grouped by patient and rule, each with its charge lines as a small table, what to do, who
 * says so and where the rule stands; the account at the end.
 */
import type { Finding } from "@edict/rulebook";
import { tallied } from "@edict/rulebook";
import { Batched } from "../output/batched.js";
import { columns } from "../output/columns.js";
import { painter } from "../output/paint.js";
import { safeText } from "../output/safe-text.js";
import { becauseOf, knownOf, lineCells, lineHead, saidOf, suggestionText } from "./finding-words.js";
import type { MakeReport } from "./report.js";
import { summaryText } from "./summary-text.js";

export const textReport: MakeReport = ({ io, rulebook, files, limit }) => {
  const out = new Batched(io.stdout);
  const paint = painter(io);
  const known = knownOf(rulebook);
  let shown = 0;
  let left = 0;
  return {
    findings: (found, judged) => {
      // Beside a baseline the known ones are counted, and those that somebody has to look at are shown.
      const fresh = judged?.filter(({ standing }) => standing === "new");
      const count = fresh?.length ?? found.count;
      const room = limit === null ? count : Math.max(0, Math.min(count, limit - shown));
      left += count - room;
      shown += room;
      if (room > 0)
        out.write(
          patientText(
            fresh?.slice(0, room).map(({ finding }) => finding) ?? found.objects(room),
            fresh === undefined ? "" : `${paint("bold", "new")} `,
          ),
        );
    },
    end: (account) => {
      if (left > 0) out.write(`and ${tallied(left, "finding")} more; leave --limit out to see all\n\n`);
      out.write(summaryText(account, { values: true }));
      out.flush();
    },
  };

  function patientText(findings: readonly Finding[], mark: string): string {
    const lines = [paint("bold", `patient ${safeText(findings[0]?.subject.patient ?? "")}`)];
    for (const group of byVersion(findings)) {
      const rule = group[0]?.rule ?? "";
      lines.push(`  ${paint("bold", rule)} ${safeText(known.titles.get(rule) ?? "")}`);
      for (const finding of group) lines.push(...findingLines(finding, mark));
      lines.push(...footer(group));
    }
    return lines.join("\n") + "\n\n";
  }

  function findingLines(finding: Finding, mark: string): readonly string[] {
    const { suggestion } = finding;
    return [
      `    ${mark}${saidOf(finding, paint)}`,
      ...lineTable(finding).map((line) => `      ${line}`),
      ...(suggestion === null ? [] : [`      suggested: ${safeText(suggestionText(suggestion))}`]),
    ];
  }

  function lineTable(finding: Finding): readonly string[] {
    const cells = [finding.subject, ...finding.others].map((line, index) => [
      index === 0 ? "→" : " ",
      files.length > 1 ? `${safeText(line.file)} ${line.row}` : String(line.row),
      ...lineCells(line),
    ]);
    return columns([[" ", "row", ...lineHead], ...cells], new Set([4, 5]));
  }

  /** Who says so, and where the rule stands: once for the findings of one rule. */
  function footer(group: readonly Finding[]): readonly string[] {
    const [first] = group;
    if (first === undefined) return [];
    const at = `rule at ${safeText(first.at.file)}:${first.at.line}:${first.at.column}`;
    return [...becauseOf(first, known), paint("dim", at)].map((line) => `    ${line}`);
  }
};

/**
 * Findings of one rule together, in the order in which rules first appear; those under an override apart, since
 * another authority may stand behind them.
 */
function byVersion(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const version = JSON.stringify([finding.rule, finding.override]);
    const group = groups.get(version);
    if (group === undefined) groups.set(version, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
