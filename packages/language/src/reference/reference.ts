/** What all pages of a rulebook's reference are made from, gathered once; and the links that they share. */
import type { CodeSpan, Finding, Place, Rule, Rulebook, RuleTest } from "@edict/rulebook";
import { codeAt, codeOrdinal, renderDates } from "@edict/rulebook";
import type { Block, Word, Words } from "../markup/document.js";
import { front, joined, list } from "../markup/document.js";
import type { CodeUse } from "../naming/code-uses.js";
import { blocksOfSpans, codeUses } from "../naming/code-uses.js";
import type { CodeStretch } from "./code-stretches.js";
import { codeStretches } from "./code-stretches.js";
import type { Blocks } from "../names/sets/blocks.js";
import { settle } from "../names/sets/settle.js";
import { pageNames } from "./page-names.js";

/** What is handed in. Nothing else is asked, so that equal rulebooks give equal pages. */
export interface ReferenceSource {
  readonly rulebook: Rulebook;
  /** The rulebook's tests, run: what each found. */
  readonly outcomes: readonly FoundByTest[];
  /** A rule as it is written, with its overrides and waivers; null where only the compiled rulebook is there. */
  readonly writtenRule: (id: string) => string | null;
  /** The way from the folder of pages to a rule file; null where there is none. */
  readonly wayToFile: (file: string) => string | null;
}

/** A test with the findings on its timeline. The first line stands in row 2. */
export interface FoundByTest {
  readonly test: RuleTest;
  readonly passed: boolean;
  readonly findings: readonly Finding[];
}

/** Who holds codes: a set of the rulebook, or a rule in some role. */
export type CodeOwner =
  { readonly kind: "set"; readonly name: string } | { readonly kind: "use"; readonly use: CodeUse };

/** A stretch of codes that has a page. */
export interface CodePage {
  readonly path: string;
  readonly stretch: CodeStretch<CodeOwner>;
}

export interface Reference extends ReferenceSource {
  readonly rulePages: ReadonlyMap<string, string>;
  readonly usesOfRule: ReadonlyMap<Rule, readonly CodeUse[]>;
  /** The uses of a set of codes, by its name. */
  readonly usesOfSet: ReadonlyMap<string, readonly CodeUse[]>;
  /** The uses of `any code`. */
  readonly usesOfAny: readonly CodeUse[];
  /** In the order of the codes. */
  readonly codePages: readonly CodePage[];
  /** By each code of a short stretch, and by the first and the last one of a long stretch. */
  readonly pageOfCode: ReadonlyMap<string, CodePage>;
  readonly testsOfRule: ReadonlyMap<string, readonly FoundByTest[]>;
  /** The folders that all rule files have in common, with a slash at the end. */
  readonly root: string;
}

/** Gathers it. */
export function gather(source: ReferenceSource): Reference {
  const { rulebook, outcomes } = source;
  const usesOf = codeUses(rulebook);
  const usesOfRule = new Map(rulebook.rules.map((rule) => [rule, usesOf(rule)]));
  const uses = [...usesOfRule.values()].flat();
  const codePages = pagesOfCodes(rulebook, uses);
  return {
    ...source,
    rulePages: pageNames(
      "rule",
      rulebook.rules.map(({ id }) => id),
    ),
    usesOfRule,
    usesOfSet: bySetName(uses),
    usesOfAny: uses.filter(({ through }) => through.kind === "any"),
    codePages,
    pageOfCode: new Map(codePages.flatMap((page) => endsOf(page.stretch).map((code) => [code, page] as const))),
    testsOfRule: testsByRule(outcomes),
    root: commonFolder(rulebook.rules.map(({ at }) => at.file)),
  };
}

function bySetName(uses: readonly CodeUse[]): ReadonlyMap<string, readonly CodeUse[]> {
  const bySet = new Map<string, CodeUse[]>();
  for (const use of uses) {
    if (use.through.kind !== "set") continue;
    const known = bySet.get(use.through.name) ?? [];
    bySet.set(use.through.name, known);
    known.push(use);
  }
  return bySet;
}

function pagesOfCodes({ codes }: Rulebook, uses: readonly CodeUse[]): readonly CodePage[] {
  const stretches = codeStretches<CodeOwner>([
    ...codes.map(({ name, spans }) => ({ owner: { kind: "set", name } as const, blocks: blocksOfSpans(spans) })),
    // What is left out of "any code" is not held by it.
    ...uses
      .filter(({ through }) => through.kind !== "any")
      .map((use) => ({ owner: { kind: "use", use } as const, blocks: blocksOfUse(use) })),
  ]);
  return stretches.map((stretch) => {
    const name = stretch.first === stretch.last ? stretch.first : `${stretch.first}-${stretch.last}`;
    return { path: `code/${name.toLowerCase()}`, stretch };
  });
}

