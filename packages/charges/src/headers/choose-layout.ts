/** Which layout a file is read with (`language.md` section 8, ruling 14): the named one, else the one whose columns are all there. */
import type { Layout } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import { layoutKey } from "./header-key.js";
import { headersToShow } from "./show-headers.js";

/** The layout named `name`; an error where there is none. */
export function layoutNamed(layouts: readonly Layout[], name: string): Layout {
  const layout = layouts.find((candidate) => candidate.name === name);
  if (layout !== undefined) return layout;
  const names = layouts.map((candidate) => candidate.name).join(", ");
  const known = names === "" ? "the rules declare none" : `the rules declare ${names}`;
  throw fileError(fileErrors, "layout-unknown", { file: null }, { layout: name, known });
}

/** The one layout whose headers are all in the file, null where none is, an error where several are. */
export function layoutOfFile(layouts: readonly Layout[], headers: readonly string[], file: string): Layout | null {
  const keys = new Set(headers.map(layoutKey));
  const fitting = layouts.filter((layout) => missingHeaders(layout, keys).length === 0 && layout.entries.length > 0);
  const [first = null, second] = fitting;
  if (second === undefined) return first;
  const names = fitting.map((layout) => layout.name).join(", ");
  throw fileError(fileErrors, "layout-ambiguous", { file }, { layouts: names });
}

/** An error where the file lacks a column of the layout. */
export function requireColumns(layout: Layout, headers: readonly string[], file: string): void {
  const missing = missingHeaders(layout, new Set(headers.map(layoutKey)));
  if (missing.length === 0) return;
  const parameters = { layout: layout.name, missing: missing.join(", "), headers: headersToShow(headers, file) };
  throw fileError(fileErrors, "layout-column-missing", { file }, parameters);
}

function missingHeaders(layout: Layout, keys: ReadonlySet<string>): string[] {
  return layout.entries.flatMap((entry) => entry.from).filter((header) => !keys.has(layoutKey(header)));
}
