/** All that an editor can offer to change at a place. Each kind of action is a file of its own. */
import type { Analysis } from "../../analyse.js";
import { pathAt } from "../../ast/children.js";
import type { Declaration, Node } from "../../ast/nodes.js";
import { citations } from "./citations.js";
import { declarationAt } from "../declaration-at.js";
import type { ActionPlace, CodeAction, CodeActionKind } from "./code-action.js";
import { effectiveDates } from "./effective-dates.js";
import { extractCodes } from "./extract-codes.js";
import { fixAll } from "./fix-all.js";
import { inlineSet } from "./inline-set.js";
import { organiseSet, organiseSets } from "./organise-sets.js";
import { overrideFor } from "./override-for.js";
import { quickFixes } from "./quick-fixes.js";
import { silence } from "./silence.js";
import { tableRule } from "./table-rule.js";

type Offer = (place: ActionPlace) => readonly CodeAction[];

/** In the order in which an editor lists them. */
const offers: readonly { readonly kind: CodeActionKind; readonly offer: Offer }[] = [
  { kind: "quickfix", offer: quickFixes },
  { kind: "quickfix", offer: citations },
  { kind: "quickfix", offer: effectiveDates },
  { kind: "quickfix", offer: silence },
  { kind: "refactor.extract", offer: extractCodes },
  { kind: "refactor.inline", offer: inlineSet },
  { kind: "refactor.rewrite", offer: tableRule },
  { kind: "refactor.rewrite", offer: overrideFor },
  { kind: "refactor.rewrite", offer: organiseSet },
  { kind: "source.organizeSets.edict", offer: organiseSets },
  { kind: "source.fixAll.edict", offer: fixAll },
];

/** The actions at a selection. `only` asks for kinds and those within them; null for what has to do with the place itself. */
export function codeActions(
  analysis: Analysis,
  path: string,
  range: Node,
  only: readonly string[] | null = null,
): readonly CodeAction[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  const declaration = declarationAt(analysis, path, range.start);
  const place: ActionPlace = { analysis, file, range, nodes: nodesAt(declaration, range.start), declaration };
  return offers.filter(({ kind }) => isAskedFor(only, kind)).flatMap(({ offer }) => offer(place));
}

/** Whether a kind is among those that a client asks for, which stand for all within them. */
export function isAskedFor(only: readonly string[] | null, kind: CodeActionKind): boolean {
  // Actions on the whole file are worked out only for who asks for them: a caret that moves does not.
  if (only === null) return !kind.startsWith("source.");
  return only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
}

function nodesAt(declaration: Declaration | null, offset: number): ActionPlace["nodes"] {
  return declaration === null ? [] : pathAt(declaration, offset);
}
