/**
 * An override with dates of its own holds on them, also where the rule does not (ruling 12 of the contract): a payer's
 * variant of a rule then begins before it, or goes on when the rule has ended.
 */
import { daysOfEffective } from "../../names/reach.js";
import { clausesOf, versionsOf } from "../../names/versions.js";
import { stretchOf } from "../../source/source.js";
import { shownDay } from "../facts/days.js";
import { ruleLint } from "../lint.js";

export const overridePastItsRule = ruleLint(
  {
    code: "override-past-its-rule",
    severity: "warning",
    message: (p: { rule: string; dates: string }) =>
      `${p.rule} holds ${p.dates}, and this override beyond that; keep within the dates of the rule, or give the rule others`,
  },
  (_, parts, found) => {
    const [own] = versionsOf(parts);
    const effective = own?.clauses.effective ?? null;
    // Dates by a table's rows differ from row to row.
    if (effective === null || [effective.node.from, effective.node.to].some((bound) => bound?.kind === "row-reference"))
      return;
    const days = daysOfEffective(effective);
    for (const override of parts.overrides) {
      const reach = clausesOf(override).effective;
      if (reach === null) continue;
      const { from, until } = daysOfEffective(reach);
      if (from >= days.from && until <= days.until) continue;
      const since = shownDay(days.from);
      const last = shownDay(days.until);
      const dates = [since === null ? "" : `from ${since}`, last === null ? "" : `until ${last}`].filter(
        (one) => one !== "",
      );
      const related = [{ at: stretchOf(effective.source, effective.node), text: "the dates of the rule" }];
      found(
        stretchOf(reach.source, reach.node),
        { rule: parts.rule.node.name.text, dates: dates.join(" ") },
        { related },
      );
    }
  },
);
