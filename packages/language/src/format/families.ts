/**
 * The families of a long list: codes that share their first four signs stand on one line, everything else on a line of
 * its own. The lines depend on nothing but the items, so that a code that is added changes the line where it stands and
 * no other.
 */
import type { SetItem, Value } from "../ast/nodes.js";

/** What an item shares with those beside it on a line; null for an item with a line of its own. */
export function familyOfItem({ value, from, until }: SetItem): string | null {
  return from === null && until === null ? familyOf(value) : null;
}

/** The same of a value in a condition or a setting. */
export function familyOf(value: Value): string | null {
  switch (value.kind) {
    case "word":
      return familyOfWord(value.text);
    case "range-literal":
      return familyOfWord(value.first.text);
    case "number-literal":
      return "number";
    case "row-reference":
    case "text-literal":
    case "date-literal":
      return null;
  }
}

function familyOfWord(text: string): string | null {
  if (/^(?:\d{5}|\d{4}[A-Z]|[A-Z]\d{4})$/.test(text)) return text.slice(0, 4);
  // `C50.911` with its category, `C50` with the ten categories about it.
  if (/^[A-Z]\d[0-9A-Z]\./.test(text)) return text.slice(0, 3);
  if (/^[A-Z]\d[0-9A-Z]$/.test(text)) return text.slice(0, 2);
  if (/^\d{4}$/.test(text)) return text.slice(0, 3);
  return /^[0-9A-Z]{2}$/.test(text) ? "two" : null;
}
