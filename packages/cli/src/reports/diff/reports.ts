/** The formats of `edict diff`, by name. */
import { htmlDiff } from "./html.js";
import { jsonDiff } from "./json.js";
import { markdownDiff } from "./markdown.js";
import type { DiffReport } from "./report.js";
import { sarifDiff } from "./sarif.js";
import { textDiff } from "./text.js";

export const diffReports = {
  text: textDiff,
  markdown: markdownDiff,
  json: jsonDiff,
  sarif: sarifDiff,
  html: htmlDiff,
} satisfies { readonly [format: string]: DiffReport };
