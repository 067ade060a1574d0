import { compile } from "@edict/language";
import type { Diagnostic } from "@edict/rulebook";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import { paths, read } from "./tree.js";

/** One rulebook that a page shows: the blocks of a page belong together, and `# separate` starts another. */
interface Shown {
  readonly page: string;
  readonly text: string;
}

/** The `edict` blocks of a page. Everything else is blanked, so that lines keep their numbers. */
function shownIn(page: string): readonly Shown[] {
  const books: string[][] = [[]];
  let inside = false;
  for (const [index, line] of read(page).split("\n").entries()) {
    if (line.startsWith("```")) {
      inside = !inside && /^```edict\s*$/.test(line);
    } else if (inside) {
      if (line.trim() === "# separate") books.push([]);
      const book = books.at(-1) ?? [];
      while (book.length < index) book.push("");
      book.push(line);
    }
  }
  return books.filter((book) => book.length > 0).map((book) => ({ page, text: book.join("\n") + "\n" }));
}

/** Errors only: a block may leave out citations and dates, which `check` warns of. */
function errorsOf({ page, text }: Shown): readonly string[] {
  const { diagnostics } = compile([page], memoryHost(new Map([[page, text]])));
  return diagnostics.filter(isReal).map(({ at, code, message }) => `${at.file}:${at.line}: ${code}: ${message}`);
}

/** A page shows no table files; that one is missing says nothing about the block. */
function isReal({ severity, code }: Diagnostic): boolean {
  return severity === "error" && code !== "missing-table-file";
}

// The pages of the diagnostics have blocks that must fail; they have a test of their own.
const pages = paths.filter(
  (path) => path === "README.md" || (/^docs\/.*\.md$/.test(path) && !path.startsWith("docs/diagnostics/")),
);

test.each(pages.flatMap(shownIn).map((shown, index) => [`${shown.page} (${index + 1})`, shown] as const))(
  "%s compiles",
  (_, shown) => {
    expect(errorsOf(shown)).toEqual([]);
  },
);

test("blocks are marked as edict and nothing more", () => {
  const odd = pages.flatMap((page) =>
    [...read(page).matchAll(/^```edict[^\n]+$/gm)].map(([line]) => `${page}: ${line}`),
  );
  expect(odd).toEqual([]);
});
