/** Small facts about encodings: what a file starts with, where a UTF-8 piece may be cut, and Windows-1252. */

/** How the bytes of a text are to be read. */
export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** The encoding that a byte order mark names, and its length. */
export function byteOrderMark(start: Buffer): { readonly encoding: Encoding; readonly length: number } | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return null;
}

/** How many bytes at the end of a piece are the beginning of a UTF-8 character that goes on in the next. */
export function unfinishedBytes(piece: Buffer): number {
  for (let back = 1; back <= 3 && back <= piece.length; back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has control characters. A dot: nothing, the control stays. */
const windowsOnly = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/** Text of Windows-1252, which is Latin-1 with more characters. Node's own decoder leaves these out, so it is not used. */
export function windows1252(piece: Buffer): string {
  return piece.toString("latin1").replace(/[\x80-\x9f]/g, (control) => {
    const character = windowsOnly.charAt(control.charCodeAt(0) - 0x80);
    return character === "." ? control : character;
  });
}
