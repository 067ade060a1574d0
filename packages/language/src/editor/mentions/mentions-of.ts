/** All mentions of a file: in the order of the text, and by what is written. Sought once for each tree. */
import type { Declaration, FileNode, SetItem } from "../../ast/nodes.js";
import type { ParsedFile } from "../../names/declared.js";
import type { SetKind } from "../../names/sets/blocks.js";
import type { Source } from "../../source/source.js";
import type { Mention, Take } from "./mention.js";
import { mentionsOfClauses, mentionsOfItem } from "./of-clauses.js";
import { mentionsOfTable } from "./of-table.js";
import { mentionsOfTest } from "./of-test.js";
import { takeText } from "./quoted.js";

/** What a file mentions. */
export interface FileMentions {
  /** In the order of the text. */
  readonly all: readonly Mention[];
  /** By the text in lower case: names of payers and settings in quotes are found whatever their case. */
  readonly byText: ReadonlyMap<string, readonly Mention[]>;
}

const known = new WeakMap<FileNode, FileMentions>();

/** The mentions of a file. */
export function mentionsOf(file: ParsedFile): FileMentions {
  const found = known.get(file.node);
  if (found !== undefined) return found;
  const mentions = collect(file);
  known.set(file.node, mentions);
  return mentions;
}

function collect({ source, node }: ParsedFile): FileMentions {
  const all: Mention[] = [];
  const take: Take = ({ start, end }, text, stands) => {
    // What a repair put in has no place.
    if (end > start) all.push({ start, end, text, stands });
  };
  for (const declaration of node.declarations) ofDeclaration(source, declaration, take);
  all.sort((left, right) => left.start - right.start);
  const byText = new Map<string, Mention[]>();
  for (const mention of all) {
    const key = mention.text.toLowerCase();
    const same = byText.get(key);
    if (same === undefined) byText.set(key, [mention]);
    else same.push(mention);
  }
  return { all, byText };
}

function ofDeclaration(source: Source, node: Declaration, take: Take): void {
  if ("name" in node) take(node.name, node.name.text, { kind: "declaring", what: node.kind });
  switch (node.kind) {
    case "use":
      takeText(source, node.path, { kind: "use-path" }, take);
      return;
    case "codes":
    case "diagnoses":
    case "modifiers":
      ofItems(node.kind, [...node.set.items, ...node.set.except], take);
      return;
    case "episode":
      ofItems("codes", [...node.set.items, ...node.set.except], take);
      return;
    case "payer":
      for (const alias of node.aliases) takeText(source, alias, { kind: "alias", payer: node.name.text }, take);
      return;
    case "payers":
      for (const member of [...node.members, ...node.except]) take(member, member.text, { kind: "name" });
      return;
    case "authority":
      if (node.url !== null) takeText(source, node.url, { kind: "url" }, take);
      return;
    case "table":
      mentionsOfTable(source, node, take);
      return;
    case "layout":
      for (const { field } of node.entries) take(field, field.text, { kind: "field" });
      return;
    case "rule":
      mentionsOfClauses(source, node.name.text, node.clauses, take);
      return;
    case "override":
    case "waive":
      take(node.rule, node.rule.text, { kind: "name" });
      mentionsOfClauses(source, node.rule.text, node.clauses, take);
      return;
    case "test":
      mentionsOfTest(source, node, take);
      return;
    case "setting":
    case "field":
      return;
  }
}

function ofItems(of: SetKind, items: readonly SetItem[], take: Take): void {
  for (const item of items) mentionsOfItem(of, item, null, take);
}
