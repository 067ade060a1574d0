/** The formats of `edict diff`, by name. */
import { jsonDiff } from "./json.js";
import type { DiffReport } from "./report.js";
import { textDiff } from "./text.js";

export const diffReports = { text: textDiff, json: jsonDiff } satisfies { readonly [format: string]: DiffReport };
