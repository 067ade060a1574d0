/**
 * A finding of a rule that compares sources, as a difference between them: which source has the line, and what the others
 * lack of it, or hold beside it.
 */
import type { Check, Clauses, Finding, Rulebook } from "@edict/rulebook";
import { sourceFields } from "@edict/rulebook";
import { sourcesNamed } from "./compared-sources.js";

/** Where the subject of a finding is, and where it is not. Sources stand in the order in which the rule names them. */
export interface Difference {
  readonly finding: Finding;
  /** The source of the subject. */
  readonly in: string;
  /** Sources that hold nothing of what the rule asks for. */
  readonly notIn: readonly string[];
  /** Sources that hold some of it, and too little: the finding's `count` and `allowed` say how much. */
  readonly fewerIn: readonly string[];
  /** Sources of lines that the rule holds against the subject, as `forbid … with` does. */
  readonly alsoIn: readonly string[];
}

/** Tells differences of a rulebook's findings; `sourceOf` gives the source of a file. */
export function differenceTeller(
  rulebook: Rulebook,
  sourceOf: (file: string) => string,
): (finding: Finding) => Difference {
  const fields = new Set(sourceFields(rulebook.fields));
  const rules = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
  return (finding) => {
    const rule = rules.get(finding.rule);
    if (rule === undefined) throw new Error(`${finding.rule} has a finding and is no rule of the rulebook`);
    const override = rule.overrides.find(({ label }) => label === finding.override);
    return differenceOf(finding, override?.clauses ?? rule.clauses, fields, sourceOf);
  };
}

function differenceOf(
  finding: Finding,
  clauses: Clauses,
  fields: ReadonlySet<string>,
  sourceOf: (file: string) => string,
): Difference {
  const own = sourceOf(finding.subject.file);
  const others = sourcesNamed(clauses, fields).filter((source) => source !== own);
  const [check] = clauses.checks;
  switch (check === undefined ? "beside" : lacks(check, finding)) {
    case "all":
      return { finding, in: own, notIn: others, fewerIn: [], alsoIn: [] };
    case "some":
      return { finding, in: own, notIn: [], fewerIn: others, alsoIn: [] };
    case "beside": {
      const beside = new Set(finding.others.map(({ file }) => sourceOf(file)));
      beside.delete(own);
      return { finding, in: own, notIn: [], fewerIn: [], alsoIn: [...beside] };
    }
  }
}

/** Whether a check found that all or some of something is lacking, or what stands beside the subject. All checks of a rule are of one kind. */
function lacks(check: Check, { count, allowed }: Finding): "all" | "some" | "beside" {
  switch (check.kind) {
    case "line":
      return "beside";
    case "companion":
      if (check.finds.kind === "absent") return "all";
      if (check.finds.kind === "fewer-than") return (count ?? 0) > 0 ? "some" : "all";
      return "beside";
    case "count":
      // A `limit` with a ratio finds what goes past the B lines: where there are none, the others have nothing.
      if (check.finds === "fewer") return (count ?? 0) > 0 ? "some" : "all";
      if (check.allowance.forEvery === null) return "beside";
      return (allowed ?? 0) > 0 ? "some" : "all";
  }
}
