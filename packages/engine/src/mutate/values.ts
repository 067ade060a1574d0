/** The right side of `is` and `in`: one of its values left out. The last one is not, since nothing would be left to compare with. */
import type { Values } from "@edict/rulebook";
import type { Edit } from "./edit.js";
import { edit, lifted, without } from "./edit.js";
import type { Surroundings } from "./items.js";
import { itemEdits } from "./items.js";
import { codeKind, diagnosisKind, modifierKind } from "./spans.js";

/** The slips in a list of values that a field is compared with. */
export function valuesEdits(values: Values, field: string, around: Surroundings): readonly Edit<Values>[] {
  const owner = `the values of ${field}`;
  switch (values.kind) {
    case "codes":
      return lifted(itemEdits(codeKind, values, around.codes, owner, around.isSeen), (items) => ({
        ...values,
        ...items,
      }));
    case "diagnoses":
      return lifted(itemEdits(diagnosisKind, values, around.diagnoses, owner, around.isSeen), (items) => ({
        ...values,
        ...items,
      }));
    case "modifiers":
      return lifted(itemEdits(modifierKind, values, around.modifiers, owner, around.isSeen), (items) => ({
        ...values,
        ...items,
      }));
    case "payers":
      return [
        ...dropped(values.names, values, owner, (names) => ({ ...values, names })),
        ...dropped(values.texts, values, owner, (texts) => ({ ...values, texts })),
        ...dropped(values.columns, values, owner, (columns) => ({ ...values, columns })),
      ];
    case "settings":
      return [
        ...dropped(values.names, values, owner, (names) => ({ ...values, names })),
        ...dropped(values.columns, values, owner, (columns) => ({ ...values, columns })),
      ];
    case "bills": {
      const isHeld = (prefix: string): boolean =>
        values.prefixes.some((other) => other !== prefix && prefix.startsWith(other));
      return [
        ...dropped(values.prefixes, values, owner, (prefixes) => ({ ...values, prefixes }), isHeld),
        ...dropped(values.columns, values, owner, (columns) => ({ ...values, columns })),
      ];
    }
    case "plain":
      return [
        ...dropped(values.values, values, owner, (list) => ({ ...values, values: list })),
        ...dropped(values.columns, values, owner, (columns) => ({ ...values, columns })),
      ];
  }
}

function dropped<Item extends string | number>(
  items: readonly Item[],
  values: Values,
  owner: string,
  put: (items: readonly Item[]) => Values,
  isHeld: (item: Item) => boolean = () => false,
): readonly Edit<Values>[] {
  if (sizeOf(values) < 2) return [];
  return items.flatMap((item, at) =>
    isHeld(item)
      ? []
      : [edit(put(without(items, at)), `${owner} with ${String(item)}`, "without it", { written: String(item) })],
  );
}

function sizeOf(values: Values): number {
  switch (values.kind) {
    case "codes":
    case "diagnoses":
    case "modifiers":
      return values.sets.length + values.spans.length + values.columns.length;
    case "payers":
      return values.names.length + values.texts.length + values.columns.length;
    case "settings":
      return values.names.length + values.columns.length;
    case "bills":
      return values.prefixes.length + values.columns.length;
    case "plain":
      return values.values.length + values.columns.length;
  }
}
