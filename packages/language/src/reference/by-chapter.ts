/** The rules as they lie in their folders and files. */
import type { Rule } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Block, Page } from "../markup/document.js";
import { heading, table } from "../markup/document.js";
import type { Reference } from "./reference.js";
import { chapterOf, wayAround } from "./reference.js";
import { ruleColumns, ruleRow } from "./rule-rows.js";

/** The page. */
export function byChapter(reference: Reference): Page {
  const path = "by-chapter";
  return {
    path,
    title: ["Rules by chapter"],
    blocks: [
      ...wayAround(path),
      ...[...chaptersOf(reference)].flatMap(([chapter, rules]) => chapterPart(reference, chapter, rules)),
    ],
  };
}

/** The rules of each folder, in the order of the folders. */
export function chaptersOf(reference: Reference): ReadonlyMap<string, readonly Rule[]> {
  return grouped(reference.rulebook.rules, (rule) => chapterOf(reference, rule));
}

function chapterPart(reference: Reference, chapter: string, rules: readonly Rule[]): readonly Block[] {
  const files = grouped(rules, ({ at }) => at.file);
  return [
    heading(2, chapterTitle(chapter)),
    ...[...files].flatMap(([file, own]) => [
      heading(3, file.slice(file.lastIndexOf("/") + 1).replace(/\.edict$/, "")),
      ...table(
        ruleColumns,
        // As they stand in the file, which its writer put in an order.
        own.toSorted((one, other) => one.at.line - other.at.line).map((rule) => ruleRow(reference, rule)),
      ),
    ]),
  ];
}

/** What a folder is called; rules beside all folders need a name too. */
export function chapterTitle(chapter: string): string {
  return chapter === "" ? "beside the chapters" : chapter;
}

function grouped(rules: readonly Rule[], by: (rule: Rule) => string): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) groups.set(by(rule), [...(groups.get(by(rule)) ?? []), rule]);
  return new Map([...groups].sort(([one], [other]) => compareBytes(one, other)));
}
