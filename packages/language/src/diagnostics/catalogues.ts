/** All diagnostics of the language, by area. */
import type { Catalogue } from "@edict/rulebook";
import { declarations } from "./declarations.js";
import { names } from "./names.js";
import { rules } from "./rules.js";
import { syntax } from "./syntax.js";
import { tables } from "./tables.js";
import { tests } from "./tests.js";

/** Each area's codes with their severities and messages. */
export const catalogues = { syntax, names, declarations, tables, rules, tests } as const satisfies {
  readonly [area: string]: Catalogue;
};
