/**
 * `--format csv`: one finding a line under a header, as RFC 4180 has it, for a spreadsheet that opens it and runs
 * nothing. The account goes to standard error, without any value of a charge file.
 */
import { writeBytes } from "../io.js";
import { Batched } from "../output/batched.js";
import { csvLine } from "../output/csv.js";
import { csvFindings } from "./csv-findings.js";
import { findingColumns } from "./finding-columns.js";
import type { MakeReport } from "./report.js";
import { reported } from "./report.js";
import { summaryText } from "./summary-text.js";

export const csvReport: MakeReport = ({ io }) => {
  const out = new Batched(io.stdout);
  out.write(csvLine(findingColumns.map(({ name }) => name)));
  return {
    findings: (found, judged) => csvFindings(reported(found, judged), out),
    rendered: (bytes) => {
      out.flush();
      writeBytes(io.stdout, bytes);
    },
    end: (account) => {
      out.flush();
      io.stderr.write(summaryText(account, { values: false }));
    },
  };
};
