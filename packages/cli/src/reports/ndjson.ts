/**
 * `--format ndjson`: the findings, one a line, as they are found. The account goes to standard error, without any value
 * of a charge file.
 */
import { FindingJson } from "@edict/engine";
import { Batched } from "../output/batched.js";
import type { MakeReport } from "./report.js";
import { reported } from "./report.js";
import { summaryText } from "./summary-text.js";

export const ndjsonReport: MakeReport = ({ io }) => {
  const out = new Batched(io.stdout);
  const json = new FindingJson((bytes) => {
    if (io.stdout.writeBytes === undefined) io.stdout.write(Buffer.from(bytes).toString());
    else io.stdout.writeBytes(bytes);
  });
  return {
    findings: (found, judged) => {
      // Beside a baseline a finding has one key more.
      if (judged === null) found.writeTo(json);
      else for (const finding of reported(found, judged)) out.write(`${JSON.stringify(finding)}\n`);
    },
    end: (account) => {
      out.flush();
      json.flush();
      io.stderr.write(summaryText(account, { values: false }));
    },
  };
};
