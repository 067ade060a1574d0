import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { paths, read, root } from "./tree.js";

/** The links of a page that lead into this repository, as paths from its root. */
function linksOf(page: string): readonly string[] {
  const prose = read(page).replace(/^```[^]*?^```$/gm, "");
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.replace(/#.*$/, ""));
  return links
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(page), target));
}

/** The paths of files and folders of this repository that a page names in code marks, from the root or from beside itself. */
function namedPaths(page: string): readonly string[] {
  const marks = [...read(page).matchAll(/`((?:packages|test|docs|scripts|examples|rules)\/[\w./-]+)`/g)];
  // What a build makes is not in the tree.
  return marks.map(([, path = ""]) => path.replace(/\/$/, "")).filter((path) => !path.includes("/dist/"));
}

const pages = paths.filter((path) => path.endsWith(".md"));

test("every link between pages leads somewhere", () => {
  const dead = pages.flatMap((page) =>
    linksOf(page).flatMap((target) => (existsSync(root + target) ? [] : [`${page}: ${target}`])),
  );
  expect(dead).toEqual([]);
});

test("every path that a page names is there", () => {
  const gone = pages.flatMap((page) =>
    namedPaths(page).flatMap((path) => {
      const places = [root + path, join(root, dirname(page), path)];
      return places.some((place) => existsSync(place)) ? [] : [`${page}: ${path}`];
    }),
  );
  expect(gone).toEqual([]);
});

test("every decision has a number of its own, which its page says", () => {
  const pagesOf = pages.filter((page) => /^docs\/decisions\/\d/.test(page));
  const numbers = pagesOf.map((page) => page.slice("docs/decisions/".length).slice(0, 3));
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  expect(pagesOf.filter((page, at) => !read(page).startsWith(`# ${numbers[at] ?? ""} `))).toEqual([]);
});
