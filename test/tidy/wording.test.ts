import { expect, test } from "vitest";
import { paths, read } from "./tree.js";

/** The words to avoid, from the second column of the table in `docs/vocabulary.md`. */
const avoided: readonly string[] = [...read("docs/vocabulary.md").matchAll(/^\|[^|]+\|([^|]+)\|/gm)]
  .slice(2)
  .flatMap((row) => (row[1] ?? "").split(","))
  .map((word) => word.trim())
  .filter((word) => word !== "");

/** Slips that a reader sees and a compiler does not. */
const misspelled =
  /\b(?:seperat\w*|occured|occurence\w*|recieve\w*|definately|lenght|heigth|neccessar\w*|accomodate|begining|existant|independant|refered|overriden|writen|teh|wich|succesful\w*|adress|calender|catagor\w*|priviledge|persistant|transfered|untill|wether|langauge|statment\w*|diagnosises)\b/i;

function found(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) => {
        const word = pattern.exec(line)?.[0];
        return word === undefined ? [] : [`${path}:${index + 1}: ${word}`];
      }),
  );
}

// The pages of the rules say what the rules say, of charges and not of Edict.
const prose = paths.filter(
  (path) => path.endsWith(".md") && path !== "docs/vocabulary.md" && !path.startsWith("docs/rules/"),
);
const sources = paths.filter((path) => /^packages\/.*\.ts$/.test(path));
const texts = [...prose, ...sources].filter((path) => path !== "test/tidy/wording.test.ts");

test("the vocabulary names words to avoid", () => {
  expect(avoided).toContain("claim-line");
});

test("one word per thing, in code and pages alike", () => {
  expect(found(texts, new RegExp(`\\b(?:${avoided.join("|")})s?\\b`, "i"))).toEqual([]);
});

test("nothing is misspelled that is often misspelled", () => {
  expect(found([...texts, "docs/vocabulary.md"], misspelled)).toEqual([]);
});
