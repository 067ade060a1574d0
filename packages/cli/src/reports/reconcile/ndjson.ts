/** `--format ndjson`: the differences, one a line; the account on standard error, without any value of a charge file. */
import { Batched } from "../../output/batched.js";
import { reconcileText } from "./account-text.js";
import { recordOf } from "./difference-record.js";
import type { MakeReconcileReport } from "./report.js";

export const ndjsonReport: MakeReconcileReport = ({ io }) => {
  const out = new Batched(io.stdout);
  return {
    differences: (differences) => {
      for (const difference of differences) out.write(JSON.stringify(recordOf(difference)) + "\n");
    },
    end: (account) => {
      out.flush();
      io.stderr.write(reconcileText(account, { values: false }));
    },
  };
};
