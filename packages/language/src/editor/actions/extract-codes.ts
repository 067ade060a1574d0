/**
 * Gives codes that stand in a list a name: those that are selected, or, at a caret, the whole list. The set is declared
 * above, and its name stands in their place, to be typed. Codes with their dates go along as they are written.
 */
import type { SetItem, Value } from "../../ast/nodes.js";
import { declarationStart } from "./declaration-start.js";
import type { ActionPlace, CodeAction } from "./code-action.js";
import { edit, freeName, withHoles } from "./code-action.js";
import { listAt } from "./listed-values.js";

const wantedNames = { codes: "NewCodes", diagnoses: "NewDiagnoses", modifiers: "NewModifiers" } as const;

/** At most one action. */
export function extractCodes(place: ActionPlace): readonly CodeAction[] {
  const { analysis, file, range, declaration } = place;
  if (declaration === null || declaration.broken || declaration.kind === "test") return [];
  const list = listAt(place.nodes, declaration, range);
  if (list === null) return [];
  const isCaret = range.start === range.end;
  const chosen = list.items.filter((item) => isCaret || (item.start < range.end && item.end > range.start));
  const first = chosen[0];
  const last = chosen.at(-1);
  if (first === undefined || last === undefined || chosen.some(isOfRow)) return [];
  // A whole set has its name already, and one code needs none unless somebody selects it.
  const isWhole = chosen.length === list.items.length;
  if ((isCaret && chosen.length < 2) || ("set" in declaration && isWhole && list.holder === "items")) return [];
  const name = freeName(analysis, wantedNames[list.kind]);
  const written = file.source.text.slice(first.start, last.end);
  const start = declarationStart(file.source, declaration);
  const declared = withHoles(`${list.kind} `, { hole: name, number: 1 }, ` = ${written}\n\n`);
  const stands = withHoles({ hole: name, number: 1 });
  const counted = chosen.length === 1 ? written : `these ${chosen.length}`;
  return [
    {
      title: `name ${counted} as a set of ${list.kind}`,
      kind: "refactor.extract",
      preferred: false,
      mends: [],
      edits: [
        { ...edit(place, { start, end: start }, declared.text), holes: declared.holes },
        { ...edit(place, { start: first.start, end: last.end }, stands.text), holes: stands.holes },
      ],
    },
  ];
}

function isOfRow(item: SetItem | Value): boolean {
  return item.kind === "row-reference" || (item.kind === "set-item" && item.value.kind === "row-reference");
}
