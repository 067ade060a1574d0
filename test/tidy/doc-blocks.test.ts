import { runTests, tableData } from "@edict/engine";
import type { Compilation } from "@edict/language";
import { compile } from "@edict/language";
import type { TableData } from "@edict/rulebook";
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

/** The block as a rulebook. A page shows no table files: they are there, and without rows. */
function compiled({ page, text }: Shown): Compilation {
  const folder = page.slice(0, page.lastIndexOf("/") + 1);
  const tables = [...text.matchAll(/^table \S+ (?:lists [^"]+ )?from "(.+)"/gm)].map(
    ([, path]) => [`${folder}${path ?? ""}`, ""] as const,
  );
  return compile([page], memoryHost(new Map([[page, text], ...tables])));
}

// The pages of the diagnostics have blocks that must fail; they have a test of their own. The pages of the rules show
// each rule alone, and are made from rules that the gate checks and tests; those of reviews show cases without them.
const pages = paths.filter(
  (path) =>
    path === "README.md" || (/^docs\/.*\.md$/.test(path) && !/^docs\/(?:diagnostics|rules|reviews)\//.test(path)),
);

test.each(pages.flatMap(shownIn).map((shown, index) => [`${shown.page} (${index + 1})`, shown] as const))(
  "%s compiles, and its tests pass",
  (_, shown) => {
    const { rulebook, diagnostics } = compiled(shown);
    // A block may leave out citations and dates, which `check` warns of.
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ at, code, message }) => `${at.file}:${at.line}: ${code}: ${message}`)).toEqual([]);
    const tables = rulebook?.tables.flatMap((table): TableData[] =>
      table.source.kind === "file" ? [tableData({ ...table, source: { kind: "rows", rows: [] } })] : [],
    );
    const outcomes = rulebook === null ? [] : runTests(rulebook, new Map(tables?.map((table) => [table.name, table])));
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
  },
);

test("blocks are marked as edict and nothing more", () => {
  const odd = pages.flatMap((page) =>
    [...read(page).matchAll(/^```edict[^\n]+$/gm)].map(([line]) => `${page}: ${line}`),
  );
  expect(odd).toEqual([]);
});
