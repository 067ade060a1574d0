/** Field words: those of a charge line and those that are declared, as a condition, a scope or a test line wants them. */
import { fieldTypes } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import { allOf } from "../../names/declared.js";
import { fieldNamed } from "../../names/fields.js";
import type { Offer } from "./offer.js";
import { offer } from "./offer.js";

/** Where a field stands. */
export type FieldUse = "condition" | "same" | "per" | "line" | "layout";

/** The fields that are wanted most there, in their order. */
const likely: { readonly [U in FieldUse]: readonly string[] } = {
  condition: [
    "modifier",
    "diagnosis",
    "primary diagnosis",
    "units",
    "amount",
    "age",
    "place",
    "payer",
    "setting",
    "code",
  ],
  same: ["claim", "code", "modifiers", "diagnoses", "revenue", "place"],
  per: ["code", "modifiers", "provider", "place", "revenue", "claim"],
  line: ["payer", "place", "setting", "diagnosis", "provider", "amount", "claim", "authorization", "age", "sex"],
  layout: ["patient", "date", "code", "modifiers", "units", "diagnoses", "payer", "claim", "place", "amount"],
};

/** The words of fields there; a layout names each column of a file, so it has no `primary diagnosis`. */
export function fieldItems(analysis: Analysis, use: FieldUse, rank: number): readonly Offer[] {
  const { declared } = analysis.book;
  const own = allOf(declared, "field").map(({ node }) => node.name.text);
  const singular = use === "condition" || use === "line" ? ["modifier", "diagnosis"] : [];
  const all = [...likely[use], ...own, ...singular, ...Object.keys(fieldTypes)];
  const fitting = use === "layout" ? all.filter((name) => name !== "primary diagnosis") : all;
  return [...new Set(fitting)].map((name, order) => {
    const type = fieldNamed(declared, name)?.type;
    return offer("field-word", name, rank + order / 10, { detail: type === undefined ? "field" : `field: ${type}` });
  });
}
