/**
 * `--format ndjson`: the findings, one a line, as they are found. The account goes to standard error, without any value
 * of a charge file.
 */
import { FindingJson } from "@edict/engine";
import { writeBytes } from "../io.js";
import { Batched } from "../output/batched.js";
import type { MakeReport } from "./report.js";
import { reported } from "./report.js";
import { summaryText } from "./summary-text.js";

export const ndjsonReport: MakeReport = ({ io }) => {
  const out = new Batched(io.stdout);
  const write = (bytes: Uint8Array): void => writeBytes(io.stdout, bytes);
  const json = new FindingJson(write);
  return {
    findings: (found, judged) => {
      // Beside a baseline a finding has one key more.
      if (judged === null) found.writeTo(json);
      else for (const finding of reported(found, judged)) out.write(`${JSON.stringify(finding)}\n`);
    },
    rendered: write,
    end: (account) => {
      out.flush();
      json.flush();
      io.stderr.write(summaryText(account, { values: false }));
    },
  };
};
