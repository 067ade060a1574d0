/** A table that says something else, in words: what was added and has ended, and the rules that have to do with it. */
import type { HouseRule, Standing } from "@edict/review";
import { tallied, thousands } from "@edict/rulebook";
import type { ChangedTable } from "../../sides/changed-tables.js";
import { placeCells, saidCells } from "../import-diff/cells.js";
import type { TouchedRule } from "../import-diff/report.js";
import { changeKinds } from "../import-diff/report.js";
import type { Section } from "./section.js";

const listedRules = 10;
const listedHouse = 20;

export function tableSection({ name, shape, keys, changes, examples, readBy, house, naming }: ChangedTable): Section {
  const noun = shape.keys.length === 1 ? shape.keys.join("") : "pair";
  const counts = changeKinds.flatMap((kind) => {
    const count = changes.get(kind) ?? 0;
    return count === 0 ? [] : [`${thousands(count)} ${kind}`];
  });
  const ordered = changeKinds.flatMap((kind) => examples.filter((example) => example.kind === kind));
  const rows = ordered.map((change) => [
    ...placeCells(change),
    saidCells(change.was, shape),
    saidCells(change.now, shape),
  ]);
  const named = naming.slice(0, listedRules).map(touchedWords);
  const more = naming.length > listedRules ? [`and ${thousands(naming.length - listedRules)} more`] : [];
  return {
    heading: `Table ${name}`,
    before: [
      `${tallied(keys.old, noun)} in base and ${thousands(keys.new)} in head, ${thousands(keys.same)} of them the same: ${counts.join(", ")}.`,
      `Read by ${readBy.join(", ")}.`,
    ],
    table: [["change", ...shape.keys, "from", "to", "base", "head"], ...rows],
    after: [
      ...house.slice(0, listedHouse).map(houseWords),
      ...(house.length > listedHouse
        ? [`${tallied(house.length - listedHouse, "more rule")} beside the table; --format json has them.`]
        : []),
      ...(named.length === 0 ? [] : [`Rules that name a code that changed: ${[...named, ...more].join(", ")}.`]),
    ],
  };
}

/** `R-1 (12, 2 between its own)` */
function touchedWords({ rule, changes, between }: TouchedRule): string {
  return `${rule.id} (${thousands(changes)}${between === 0 ? "" : `, ${thousands(between)} between its own`})`;
}

const standingWords: { readonly [S in Standing]: string } = {
  redundant: "may be redundant: the table now says the same of",
  ended: "says what the table says no more, of",
  reverse: "says it the other way round than the table now does, of",
};

function houseWords({ rule, standing, pairs, examples, sameScope }: HouseRule): string {
  const shown = examples.map(([subject, companion]) => `${subject} with ${companion}`).join(", ");
  const more = pairs > examples.length ? ", …" : "";
  const scope = sameScope ? "" : "; the rule looks in another scope";
  return `${rule} ${standingWords[standing]} ${tallied(pairs, "pair")}: ${shown}${more}${scope}.`;
}
