/**
 * Would a rename change what anything means? Two ways are possible: a place that named the thing would mean something else
 * under the new name (`payer = claim` compares two fields), or a text that meant itself would now mean the thing
 * (`payer is "MCR"`, once a payer is called MCR). Both are found by asking a book in which the name is changed.
 */
import type { Analysis } from "../../analyse.js";
import { coversText } from "../../names/payers.js";
import type { Use } from "../names-at.js";
import { mentionsOf } from "../mentions/mentions-of.js";
import { targetOf } from "../mentions/target.js";
import { placeAt } from "../../source/source.js";
import type { Renamed } from "./renamed.js";

/** Why a rename would change what something means; null where it would not. */
export function meaningLost(analysis: Analysis, renamed: Renamed, to: string, uses: readonly Use[]): string | null {
  if (renamed.kind === "column") return null;
  const after = withName(analysis, renamed.name, to);
  for (const { path, mention } of uses) {
    const meant = targetOf(after, { ...mention, text: to });
    if (meant?.kind === "declared" && meant.name === to) continue;
    return `${to} would mean something else ${placed(analysis, path, mention.start)}; choose another name`;
  }
  const edited = new Set(uses.map(({ mention }) => mention));
  for (const file of analysis.book.files) {
    for (const mention of mentionsOf(file).byText.get(to.toLowerCase()) ?? []) {
      const meant = targetOf(after, mention);
      const isCaught = meant?.kind === "declared" && meant.name === to && !edited.has(mention);
      if (!isCaught || isUnknownName(mention.stands) || isSameLine(analysis, renamed, mention.stands, to)) continue;
      const place = placed(analysis, file.source.path, mention.start);
      return `${mention.text} would mean ${renamed.name} ${place}; choose another name`;
    }
  }
  return null;
}

/** A book in which the name is another; all else is as it was. */
function withName(analysis: Analysis, from: string, to: string): Analysis {
  const declared = new Map([...analysis.book.declared].map(([name, placed]) => [name === from ? to : name, placed]));
  return { ...analysis, book: { ...analysis.book, declared } };
}

/** Where only a name can stand, one that is declared nowhere means nothing yet: the rename may be what makes it right. */
function isUnknownName(stands: Use["mention"]["stands"]): boolean {
  switch (stands.kind) {
    case "name":
    case "item":
    case "field":
      return true;
    case "value":
      return !stands.quoted;
    default:
      return false;
  }
}

/** A line of a test that says an alias of the payer is the payer's before and after. */
function isSameLine({ book }: Analysis, renamed: Renamed, stands: Use["mention"]["stands"], to: string): boolean {
  if (stands.kind !== "value" || !stands.inTest) return false;
  const node = book.declared.get(renamed.name)?.node;
  return node?.kind === "payer" && coversText(node, to);
}

function placed({ files }: Analysis, path: string, offset: number): string {
  const file = files.get(path);
  return file === undefined ? "" : `in ${path}, line ${placeAt(file.source, offset).line}`;
}
