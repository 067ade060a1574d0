/** The findings of one patient, before they are objects or text: whoever hears of them says what they are to become. */
import type { Charges, Finding, Severity } from "@edict/rulebook";
import { findingOf } from "./finding.js";
import type { FindingJson } from "./finding-json.js";
import { FindingLines } from "./line-values.js";
import type { Raised } from "./raised.js";

/** In the contract's order. They are there until the next patient is taken up. */
export class PatientFindings {
  constructor(
    private readonly raised: readonly Raised[],
    private readonly charges: Charges,
  ) {}

  get count(): number {
    return this.raised.length;
  }

  /** Hears the outcome of each. */
  outcomes(hear: (outcome: Severity) => void): void {
    for (const { version } of this.raised) hear(version.clauses.outcome.severity);
  }

  /** As objects; of `most` at most. */
  objects(most = this.raised.length): Finding[] {
    const lines = new FindingLines(this.charges);
    return this.raised.slice(0, most).map((raised) => findingOf(raised, lines));
  }

  /** As lines of JSON. */
  writeTo(json: FindingJson): void {
    json.patient(this.raised, this.charges);
  }
}
