/** What holds of the formatter on any text, said without knowing how it works. */
import type { Diagnostic } from "@edict/rulebook";
import { compile, format, parse } from "@edict/language";
import { expect } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import { withoutPlaces } from "../text/printed.js";

/** Holds all laws against a text; the files are those that it names. */
export function holdsLaws(text: string, files: ReadonlyMap<string, string> = new Map()): void {
  const laid = format(text);
  expect(format(laid), "twice is once").toBe(laid);
  expect(
    commentsOf(laid)
      .map(({ text }) => text)
      .sort(),
    "the comments",
  ).toEqual(
    commentsOf(text)
      .map(({ text }) => text)
      .sort(),
  );
  const [before, after] = [text, laid].map((one) =>
    compile(["a.edict"], memoryHost(new Map([["pairs.csv", ""], ...files, ["a.edict", one]]))),
  );
  expect(codesOf(after?.diagnostics), "the diagnostics").toEqual(codesOf(before?.diagnostics));
  const books = [before, after].map((one) => (one?.rulebook ? withoutPlaces(one.rulebook) : null));
  expect(books[1], "the rulebook").toBe(books[0]);
  expect(declarationsOf(laid), "the declarations and what documents them").toEqual(declarationsOf(text));
}

/** Each comment stays with the word that it stood above, or with a word of the line that it stood at the end of. */
export function keepsComments(text: string): void {
  const laid = new Map(commentsOf(format(text)).map((comment) => [comment.text, comment]));
  for (const comment of commentsOf(text)) {
    const now = laid.get(comment.text);
    if (comment.next !== null) expect({ ...now, line: [] }).toEqual({ ...comment, line: [] });
    else expect(comment.line).toContain(now?.line.at(-1));
  }
}

function codesOf(diagnostics: readonly Diagnostic[] = []): readonly string[] {
  return diagnostics.map(({ code }) => code).sort();
}

function declarationsOf(text: string): readonly unknown[] {
  return parse({ path: "a.edict", text }).file.declarations.map(({ kind, doc }) => [
    kind,
    doc?.split("\n").map((line) => line.trimEnd()),
  ]);
}

/** A comment: the word that it stands above, or the words before it on its line. */
interface Found {
  readonly text: string;
  readonly next: string | null;
  readonly line: readonly string[];
}

/** The comments of a text, found without the language's own lexer. */
export function commentsOf(text: string): readonly Found[] {
  const found: (Found & { next: string | null })[] = [];
  const waiting: { next: string | null }[] = [];
  for (const line of text.split("\n")) {
    const words = line.trimStart().startsWith("|")
      ? [line.trim()]
      : (line.match(/"(?:[^"\\]|\\.)*"?|#.*|[()]|[^\s"#,()]+/g) ?? []);
    const comment = words.at(-1)?.startsWith("#") === true ? (words.pop() ?? "").trimEnd() : null;
    const [first] = words;
    if (first !== undefined) for (const one of waiting.splice(0)) one.next = firstWord(first);
    if (comment === null) continue;
    const own = { text: comment, next: null, line: words };
    found.push(own);
    if (first === undefined) waiting.push(own);
  }
  return found;
}

/** Rows are put in columns, and signs are put nearer. */
function firstWord(word: string): string {
  return word.startsWith("|") ? word.replace(/ +/g, " ") : (/^(?:"|[\w-]+)/.exec(word)?.[0] ?? word);
}
