/** `--format json`: one document (`language.md` section 7). Its summary stands first, so findings wait as text. */
import { Batched } from "../output/batched.js";
import type { MakeReport } from "./report.js";

export const jsonReport: MakeReport = ({ io }) => {
  const waiting: string[] = [];
  return {
    findings: (found) => {
      for (const finding of found.objects()) waiting.push(JSON.stringify(finding));
    },
    end: ({ summary, rejected }) => {
      const out = new Batched(io.stdout);
      out.write(`{"summary": ${JSON.stringify(summary)},\n"findings": [`);
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

/** Writes the items of a list, a line each. */
export function writeItems(out: Batched, items: readonly string[]): void {
  for (const [index, item] of items.entries()) out.write(`${index === 0 ? "\n" : ",\n"}${item}`);
  if (items.length > 0) out.write("\n");
}
