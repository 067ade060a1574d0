/** How headers are compared, and how they are shown. */

/** What is left of a header when case, spaces and punctuation do not count: `CPT/HCPCS Code` is `cpthcpcscode`. */
export function headerKey(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What is left when only case and the blanks around it do not count: how a layout's headers are found. */
export function layoutKey(header: string): string {
  return header.trim().toLowerCase();
}

/** Headers in a message: the first of them, none too long. */
export function shownHeaders(headers: readonly string[]): string {
  const most = 40;
  const shown = headers
    .slice(0, most)
    .map((header) => header.trim().replace(/\s+/g, " "))
    .map((header) => (header === "" ? "(no name)" : header.length > 40 ? `${header.slice(0, 40)}…` : header))
    .join(", ");
  return headers.length > most ? `${shown} and ${headers.length - most} more` : shown;
}
