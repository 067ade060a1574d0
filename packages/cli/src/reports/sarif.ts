/**
 * `--format sarif`: for a pull request, one result for each rule with findings, on the rule's line. A code host shows it
 * to whoever sees the code, so that nothing in it is of a charge: no code, date, row, file, nor a count below eleven.
 */
import type { Finding, Place, Severity } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Standing } from "../ratchet/ratchet.js";
import type { MakeReport, RunAccount } from "./report.js";
import { reported } from "./report.js";
import type { SarifLevel } from "./sarif-log.js";
import { physicalLocation, sarifLog, startOf } from "./sarif-log.js";
import { shownCount } from "./small-counts.js";
import { summaryText } from "./summary-text.js";

const levels: { readonly [S in Severity]: SarifLevel } = {
  deny: "error",
  hold: "warning",
  review: "warning",
  advise: "note",
};

/** What the findings of one rule, under one override, of one standing have in common. */
interface Group extends Pick<Finding, "rule" | "override" | "outcome" | "carc" | "rarc" | "at"> {
  readonly standing: Standing | null;
  count: number;
}

export const sarifReport: MakeReport = ({ io, rulebook }) => {
  const groups = new Map<string, Group>();
  const titles = new Map(rulebook.rules.map(({ id, title }) => [id, title]));
  return {
    findings: (found, judged) => {
      for (const { rule, override, outcome, carc, rarc, at, standing = null } of reported(found, judged)) {
        const key = JSON.stringify([rule, override, standing]);
        const group = groups.get(key) ?? { rule, override, outcome, carc, rarc, at, standing, count: 0 };
        groups.set(key, group);
        group.count += 1;
      }
    },
    end: (account) => {
      const sorted = [...groups].sort(([left], [right]) => compareBytes(left, right)).map(([, group]) => group);
      const named = [...new Map(sorted.map(({ rule, outcome }) => [rule, outcome]))];
      const ids = named.map(([id]) => id);
      const rules = named.map(([id, outcome]) => ({
        id,
        shortDescription: { text: titles.get(id) ?? id },
        defaultConfiguration: { level: levels[outcome] },
      }));
      const results = sorted.map((group) => resultOf(group, ids.indexOf(group.rule), titles));
      io.stdout.write(sarifLog({ rules, results, invocation: invocationOf(account, placesOf()) }));
      io.stderr.write(summaryText(account, { values: false }));
    },
  };

  function placesOf(): ReadonlyMap<string, Place> {
    return new Map(rulebook.rules.map(({ id, at }) => [id, at]));
  }
};

function resultOf(group: Group, ruleIndex: number, titles: ReadonlyMap<string, string>): object {
  const { rule, override, outcome, carc, rarc, at, standing, count } = group;
  const codes = `${carc === null ? "" : ` CARC ${carc}`}${rarc === null ? "" : ` RARC ${rarc}`}`;
  const under = override === null ? "" : `, as overridden ${override}`;
  const word = standing === null ? "finding" : `${standing} finding`;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[outcome],
    message: { text: `${titles.get(rule) ?? rule}: ${shownCount(count, word)}, ${outcome}${codes}${under}` },
    locations: [{ physicalLocation: physicalLocation(at.file, startOf(at)) }],
    // Where the rule moves within its file, it is the same result.
    partialFingerprints: { "edictRule/v1": JSON.stringify([rule, override, standing]) },
    ...(standing === null ? {} : { baselineState: standing === "new" ? "new" : "unchanged" }),
  };
}

/** What kept rules or rows from being looked at, which nobody may take for a clean file. */
function invocationOf({ summary }: RunAccount, places: ReadonlyMap<string, Place>): object {
  const { notEvaluated, setAside = [], rejected } = summary;
  const notifications = [
    ...notEvaluated.map(({ rule, needs }) =>
      notification("warning", `${rule} was not evaluated: it needs ${needs.join(", ")}`, places.get(rule)),
    ),
    ...setAside.map((rule) =>
      notification(
        "note",
        `${rule} was set aside: it compares sources, and edict reconcile evaluates it`,
        places.get(rule),
      ),
    ),
    ...(rejected === 0 ? [] : [notification("warning", `${shownCount(rejected, "row")} rejected`, undefined)]),
  ];
  return {
    executionSuccessful: true,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function notification(level: SarifLevel, text: string, at: Place | undefined): object {
  return {
    level,
    message: { text },
    ...(at === undefined ? {} : { locations: [{ physicalLocation: physicalLocation(at.file, startOf(at)) }] }),
  };
}
