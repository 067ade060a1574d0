/** Findings as lines of CSV. */
import type { Output } from "../io.js";
import { csvLine } from "../output/csv.js";
import { findingColumns } from "./finding-columns.js";
import type { ReportedFinding } from "./report.js";

export function csvFindings(findings: readonly ReportedFinding[], out: Output): void {
  for (const finding of findings) out.write(csvLine(findingColumns.map((column) => column.of(finding) ?? "")));
}
