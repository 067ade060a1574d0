/**
 * Findings of one patient as they are raised, and the account of each rule. A finding becomes the object that is reported
 * only at the end of its patient; here it is the indexes of its lines.
 */
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";

export interface Raised {
  readonly line: number;
  readonly rule: RulePlan;
  readonly version: VersionPlan;
  /** The row of the rule's table, -1 where it has none. */
  readonly row: number;
  /** The nearest companion, -1 where the finding names none. */
  readonly nearest: number;
  readonly others: readonly number[];
  /** In ten-thousandths. */
  readonly count: number | null;
  readonly allowed: number | null;
}

/** What a kernel knows of a finding besides its line. */
export interface Found {
  readonly nearest: number;
  readonly others: readonly number[];
  readonly count: number | null;
  readonly allowed: number | null;
}

export const nothingMore: Found = { nearest: -1, others: [], count: null, allowed: null };

/** The counts of one rule over the whole run. */
export interface RuleCounts {
  subjects: number;
  findings: number;
  outsideEpisodes: number;
}

/** Takes what the kernels say of the lines of one rule and one patient after another. */
export class RuleRun {
  readonly raised: Raised[] = [];
  readonly counts: readonly RuleCounts[];
  private own: RuleCounts = { subjects: 0, findings: 0, outsideEpisodes: 0 };
  private rule: RulePlan | null = null;
  private start = 0;
  private stamp = 0;
  private isCounted = false;
  private chosenStamps = new Int32Array(64);
  private foundStamps = new Int32Array(64);
  private outsideStamps = new Int32Array(64);

  constructor(rules: readonly RulePlan[]) {
    this.counts = rules.map(() => ({ subjects: 0, findings: 0, outsideEpisodes: 0 }));
  }

  /** Turns to a rule and the patient whose lines are `start` up to `end`. */
  begin(rule: RulePlan, start: number, end: number): void {
    this.rule = rule;
    this.own = this.counts[rule.index] ?? this.own;
    this.start = start;
    this.stamp += 1;
    if (this.chosenStamps.length < end - start) {
      this.chosenStamps = new Int32Array((end - start) * 2);
      this.foundStamps = new Int32Array((end - start) * 2);
      this.outsideStamps = new Int32Array((end - start) * 2);
    }
  }

  /** The rule looked at this line, and its `for`, `in` and `effective` hold. Each line counts once. */
  chosen(line: number): void {
    const at = line - this.start;
    if (this.chosenStamps[at] === this.stamp || this.isCounted) return;
    this.chosenStamps[at] = this.stamp;
    this.own.subjects += 1;
  }

  /** The same of so many lines, for a kernel that comes to each line once. */
  chosenOnce(lines: number): void {
    this.own.subjects += lines;
  }

  /** Lines that are looked at from here on are counted already, or are not. */
  counted(already: boolean): void {
    this.isCounted = already;
  }

  /** A `per EPISODE` left this line out. Each line counts once. */
  outside(line: number): void {
    const at = line - this.start;
    if (this.outsideStamps[at] === this.stamp) return;
    this.outsideStamps[at] = this.stamp;
    this.own.outsideEpisodes += 1;
  }

  /** The line has its finding: a rule raises one at most on each (ruling 13). */
  isFound(line: number): boolean {
    return this.foundStamps[line - this.start] === this.stamp;
  }

  find(line: number, version: VersionPlan, row: number, found: Found): void {
    if (this.rule === null || this.isFound(line)) return;
    this.foundStamps[line - this.start] = this.stamp;
    this.own.findings += 1;
    const { nearest, others, count, allowed } = found;
    this.raised.push({ line, rule: this.rule, version, row, nearest, others, count, allowed });
  }
}
