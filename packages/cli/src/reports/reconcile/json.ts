/** `--format json`: one document, its summary first. */
import { Batched } from "../../output/batched.js";
import { writeItems } from "../json.js";
import { recordOf } from "./difference-record.js";
import type { MakeReconcileReport } from "./report.js";

export const jsonReport: MakeReconcileReport = ({ io }) => {
  const waiting: string[] = [];
  return {
    differences: (differences) => {
      for (const difference of differences) waiting.push(JSON.stringify(recordOf(difference)));
    },
    end: ({ run, sources, patients, setAside, comparingNone }) => {
      const { rules, ...counts } = run.summary;
      const summary = { ...counts, sources, patients, setAside, comparingNone, rules };
      const out = new Batched(io.stdout);
      out.write(`{"summary": ${JSON.stringify(summary)},\n"differences": [`);
      writeItems(out, waiting);
      out.write(`],\n"rejected": [`);
      writeItems(
        out,
        run.rejected.map((row) => JSON.stringify(row)),
      );
      out.write("]}\n");
      out.flush();
    },
  };
};