function endsOf(stretch: CodeStretch<CodeOwner>): readonly string[] {
  return eachCode(stretch) ?? [stretch.first, stretch.last];
}

/** Codes of a stretch that are named one by one. */
const mostNamed = 40;

/** Each code of a stretch that can be looked over; null of a long one. */
export function eachCode({ first, size }: CodeStretch<CodeOwner>): readonly string[] | null {
  const from = codeOrdinal(first);
  if (from === null || size > mostNamed) return null;
  return Array.from({ length: size }, (_, index) => codeAt(from.shape, from.ordinal + index));
}

/** A table with more codes is not listed: it is for a look-up. */
export const mostCodes = 2000;

function blocksOfUse({ through }: CodeUse): Blocks {
  if (through.kind !== "column") return through.blocks;
  if (through.codes.size > mostCodes) return [];
  return settle(
    blocksOfSpans([...through.codes].map((code) => ({ first: code, last: code, from: null, until: null }))),
    [],
  );
}

function testsByRule(outcomes: readonly FoundByTest[]): ReadonlyMap<string, readonly FoundByTest[]> {
  const byRule = new Map<string, FoundByTest[]>();
  for (const outcome of outcomes) {
    const named = outcome.test.expectations.flatMap((one) => (one.kind === "nothing" ? [] : [one.rule]));
    for (const rule of new Set(named)) {
      const tests = byRule.get(rule) ?? [];
      byRule.set(rule, tests);
      tests.push(outcome);
    }
  }
  return byRule;
}

function commonFolder(files: readonly string[]): string {
  const folders = files.map((file) => file.slice(0, file.lastIndexOf("/") + 1));
  let common = folders[0] ?? "";
  while (!folders.every((folder) => folder.startsWith(common))) {
    common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
  }
  return common;
}

/** The folder of a rule's file within the rulebook; nothing for one at its top. */
export function chapterOf({ root }: Reference, { at }: Rule): string {
  return at.file.slice(root.length, Math.max(root.length, at.file.lastIndexOf("/")));
}

/** A rule's id as a link to its page. */
export function ruleLink({ rulePages }: Reference, id: string): Word {
  const path = rulePages.get(id);
  return path === undefined ? { kind: "bare", text: id } : { kind: "page", path, text: id };
}

/** Names as links to what a page says of each. */
export function nameLinks(path: string, names: readonly string[]): Words {
  return joined(
    names.map((name) => [{ kind: "page", path, part: name, text: name }]),
    ", ",
  );
}

/** Codes as the language means them, the first and the last as links to their pages. */
export function spanLinks({ pageOfCode }: Reference, { first, last, from, until }: CodeSpan): Words {
  const start = codeLink(first, pageOfCode.get(first));
  const dates = renderDates(from, until);
  return first === last ? [start, dates] : [start, " to ", codeLink(last, pageOfCode.get(last)), dates];
}

function codeLink(code: string, page: CodePage | undefined): Word {
  return page === undefined ? code : { kind: "page", path: page.path, text: code };
}

/** Several of them. */
export function spansLinks(reference: Reference, spans: readonly CodeSpan[]): Words {
  return joined(
    spans.map((span) => spanLinks(reference, span)),
    ", ",
  );
}

/** A place of a rule file, as a link where the file can be reached. */
export function placeLink({ wayToFile, root }: Reference, { file, line }: Place): Words {
  const path = wayToFile(file);
  const shown = file.startsWith(root) ? file.slice(root.length) : file;
  return [path === null ? { kind: "bare", text: shown } : { kind: "file", path, line, text: shown }, `, line ${line}`];
}

/** The pages that lead to all others, in the order in which they are offered. */
export const indexes = [
  { path: "by-chapter", text: "by chapter", about: "the rules as they lie in their folders" },
  { path: "by-code", text: "by code", about: "everything that concerns a code" },
  {
    path: "by-set",
    text: "by set",
    about: "what each set of codes, diagnoses or modifiers holds, and which rules use it",
  },
  { path: "by-payer", text: "by payer", about: "what holds for whom, and what is otherwise for some" },
  { path: "by-date", text: "by date", about: "what starts and what ends, and when" },
  { path: "by-authority", text: "by authority", about: "which rules rest on which source" },
] as const;

/** The line above every page's text that leads to the indexes. */
export function wayAround(page: string): readonly Block[] {
  const links = [{ path: front, text: "all rules" }, ...indexes].filter(({ path }) => path !== page);
  return [
    {
      kind: "paragraph",
      words: joined(
        links.map(({ path, text }) => [{ kind: "page", path, text } as const]),
        " · ",
      ),
    },
  ];
}

/** A list of rules by their ids, with their titles. */
export function ruleList(reference: Reference, rules: readonly Rule[]): readonly Block[] {
  return list(rules.map((rule) => [ruleLink(reference, rule.id), " ", rule.title]));
}
