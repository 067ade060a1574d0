/** Values that may stand after a field, and the codes that a statement, a set or a test line may name. */
import type { Analysis } from "../../analyse.js";
import { fieldNamed } from "../../names/fields.js";
import type { Offer, OfferKind } from "./offer.js";
import { offer } from "./offer.js";
import { knownWords } from "./known-words.js";
import { nameItems } from "./names.js";
import type { KnownKind } from "./written-values.js";

/** Values that every payer knows; those of the rulebook come first. */
const usual: { readonly [K in KnownKind]?: readonly string[] } = {
  place: ["11", "19", "21", "22", "24"],
  modifier: ["25", "26", "59", "TC", "XE", "XP", "XS", "XU"],
};

const itemKinds: { readonly [K in KnownKind]?: OfferKind } = {
  code: "code",
  "billed-code": "code",
  diagnosis: "diagnosis",
  modifier: "modifier",
};

/** The values that the rulebook knows of a kind, each with who names it. */
export function knownItems(analysis: Analysis, kind: KnownKind, rank: number): readonly Offer[] {
  const items = knownWords(analysis, kind).map(({ text, sets, rules }) =>
    offer(itemKinds[kind] ?? "value", text, rank, {
      detail: sets.length > 0 ? `in ${few(sets)}` : rules.length > 0 ? `named by ${few(rules)}` : null,
    }),
  );
  const known = new Set(items.map(({ label }) => label));
  const further = (usual[kind] ?? []).filter((text) => !known.has(text));
  return [...items, ...further.map((text) => offer(kind === "modifier" ? kind : "value", text, rank + 1))];
}

function few(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}

/** Sets of codes, then the codes that the rulebook knows. */
export function codeItems(analysis: Analysis, rank: number): readonly Offer[] {
  return [...nameItems(analysis, ["codes"], rank), ...knownItems(analysis, "code", rank + 20)];
}

/** What may stand after `FIELD is`, `FIELD in`, and after a field of a test; `sets` where the name of a set may. */
export function valueItems(
  analysis: Analysis,
  field: string,
  rank: number,
  { sets }: { readonly sets: boolean },
): readonly Offer[] {
  const facts = fieldNamed(analysis.book.declared, field);
  const withSets = (kind: "codes" | "diagnoses" | "modifiers", values: KnownKind): readonly Offer[] => [
    ...(sets ? nameItems(analysis, [kind], rank) : []),
    ...knownItems(analysis, values, rank + 20),
  ];
  switch (facts?.holds) {
    case "codes":
      return withSets("codes", "code");
    case "diagnoses":
      return withSets("diagnoses", "diagnosis");
    case "modifiers":
      return withSets("modifiers", "modifier");
    case "payers":
      return nameItems(analysis, sets ? ["payer", "payers"] : ["payer"], rank);
    case "settings":
      return nameItems(analysis, ["setting"], rank);
    case "bills":
      return knownItems(analysis, "bill", rank);
    case "plain":
    case undefined:
      return plainValues(analysis, facts?.name ?? field, rank);
  }
}

function plainValues(analysis: Analysis, field: string, rank: number): readonly Offer[] {
  if (field === "form") return ["professional", "institutional"].map((text) => offer("value", text, rank));
  if (field === "place" || field === "revenue") return knownItems(analysis, field, rank);
  return [];
}
