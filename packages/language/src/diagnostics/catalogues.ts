/** All diagnostics of the language, by area. */
import type { Catalogue } from "@edict/rulebook";
import { lintCatalogues } from "../lint/families.js";
import { declarations } from "./declarations.js";
import { names } from "./names.js";
import { rules } from "./rules.js";
import { settings } from "./settings.js";
import { silences } from "./silences.js";
import { syntax } from "./syntax.js";
import { tables } from "./tables.js";
import { tests } from "./tests.js";

/** Each area's codes with their severities and messages; the lints' areas are their families. */
export const catalogues: { readonly [area: string]: Catalogue } = {
  syntax,
  names,
  declarations,
  tables,
  rules,
  tests,
  settings,
  silences,
  ...lintCatalogues,
};

/** Every code with its severity. */
export const severities: ReadonlyMap<string, Catalogue[string]["severity"]> = new Map(
  Object.values(catalogues).flatMap((catalogue) =>
    Object.entries(catalogue).map(([code, { severity }]) => [code, severity] as const),
  ),
);

/** The codes whose severity a project may set, and that a comment may silence: all that are no errors. */
export const settableCodes: readonly string[] = [...severities]
  .flatMap(([code, severity]) => (severity === "error" ? [] : [code]))
  .sort();
