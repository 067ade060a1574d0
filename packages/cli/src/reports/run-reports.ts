/** The formats of `edict run`, by name; each is loaded where a run asks for it. */
import type { RunFormat } from "./formats.js";
import type { MakeReport } from "./report.js";

export const runReports: { readonly [F in RunFormat]: () => Promise<MakeReport> } = {
  text: async () => (await import("./text.js")).textReport,
  json: async () => (await import("./json.js")).jsonReport,
  ndjson: async () => (await import("./ndjson.js")).ndjsonReport,
  csv: async () => (await import("./csv.js")).csvReport,
  sarif: async () => (await import("./sarif.js")).sarifReport,
  junit: async () => (await import("./junit.js")).junitReport,
  html: async () => (await import("./html.js")).htmlReport,
  parquet: async () => (await import("./parquet.js")).parquetReport,
};
