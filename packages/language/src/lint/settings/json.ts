/** JSON with the place of every part, so that a setting is reported where it stands. The first mistake ends the reading. */

/** A value with its place. Numbers, true, false and null are of no use to a setting and are told by their text. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: "object"; readonly members: readonly JsonMember[] }
  | { readonly kind: "array" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "other" }
);

/** `"key": value` */
export interface JsonMember {
  readonly key: { readonly text: string; readonly start: number; readonly end: number };
  readonly value: JsonNode;
}

/** Where it is no JSON, and what would have been. */
export interface JsonProblem {
  readonly start: number;
  readonly end: number;
  readonly wanted: string;
}

/** Deeper than any setting; a file of brackets alone must not use up the stack. */
const deepest = 50;

/** Reads a text as JSON. */
export function readJson(text: string): JsonNode | JsonProblem {
  let at = 0;
  let problem: JsonProblem | null = null;

  const value = readValue(0);
  if (value === null) return problemHere();
  blanks();
  if (at < text.length) fail("the end");
  return problem ?? value;

  function problemHere(): JsonProblem {
    if (problem === null) throw new Error("a value that could not be read has said why");
    return problem;
  }

  function fail(wanted: string): null {
    // The word that stands there, whole.
    const length = /^(?:[\w.+-]+|.)/.exec(text.slice(at, at + 40))?.[0].length ?? 0;
    problem ??= { start: at, end: at + length, wanted };
    return null;
  }

  function blanks(): void {
    while (/[ \t\r\n]/.test(text.charAt(at))) at++;
  }

  function readValue(depth: number): JsonNode | null {
    blanks();
    const start = at;
    if (depth > deepest) return fail("fewer brackets within each other");
    switch (text.charAt(at)) {
      case "{":
        return readObject(start, depth);
      case "[":
        return readArray(start, depth);
      case '"': {
        const read = readText();
        return read === null ? null : { kind: "text", text: read, start, end: at };
      }
      default: {
        const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/.exec(
          text.slice(at, at + 400),
        )?.[0];
        if (word === undefined) return fail("a value");
        at += word.length;
        return { kind: "other", start, end: at };
      }
    }
  }

  function readObject(start: number, depth: number): JsonNode | null {
    const members: JsonMember[] = [];
    at++;
    for (blanks(); text.charAt(at) !== "}"; blanks()) {
      if (members.length > 0 && !take(",")) return fail("a comma or }");
      blanks();
      const keyStart = at;
      const key = text.charAt(at) === '"' ? readText() : fail('a key in "double quotes"');
      if (key === null) return null;
      const place = { text: key, start: keyStart, end: at };
      blanks();
      if (!take(":")) return fail("a colon");
      const value = readValue(depth + 1);
      if (value === null) return null;
      members.push({ key: place, value });
    }
    at++;
    return { kind: "object", members, start, end: at };
  }

  function readArray(start: number, depth: number): JsonNode | null {
    at++;
    let first = true;
    for (blanks(); text.charAt(at) !== "]"; blanks()) {
      if (!first && !take(",")) return fail("a comma or ]");
      first = false;
      if (readValue(depth + 1) === null) return null;
    }
    at++;
    return { kind: "array", start, end: at };
  }

  function take(sign: string): boolean {
    if (text.charAt(at) !== sign) return false;
    at++;
    return true;
  }

  function readText(): string | null {
    const start = at;
    for (at++; at < text.length; at++) {
      const sign = text.charAt(at);
      if (sign === '"') {
        at++;
        return unescaped(start);
      }
      if (sign < " ") break;
      if (sign === "\\") at++;
    }
    at = start;
    return fail("a text that ends on its line");
  }

  function unescaped(start: number): string | null {
    try {
      const read: unknown = JSON.parse(text.slice(start, at));
      if (typeof read === "string") return read;
    } catch {
      // Said below: the escapes are none of JSON's.
    }
    at = start;
    return fail("a text with the escapes of JSON");
  }
}
