/** `--format json`: one document (`language.md` section 7). Its summary stands first, so findings wait as text. */
import { Batched } from "../output/batched.js";
import type { MakeReport, RunAccount } from "./report.js";
import { reported } from "./report.js";

export const jsonReport: MakeReport = ({ io }) => {
  const waiting: string[] = [];
  return {
    findings: (found, judged) => {
      for (const finding of reported(found, judged)) waiting.push(JSON.stringify(finding));
    },
    end: ({ summary, rejected, baseline }) => {
      const out = new Batched(io.stdout);
      out.write(`{"summary": ${JSON.stringify({ ...summary, ...baselineRecord(baseline) })},\n"findings": [`);
      writeItems(out, waiting);
      out.write(`],\n"rejected": [`);
      writeItems(
        out,
        rejected.map((row) => JSON.stringify(row)),
      );
      out.write("]}\n");
      out.flush();
    },
  };
};

/** What became of the baseline, where there is one. */
function baselineRecord(said: RunAccount["baseline"]): object {
  if (said === undefined) return {};
  const { known, new: fresh, room, fingerprints, gone, fewer, notLookedAt } = said;
  return { baseline: { known, new: fresh, room, fingerprints, gone, fewer, notLookedAt } };
}

/** Writes the items of a list, a line each. */
export function writeItems(out: Batched, items: readonly string[]): void {
  for (const [index, item] of items.entries()) out.write(`${index === 0 ? "\n" : ",\n"}${item}`);
  if (items.length > 0) out.write("\n");
}
