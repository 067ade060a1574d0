/**
 * `--format ndjson`: the findings, one a line, as they are found. The account goes to standard error, without any value
 * of a charge file.
 */
import { Batched } from "../output/batched.js";
import type { MakeReport } from "./report.js";
import { summaryText } from "./summary-text.js";

export const ndjsonReport: MakeReport = ({ io }) => {
  const out = new Batched(io.stdout);
  return {
    findings: (findings) => {
      for (const finding of findings) out.write(JSON.stringify(finding) + "\n");
    },
    end: (account) => {
      out.flush();
      io.stderr.write(summaryText(account, { values: false }));
    },
  };
};
