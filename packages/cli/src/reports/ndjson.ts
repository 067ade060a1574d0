/**
 * `--format ndjson`: the findings, one a line, as they are found. The account goes to standard error, without any value
 * of a charge file.
 */
import { FindingJson } from "@edict/engine";
import type { MakeReport } from "./report.js";
import { summaryText } from "./summary-text.js";

export const ndjsonReport: MakeReport = ({ io }) => {
  const json = new FindingJson((bytes) => {
    if (io.stdout.writeBytes === undefined) io.stdout.write(Buffer.from(bytes).toString());
    else io.stdout.writeBytes(bytes);
  });
  return {
    findings: (found) => {
      found.writeTo(json);
    },
    end: (account) => {
      json.flush();
      io.stderr.write(summaryText(account, { values: false }));
    },
  };
};
