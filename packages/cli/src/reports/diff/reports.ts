/** The formats of `edict diff`, by name. */
import type { DiffFormat } from "../formats.js";
import { htmlDiff } from "./html.js";
import { jsonDiff } from "./json.js";
import { markdownDiff } from "./markdown.js";
import type { DiffReport } from "./report.js";
import { sarifDiff } from "./sarif.js";
import { textDiff } from "./text.js";

export const diffReports: { readonly [F in DiffFormat]: DiffReport } = {
  text: textDiff,
  markdown: markdownDiff,
  json: jsonDiff,
  sarif: sarifDiff,
  html: htmlDiff,
};
