/** The formats of `edict run`, by name. */
import { csvReport } from "./csv.js";
import { htmlReport } from "./html.js";
import { jsonReport } from "./json.js";
import { junitReport } from "./junit.js";
import { ndjsonReport } from "./ndjson.js";
import { parquetReport } from "./parquet.js";
import type { MakeReport } from "./report.js";
import { sarifReport } from "./sarif.js";
import { textReport } from "./text.js";

export const runReports = {
  text: textReport,
  json: jsonReport,
  ndjson: ndjsonReport,
  csv: csvReport,
  sarif: sarifReport,
  junit: junitReport,
  html: htmlReport,
  parquet: parquetReport,
} satisfies { [format: string]: MakeReport };
