/** What texts, dates and numbers mean: from the characters in the file to the value in the tree, and back for texts. */

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["n", "\n"],
]);

/** The text between the quotes, of whatever make, with its escapes worked out. */
export function readText(image: string): string {
  const closed = image.length > 1 && /["“”'‘’]$/.test(image) && !endsInEscape(image);
  const inside = image.slice(1, closed ? -1 : undefined);
  if (!inside.includes("\\")) return inside;
  return inside.replace(/\\(.?)/g, (whole, sign: string) => escapes.get(sign) ?? whole);
}

// An odd number of backslashes before the last quote: the quote belongs to the text.
function endsInEscape(image: string): boolean {
  let backslashes = 0;
  for (let at = image.length - 2; at > 0 && image.charAt(at) === "\\"; at--) backslashes++;
  return backslashes % 2 === 1;
}

/** True of a text whose closing quote is missing. */
export function isUnterminated(image: string): boolean {
  return image.length < 2 || !/["“”'‘’]$/.test(image) || endsInEscape(image);
}

/** A text as it is written in a file. */
export function writeText(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

/** `2026-03-02` for `2026-3-2`, `2026/3/2` and `3/2/2026` (month first); what is already so stays so. */
export function readDate(image: string): string {
  const parts = image.split(/[-/.]/);
  const [first = "", second = "", third = ""] = parts;
  const pad = (part: string): string => part.padStart(2, "0");
  if (first.length === 4) return `${first}-${pad(second)}-${pad(third)}`;
  const year = third.length === 2 ? `20${third}` : third;
  return `${year}-${pad(first)}-${pad(second)}`;
}

/** `4`, `2.5`, `$5,000` */
export function readNumber(image: string): number {
  return Number(image.replace(/[$,]/g, ""));
}
