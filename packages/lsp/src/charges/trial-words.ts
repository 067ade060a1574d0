/** What the lens above a rule says of its findings in the charge file. It holds numbers and names of columns alone. */
import { tallied } from "@edict/rulebook";
import type { TrialState } from "./trials.js";

/** The words of the lens. */
export function trialWords(state: TrialState, rule: string): string {
  switch (state.kind) {
    case "not tried":
      return "what would this hit?";
    case "running":
      return "trying it on charges …";
    case "tried": {
      const { result, isOld } = state;
      const old = isOld ? " (before the last edit)" : "";
      if (result.kind === "left") return "what would this hit?";
      if (result.kind === "failed") return `not tried on charges: click to see why${old}`;
      const tried = result.rules.find((one) => one.rule === rule);
      // A rule that was written since.
      if (tried === undefined) return "what would this hit?";
      if (tried.needs.length > 0) return `not evaluated: no column for ${tried.needs.join(", ")}${old}`;
      const left = result.rejected + tried.outsideEpisodes;
      const lines = left === 0 ? "" : `, ${tallied(left, "line")} not evaluated`;
      const found =
        tried.findings === 0
          ? "no findings"
          : `${tallied(tried.findings, "finding")} in ${tallied(tried.patients, "patient")}`;
      return `${found}${lines}${old}`;
    }
  }
}
