/** Reads conformance cases from Markdown: a heading, then blocks of rules, charge files and what comes of them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface ConformanceCase {
  /** `page: heading` */
  readonly name: string;
  readonly rules: string;
  /** Every file by its name, `charges.csv` first. */
  readonly files: ReadonlyMap<string, string>;
  /** The files that are charge files; the others are tables. */
  readonly charges: readonly string[];
  /** Which charge file is of which source, where the case reconciles. */
  readonly sources: readonly { readonly source: string; readonly file: string }[];
  /** Further words of the command: `--set`, `payer=Medicare`. */
  readonly options: readonly string[];
  /** The lines of each block that says what comes of it, by the block's name: `findings`, `explain 3`. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
}

const folder = fileURLToPath(new URL("cases/", import.meta.url));

/** What a block of a case may be, beside `edict` and `csv`. */
const results = /^(?:findings|differences|rejected|account|not-evaluated|tests|explain \d+)$/;

/** Every case of every page, by page and place. */
export function readCases(): readonly ConformanceCase[] {
  const pages = readdirSync(folder).filter((page) => page.endsWith(".md"));
  return pages.sort().flatMap((page) => {
    const [, ...sections] = readFileSync(folder + page, "utf8").split(/^## /m);
    return sections.map((section) => caseOf(page, section));
  });
}

function caseOf(page: string, section: string): ConformanceCase {
  const name = `${page}: ${section.slice(0, section.indexOf("\n"))}`;
  const blocks = [...section.matchAll(/^```(.+)\n([^]*?)^```$/gm)].map(([, info = "", text = ""]) => ({ info, text }));
  const textOf = (info: string): string => blocks.find((block) => block.info === info)?.text ?? "";
  const csv = blocks
    .filter(({ info }) => /^csv(?: |$)/.test(info))
    .map(({ info, text }) => [info.replace(/^csv ?/, "") || "charges.csv", text] as const);
  const expected = blocks.filter(({ info }) => results.test(info));
  const known =
    csv.length + expected.length + blocks.filter(({ info }) => /^(?:edict|options|sources)$/.test(info)).length;
  if (known < blocks.length || textOf("edict") === "" || expected.length === 0) {
    throw new Error(`${name} is not laid out as README.md says`);
  }
  return {
    name,
    rules: textOf("edict"),
    files: new Map(csv),
    charges: csv.map(([file]) => file).filter((file) => file.startsWith("charges")),
    sources: textOf("sources")
      .split("\n")
      .filter(isFilled)
      .map((line) => ({ source: line.split(" ")[0] ?? "", file: line.split(" ")[1] ?? "" })),
    options: textOf("options").split(/\s+/).filter(isFilled),
    expected: new Map(expected.map(({ info, text }) => [info, text.split("\n").filter(isFilled)])),
  };
}

function isFilled(text: string): boolean {
  return text !== "";
}
