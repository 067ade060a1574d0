/** Texts as bytes, by hand: what does it elsewhere is not among what the engine may use, and costs more for short texts. */

/**
 * Writes UTF-8 of a text that has no half of a pair of surrogates; `JSON.stringify` leaves none. There is room for three
 * bytes for each of its characters. Where it ends.
 */
export function putUtf8(bytes: Uint8Array, start: number, text: string): number {
  let end = start;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character < 0x80) {
      bytes[end++] = character;
      continue;
    }
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at += 1;
    if (point < 0x800) {
      bytes[end++] = 0xc0 | (point >> 6);
      bytes[end++] = 0x80 | (point & 0x3f);
    } else {
      if (point < 0x10000) bytes[end++] = 0xe0 | (point >> 12);
      else {
        bytes[end++] = 0xf0 | (point >> 18);
        bytes[end++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[end++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[end++] = 0x80 | (point & 0x3f);
    }
  }
  return end;
}

/** Writes a text as it stands within the quotes of JSON. There is room for six bytes for each of its characters. Where it ends. */
export function putInner(bytes: Uint8Array, start: number, text: string): number {
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (!isPlainCharacter(character)) return putUtf8(bytes, start, JSON.stringify(text).slice(1, -1));
    bytes[start + at] = character;
  }
  return start + text.length;
}

/** Whether JSON writes a character as it is, as one byte. */
export function isPlainCharacter(character: number): boolean {
  return character >= 0x20 && character < 0x7f && character !== 0x22 && character !== 0x5c;
}
