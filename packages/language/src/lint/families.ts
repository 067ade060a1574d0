/** All lints, by family. A family is a folder here, a group of pages in `docs/diagnostics`, and no more. */
import type { Catalogue } from "@edict/rulebook";
import { authority } from "./authority/authority.js";
import { codes } from "./codes/codes.js";
import { dates } from "./dates/dates.js";
import type { Lint } from "./lint.js";
import { catalogueOf } from "./lint.js";
import { messages } from "./messages/messages.js";
import { scope } from "./scope/scope.js";
import { sets } from "./sets/sets.js";
import { style } from "./style/style.js";
import { tables } from "./tables/tables.js";
import { tests } from "./tests/tests.js";

/** Each family's lints. */
export const families = { dates, codes, authority, sets, scope, messages, tests, tables, style } as const satisfies {
  readonly [family: string]: readonly Lint[];
};

/** The lints of all families. */
export const lints: readonly Lint[] = Object.values(families).flat();

/** Each family's codes, under names that no area of the checks has. */
export const lintCatalogues: { readonly [area: string]: Catalogue } = Object.fromEntries(
  Object.entries(families).map(([family, list]) => [`lint ${family}`, catalogueOf(list)]),
);
