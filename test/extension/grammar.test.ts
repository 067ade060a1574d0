import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paths, read } from "../tidy/tree.js";
import { colour } from "./colours.js";

/** The blocks of `colours.md`: a text, and what its words are coloured as. */
const page = readFileSync(new URL("colours.md", import.meta.url), "utf8");
const cases = [...page.matchAll(/^## (.+)\n[^]*?^```edict\n([^]*?)^```\n\n```text\n([^]*?)^```/gm)].map(
  ([, title = "", text = "", wanted = ""]) => ({ title, text, wanted }),
);

test("the page has cases", () => {
  expect(cases.length).toBeGreaterThan(8);
});

test.each(cases)("colours: $title", async ({ text, wanted }) => {
  expect(await shown(text)).toBe(wanted);
});

/** One line for each line of the text, as `word‹scope›`; punctuation is left out where it is only punctuation. */
async function shown(text: string): Promise<string> {
  const lines = await colour(text.trimEnd());
  return lines
    .map((line) => line.filter(({ scope }) => !scope.startsWith("punctuation.")))
    .map((line) => `${line.map(({ text, scope }) => `${text}‹${scope}›`).join(" ")}\n`)
    .join("");
}

const rules = paths.filter((path) => /^(?:examples|rules|packages\/vscode\/sample)\/.*\.edict$/.test(path));

test.each(rules)("every word of %s has a colour", async (path) => {
  const bare = (await colour(read(path))).flatMap((line) => line.filter(({ scope }) => scope === "source"));
  expect(bare).toEqual([]);
});

test.each(rules)("no code, date or keyword of %s is coloured as a name", async (path) => {
  const names = (await colour(read(path)))
    .flat()
    .filter(({ scope }) => scope === "variable.other")
    .map(({ text }) => text);
  const odd = names.filter((name) => /^(?:\d|[A-Z]\d{4}$)/.test(name) || hardWords.has(name));
  expect(odd).toEqual([]);
});

/** The words that always mean themselves, from the one list that the language keeps of them. */
const hardWords = new Set(
  [...read("packages/language/src/syntax/words.ts").matchAll(/(?:clauseWords|joiningWords) = \[([^]*?)\]/g)].flatMap(
    ([, words = ""]) => [...words.matchAll(/"(\w+)"/g)].map(([, word = ""]) => word),
  ),
);

test("every word that always means itself is coloured as one", async () => {
  expect(hardWords.size).toBeGreaterThan(40);
  const lines = await colour([...hardWords].map((word) => `x ${word}`).join("\n"));
  const plain = lines.flatMap((line) => line.slice(1)).filter(({ scope }) => !/^(?:keyword|storage)\./.test(scope));
  expect(plain).toEqual([]);
});
