/**
 * Text that came from a file, made safe to show on a terminal: control characters and the marks that turn the direction
 * of writing are shown as escapes, so that no file moves the cursor, hides a line or sets a title.
 */

/** The text without anything that a terminal would act on. Line breaks and tabs are escaped too. */
export function safeText(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, escaped);
}

/** As `safeText`, but a tab stays one blank, so that columns of a shown source line stand where they stood. */
export function safeSourceLine(text: string): string {
  return safeText(text.replaceAll("\t", " "));
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
