/** The exit codes of `language.md` section 7, all in one place. */
import type { Severity, Summary } from "@edict/rulebook";

export const exitCodes = {
  /** Done, and nothing to say. */
  fine: 0,
  /** Done, and something was found: a finding, an error in the rules, a test that fails. */
  found: 1,
  /** The job could not be done: wrong usage, rules with errors, a file that cannot be read, a fault of ours. */
  failed: 2,
  /** Done, and something was not evaluated or rejected; wins over `found`. */
  incomplete: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** In falling severity. */
export const severities: readonly Severity[] = ["deny", "hold", "review", "advise"];

/** How many findings of each severity. */
export class Tally {
  readonly #counts = new Map<Severity, number>();

  add(outcome: Severity, count = 1): void {
    this.#counts.set(outcome, this.of(outcome) + count);
  }

  of(severity: Severity): number {
    return this.#counts.get(severity) ?? 0;
  }
}

/** What `--fail-on` takes. */
export type FailOn = Severity | "never";

/** The exit code of a run that finished. */
export function exitCodeOfRun(summary: Summary, tally: Tally, failOn: FailOn): ExitCode {
  if (summary.notEvaluated.length > 0 || summary.rejected > 0) return exitCodes.incomplete;
  const fails = severities.some((severity) => failsRun(severity, failOn) && tally.of(severity) > 0);
  return fails ? exitCodes.found : exitCodes.fine;
}

/** Whether a finding of an outcome is at or above `--fail-on`. */
export function failsRun(outcome: Severity, failOn: FailOn): boolean {
  return failOn !== "never" && severities.indexOf(outcome) <= severities.indexOf(failOn);
}
