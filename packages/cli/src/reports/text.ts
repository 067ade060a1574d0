/**
 * `--format text`: findings grouped by patient and rule, each with its charge lines as a small table, what to do, who
 * says so and where the rule stands; the account at the end.
 */
import type { Finding, FindingLine, FindingSuggestion, Rulebook } from "@edict/rulebook";
import { billedCode, counted, tallied } from "@edict/rulebook";
import { Batched } from "../output/batched.js";
import { columns } from "../output/columns.js";
import { money } from "../output/money.js";
import type { Paint } from "../output/paint.js";
import { painter } from "../output/paint.js";
import { safeText } from "../output/safe-text.js";
import type { MakeReport } from "./report.js";
import { summaryText } from "./summary-text.js";

export const textReport: MakeReport = ({ io, rulebook, files, limit }) => {
  const out = new Batched(io.stdout);
  const paint = painter(io);
  const known = knownOf(rulebook);
  let shown = 0;
  let left = 0;
  return {
    findings: (found) => {
      const room = limit === null ? found.count : Math.max(0, Math.min(found.count, limit - shown));
      left += found.count - room;
      shown += room;
      if (room > 0) out.write(patientText(found.objects(room)));
    },
    end: (account) => {
      if (left > 0) out.write(`and ${tallied(left, "finding")} more; leave --limit out to see all\n\n`);
      out.write(summaryText(account, { values: true }));
      out.flush();
    },
  };

  function patientText(findings: readonly Finding[]): string {
    const lines = [paint("bold", `patient ${safeText(findings[0]?.subject.patient ?? "")}`)];
    for (const group of byVersion(findings)) {
      const rule = group[0]?.rule ?? "";
      lines.push(`  ${paint("bold", rule)} ${safeText(known.titles.get(rule) ?? "")}`);
      for (const finding of group) lines.push(...findingLines(finding));
      lines.push(...footer(group));
    }
    return lines.join("\n") + "\n\n";
  }

  function findingLines(finding: Finding): readonly string[] {
    const { carc, rarc, message, override, suggestion } = finding;
    const codes = `${carc === null ? "" : ` CARC ${carc}`}${rarc === null ? "" : ` RARC ${rarc}`}`;
    const count = finding.count === null ? "" : `; ${finding.count} counted, ${finding.allowed} allowed`;
    const row = finding.tableRow === null ? "" : `; row ${finding.tableRow} of the rule's table`;
    const under = override === null ? "" : `; as overridden ${override}`;
    return [
      `    ${paintOutcome(paint, finding)}${codes}: ${safeText(message)}${count}${row}${under}`,
      ...lineTable(finding).map((line) => `      ${line}`),
      ...(suggestion === null ? [] : [`      suggested: ${safeText(suggestionText(suggestion))}`]),
    ];
  }

  function lineTable(finding: Finding): readonly string[] {
    const head = ["row", "date", "code", "units", "amount", "claim", "line"];
    const cells = [finding.subject, ...finding.others].map((line, index) => [
      index === 0 ? "→" : " ",
      files.length > 1 ? `${safeText(line.file)} ${line.row}` : String(line.row),
      ...lineCells(line),
    ]);
    return columns([[" ", ...head], ...cells], new Set([4, 5]));
  }

  /** Who says so, and where the rule stands: once for the findings of one rule. */
  function footer(group: readonly Finding[]): readonly string[] {
    const [first] = group;
    if (first === undefined) return [];
    const because = first.because.map(({ authority, detail }) => {
      const cited = known.authorities.get(authority);
      return `    because ${authority}${cited === undefined ? "" : `, ${safeText(cited)}`}${detail === null ? "" : `: ${safeText(detail)}`}`;
    });
    return [...because, paint("dim", `    rule at ${safeText(first.at.file)}:${first.at.line}:${first.at.column}`)];
  }
};

interface Known {
  readonly titles: ReadonlyMap<string, string>;
  readonly authorities: ReadonlyMap<string, string>;
}

function knownOf(rulebook: Rulebook): Known {
  return {
    titles: new Map(rulebook.rules.map(({ id, title }) => [id, title])),
    authorities: new Map(
      rulebook.authorities.map(({ name, title, version }) => [
        name,
        version === null ? title : `${title}, version ${version}`,
      ]),
    ),
  };
}

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

function lineCells({ date, code, modifiers, units, amount, claim, line }: FindingLine): readonly string[] {
  const whole = billedCode({ code, modifiers });
  return [
    date,
    safeText(whole),
    String(units),
    amount === null ? "" : money(amount),
    safeText(claim ?? ""),
    safeText(line),
  ];
}

function paintOutcome(paint: Paint, { outcome }: Finding): string {
  if (outcome === "deny") return paint("red", outcome);
  return outcome === "hold" ? paint("yellow", outcome) : outcome;
}

/** What to do, in words. */
export function suggestionText(suggestion: FindingSuggestion): string {
  switch (suggestion.kind) {
    case "remove":
      return "remove this line";
    case "modifier":
      return `add modifier ${suggestion.modifier}`;
    case "replace":
      return `replace the code with ${suggestion.code}`;
    case "units":
      return `bill ${counted(suggestion.units, "unit")}`;
    case "text":
      return suggestion.text;
  }
}
