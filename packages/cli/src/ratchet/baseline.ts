/** A baseline: which findings are known, as counts of fingerprints. It is a file that people keep beside their rules. */
import type { Fingerprint } from "./fingerprint.js";
import { compareFingerprints } from "./fingerprint.js";

/** The version of the file's form. */
export const baselineFormat = 1;

/** The first key's value, by which a file is known to be a baseline. */
export const baselineKind = "edict-baseline";

/**
 * What counts are rounded up to. With tens nobody sees a count of fewer than eleven, nor, between two versions of the
 * file, how few were added.
 */
export type Rounding = 1 | 10;

export interface Baseline {
  readonly roundedTo: Rounding;
  readonly known: readonly KnownFindings[];
}

export interface KnownFindings {
  readonly fingerprint: Fingerprint;
  /** So many findings of the fingerprint are known, rounded up. */
  readonly upTo: number;
}

export function rounded(count: number, { roundedTo }: Pick<Baseline, "roundedTo">): number {
  return Math.ceil(count / roundedTo) * roundedTo;
}

/** The file's text: a line for each fingerprint, in an order that hangs on nothing else, so that versions can be compared. */
export function printBaseline({ roundedTo, known }: Baseline): string {
  const lines = [...known]
    .sort((left, right) => compareFingerprints(left.fingerprint, right.fingerprint))
    .map(({ fingerprint: { rule, code, other, interval }, upTo }) => {
      const cells = [
        ["rule", rule],
        ["code", code],
        ["other", other],
        ["interval", interval],
        ["upTo", upTo],
      ].map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
      return `\n    { ${cells.join(", ")} }`;
    });
  const findings = lines.length === 0 ? "[]" : `[${lines.join(",")}\n  ]`;
  return `{
  "kind": ${JSON.stringify(baselineKind)},
  "format": ${baselineFormat},
  "roundedTo": ${roundedTo},
  "findings": ${findings}
}
`;
}
