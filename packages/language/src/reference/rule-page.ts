/** The page of one rule: what it says in plain words, whom it reaches, who says so, its codes, and its tests as examples. */
import type { Authority, Citation, CodeSpan, Rule } from "@edict/rulebook";
import type { Block, Page, Word, Words } from "../markup/document.js";
import { bare, heading, joined, list, paragraph, table } from "../markup/document.js";
import { codeSpans } from "../names/sets/blocks.js";
import { datesWords } from "../plain-words/phrases.js";
import type { SentenceKind } from "../plain-words/plain-rule.js";
import { plainRule } from "../plain-words/plain-rule.js";
import type { CodeUse } from "../naming/code-uses.js";
import { examples } from "./examples.js";
import { namesOfRule } from "./names-of-rule.js";
import type { Reference } from "./reference.js";
import { chapterOf, nameLinks, placeLink, spansLinks, wayAround } from "./reference.js";
import { rowsOfTables } from "./rows-of-tables.js";
import { roleWords, severityWords } from "./role-words.js";
import { becomes } from "./rule-rows.js";

/** The page. */
export function rulePage(reference: Reference, rule: Rule): Page {
  const path = reference.rulePages.get(rule.id) ?? rule.id;
  const { sentences } = plainRule(rule, reference.rulebook);
  const said = (...kinds: readonly SentenceKind[]): readonly string[] =>
    sentences.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
  const written = reference.writtenRule(rule.id);
  return {
    path,
    title: [`${rule.id}: ${rule.title}`],
    blocks: [
      ...wayAround(path),
      ...docBlocks(rule.doc),
      ...said("table", "finding", "when", "unless").map((text) => paragraph(text)),
      ...said("message", "suggestion").map((text) => paragraph(text)),
      heading(2, "Where it holds"),
      ...list(facts(reference, rule)),
      ...titled("Where it is otherwise", list(said("override", "waiver").map((text) => [text]))),
      ...titled("Who says so", citations(reference, rule.clauses.because)),
      ...titled("Codes", table(["codes", "which", "in this rule"], codeRows(reference, rule))),
      ...titled("What the names mean", table(["name", "meaning"], namesOfRule(reference, rule))),
      ...rowsOfTables(reference, rule),
      heading(2, "Examples"),
      ...examples(reference, rule),
      ...(written === null ? [] : [heading(2, "As it is written"), { kind: "edict", text: written } as const]),
    ],
  };
}

function titled(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(2, title), ...blocks];
}

/** Comment lines; an empty one ends a paragraph. */
function docBlocks(doc: string | null): readonly Block[] {
  if (doc === null) return [];
  return doc
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => paragraph(part));
}

function facts(reference: Reference, rule: Rule): readonly Words[] {
  const { payers, settings, effective, outcome } = rule.clauses;
  const chapter = chapterOf(reference, rule);
  return [
    fact("payers", payers.length === 0 ? ["every payer"] : nameLinks("by-payer", payers)),
    fact("settings", settings.length === 0 ? ["every setting"] : namesOf(settings)),
    fact("dates of service", [effective === null ? "all" : datesWords(effective)]),
    fact("outcome", [`${becomes(rule)}: ${severityWords[outcome.severity]}`]),
    ...(chapter === "" ? [] : [fact("chapter", nameLinks("by-chapter", [chapter]))]),
    fact("place", placeLink(reference, rule.at)),
  ];
}

function fact(name: string, words: Words): Words {
  return [{ kind: "strong", text: name }, ": ", ...words];
}

function namesOf(names: readonly string[]): Words {
  return joined(
    names.map((name) => [bare(name)]),
    ", ",
  );
}

function citations({ rulebook }: Reference, because: readonly Citation[]): readonly Block[] {
  return list(
    because.map(({ authority, detail }): Words => {
      const declared = rulebook.authorities.find(({ name }) => name === authority);
      const said = detail === null ? [] : [`: “${detail}”`];
      const link = nameLinks("by-authority", [authority]);
      return [...(declared === undefined ? link : [...authorityWords(declared), " (", ...link, ")"]), ...said];
    }),
  );
}

/** An authority by its title, a link where it has an address. */
export function authorityWords({ title, version, url }: Authority): Words {
  const titled: Word = url === null ? title : { kind: "web", address: url, text: title };
  return [titled, version === null ? "" : `, version ${version}`];
}

/** Each set or list of codes once, with all that it is in the rule. */
function codeRows(reference: Reference, rule: Rule): readonly (readonly Words[])[] {
  const rows = new Map<string, { readonly use: CodeUse; readonly roles: Set<string> }>();
  for (const use of reference.usesOfRule.get(rule) ?? []) {
    const { through, role, having, override } = use;
    // What makes an episode is said of the episode.
    if (role === "episode") continue;
    const key = JSON.stringify(through);
    const row = rows.get(key) ?? { use, roles: new Set() };
    rows.set(key, row);
    row.roles.add(
      [roleWords[role], having === null ? "" : ` where ${having}`, override === null ? "" : ` (${override})`].join(""),
    );
  }
  return [...rows.values()].map(({ use, roles }) => [
    ...throughCells(reference, use),
    joined(
      [...roles].map((role) => [role]),
      "; ",
    ),
  ]);
}

function throughCells(reference: Reference, { through }: CodeUse): readonly Words[] {
  switch (through.kind) {
    case "set":
      return [nameLinks("by-set", [through.name]), spansLinks(reference, codeSpans(through.blocks))];
    case "written":
      return [["written in the rule"], spansLinks(reference, codeSpans(through.blocks))];
    case "column":
      return [[bare(`row.${through.column}`)], ["the code in this column of ", bare(through.table)]];
    case "any":
      return [["any code"], ["every code", ...exceptWords(reference, codeSpans(through.blocks))]];
  }
}

function exceptWords(reference: Reference, spans: readonly CodeSpan[]): Words {
  return spans.length === 0 ? [] : [" but ", ...spansLinks(reference, spans)];
}
