/** What `edict docs RULES… -o FOLDER` does: a reference of the rules in plain words, for people who review them. */
import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { runTests } from "@edict/engine";
import type { Page } from "@edict/language";
import { htmlFile, markdownFile, referencePages, toHtml, toMarkdown, writtenRule } from "@edict/language";
import type { Rulebook } from "@edict/rulebook";
import { tallied } from "@edict/rulebook";
import type { CommandHost } from "../commands/command-host.js";
import { exitCodes } from "../exit-codes.js";
import type { LoadedRules } from "../files/load-rules.js";
import { loadTables } from "../files/load-rules.js";
import type { Difference, Pages } from "../files/page-folder.js";
import { differenceOf, writePages } from "../files/page-folder.js";
import type { Io } from "../io.js";
import { safeText } from "../output/safe-text.js";
import { wholeRules } from "./whole-rules.js";

export interface DocsOptions {
  readonly output: string;
  readonly format: "markdown" | "html";
  readonly check?: boolean;
  readonly beside?: boolean;
}

/** Writes the pages, or holds the folder to them. */
export async function docs(roots: readonly string[], options: DocsOptions, { io, done }: CommandHost): Promise<void> {
  const loaded = wholeRules(roots, io);
  if (loaded === null) {
    done(exitCodes.failed);
    return;
  }
  const folder = resolve(io.cwd, options.output);
  const pages = await pagesOf(loaded, folder, options.format, io);
  if (options.check === true) {
    const difference = differenceOf(folder, pages);
    io.stdout.write(checkText(difference, options.output, pages.size));
    if (!isSame(difference)) io.stderr.write("edict: the same command without --check writes what differs\n");
    done(isSame(difference) ? exitCodes.fine : exitCodes.found);
    return;
  }
  const difference = writePages(folder, options.output, pages, options.beside === true);
  io.stdout.write(writtenText(difference, options.output, pages.size));
}

async function pagesOf(
  { rules, rulebook }: { readonly rules: LoadedRules; readonly rulebook: Rulebook },
  folder: string,
  format: DocsOptions["format"],
  io: Io,
): Promise<Pages> {
  const outcomes = runTests(rulebook, await loadTables(rules, rulebook));
  const failed = outcomes.filter(({ passed }) => !passed).length;
  if (failed > 0) io.stderr.write(`edict: ${tallied(failed, "test")} failed; edict test shows them\n`);
  const analysis = rules.text?.analysis ?? null;
  const from = realOf(folder);
  const pages = referencePages({
    rulebook,
    outcomes,
    writtenRule: (id) => (analysis === null ? null : writtenRule(analysis, id)),
    // A compiled rulebook names files of another place.
    wayToFile: (file) => (analysis === null ? null : wayBetween(from, realOf(resolve(io.cwd, file)))),
  });
  const print = { markdown: toMarkdown, html: toHtml }[format];
  const fileOf = { markdown: markdownFile, html: htmlFile }[format];
  return new Map(pages.map((page: Page) => [fileOf(page.path), print(page)]));
}

/** Past all links, so that the way is the same whatever the folders are called by, and before the folder is made. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realOf(above), basename(path));
  }
}

function wayBetween(folder: string, file: string): string | null {
  const way = relative(folder, file);
  return isAbsolute(way) ? null : way.split(sep).join("/");
}

function isSame({ missing, changed, left }: Difference): boolean {
  return missing.length + changed.length + left.length === 0;
}

/** Files that are named one by one. */
const mostNamed = 20;

function checkText(difference: Difference, shown: string, pages: number): string {
  if (isSame(difference)) return `${safeText(shown)} is up to date: ${tallied(pages, "page")}\n`;
  const lines = [
    ...difference.changed.map((path) => `${path} is not up to date`),
    ...difference.missing.map((path) => `${path} is missing`),
    ...difference.left.map((path) => `${path} is no page any more`),
  ];
  const more = lines.length > mostNamed ? [`and ${tallied(lines.length - mostNamed, "file")} more`] : [];
  return (
    [...lines.slice(0, mostNamed).map((line) => `${shown}/${line}`), ...more].map((line) => safeText(line)).join("\n") +
    "\n"
  );
}

function writtenText({ missing, changed, left }: Difference, shown: string, pages: number): string {
  const removed = left.length === 0 ? "" : `, ${left.length} removed`;
  return `${tallied(pages, "page")} in ${safeText(shown)}: ${missing.length + changed.length} written${removed}\n`;
}
