/** Text within XML 1.0: what would end it or may not stand in it is escaped. */

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);

/** The text as it may stand in an element or in a quoted attribute, on one line. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"'\p{Cc}\p{Surrogate}\p{Bidi_Control}\u2028\u2029\ufffe\uffff]/gu, (character) => {
    // XML has no way to write control characters, and those that turn the direction of a text hide what stands there.
    return entities.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
