/** Reads conformance cases from Markdown: a heading, then blocks of `edict`, `csv` and `findings`. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface ConformanceCase {
  /** `page: heading` */
  readonly name: string;
  readonly rules: string;
  readonly charges: string;
  /** `R-1 row 2 with 3`, in the contract's order. */
  readonly findings: readonly string[];
}

const folder = fileURLToPath(new URL("cases/", import.meta.url));

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
  const block = (language: string): string => {
    const found = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "m").exec(section)?.[1];
    if (found === undefined) throw new Error(`${name} has no block of ${language}`);
    return found;
  };
  return {
    name,
    rules: block("edict"),
    charges: block("csv"),
    findings: block("findings")
      .split("\n")
      .filter((line) => line !== ""),
  };
}
