/** A rulebook under examination: its files, what its names mean, and the diagnostics so far. */
import type { Diagnostic } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { OverrideDeclaration, RuleDeclaration, WaiveDeclaration } from "../ast/nodes.js";
import { nearest } from "../diagnostics/near.js";
import type { Declared, NamedKind, ParsedFile, Placed } from "./declared.js";
import { collect } from "./declared.js";
import { fieldWords } from "./fields.js";
import type { PayerAliases } from "./payers.js";
import { resolvePayers } from "./payers.js";
import type { ResolvedSets } from "./sets/resolve-sets.js";
import { resolveSets } from "./sets/resolve-sets.js";
import type { TableFacts } from "./tables.js";
import { tablesOf } from "./tables.js";

/** What names, checks and lowering look at. */
export interface Book {
  /** In the order of their paths. */
  readonly files: readonly ParsedFile[];
  readonly declared: Declared;
  readonly sets: ResolvedSets;
  readonly tables: ReadonlyMap<string, TableFacts>;
  readonly payers: PayerAliases;
  /** Rules by id, each with its overrides and waivers in the order of files and places. */
  readonly rules: readonly RuleParts[];
  /** The declared name or field word that a text is most likely a slip of. */
  readonly nearName: (text: string, kinds: readonly NamedKind[]) => string | null;
  readonly nearField: (text: string) => string | null;
  readonly diagnostics: Diagnostic[];
}

/** A rule and what changes it elsewhere. */
export interface RuleParts {
  readonly rule: Placed<RuleDeclaration>;
  readonly overrides: readonly Placed<OverrideDeclaration>[];
  readonly waivers: readonly Placed<WaiveDeclaration>[];
}

/** Collects the names of files and works out what sets, tables and payers are. Files stand in any order. */
export function openBook(parsed: readonly ParsedFile[], diagnostics: Diagnostic[]): Book {
  const files = [...parsed].sort((left, right) => compareBytes(left.source.path, right.source.path));
  const declared = collect(files, diagnostics);
  const nearWords = wordFinder();
  return {
    files,
    declared,
    sets: resolveSets(declared, diagnostics),
    tables: tablesOf(declared),
    payers: resolvePayers(declared, diagnostics),
    rules: rulesOf(files, declared),
    nearName: (text, kinds) =>
      nearWords(`${kinds.join()} ${text}`, text, () =>
        [...declared.values()].flatMap(({ node }) => (kinds.includes(node.kind) ? [node.name.text] : [])),
      ),
    nearField: (text) => nearWords(`field ${text}`, text, () => fieldWords(declared)),
    diagnostics,
  };
}

/** Words are compared a limited number of times: a file of nothing but unknown names must not take minutes. */
const mostCompared = 200_000;

function wordFinder(): (key: string, text: string, candidates: () => readonly string[]) => string | null {
  const found = new Map<string, string | null>();
  let compared = 0;
  return (key, text, candidates) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    if (compared >= mostCompared) return null;
    const words = candidates();
    compared += words.length;
    const near = nearest(text, words);
    found.set(key, near);
    return near;
  };
}

function rulesOf(files: readonly ParsedFile[], declared: Declared): readonly RuleParts[] {
  const rules = new Map<
    string,
    RuleParts & { readonly overrides: Placed<OverrideDeclaration>[]; readonly waivers: Placed<WaiveDeclaration>[] }
  >();
  for (const { source, node } of declared.values()) {
    if (node.kind === "rule") rules.set(node.name.text, { rule: { source, node }, overrides: [], waivers: [] });
  }
  for (const { source, node: file } of files) {
    for (const node of file.declarations) {
      if (node.kind === "override") rules.get(node.rule.text)?.overrides.push({ source, node });
      if (node.kind === "waive") rules.get(node.rule.text)?.waivers.push({ source, node });
    }
  }
  return [...rules.values()].sort((left, right) => compareBytes(left.rule.node.name.text, right.rule.node.name.text));
}
