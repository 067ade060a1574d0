/** The formats of `edict reconcile`, by name. */
import type { ReconcileFormat } from "../formats.js";
import { csvReport } from "./csv.js";
import { jsonReport } from "./json.js";
import { ndjsonReport } from "./ndjson.js";
import type { MakeReconcileReport } from "./report.js";
import { textReport } from "./text.js";

export const reconcileReports: { readonly [F in ReconcileFormat]: MakeReconcileReport } = {
  text: textReport,
  json: jsonReport,
  ndjson: ndjsonReport,
  csv: csvReport,
};
