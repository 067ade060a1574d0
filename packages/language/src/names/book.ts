/** A rulebook under examination: its files, what its names mean, and the diagnostics so far. */
import type { Diagnostic } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { History } from "../incremental/facts.js";
import type { OverrideDeclaration, RuleDeclaration, WaiveDeclaration } from "../ast/nodes.js";
import type { Declared, ParsedFile, Placed } from "./declared.js";
import { allOf, collect, countOf } from "./declared.js";
import type { NearWords } from "./near-words.js";
import { nearWords } from "./near-words.js";
import type { PayerAliases } from "./payers.js";
import { resolvePayers } from "./payers.js";
import type { ResolvedSets } from "./sets/resolve-sets.js";
import { resolveSets } from "./sets/resolve-sets.js";
import type { TableFacts } from "./tables.js";
import { tablesOf } from "./tables.js";
import type { ValidCodes } from "./valid-codes.js";

/** What names, checks and lowering look at. */
export interface Book extends NearWords {
  /** In the order of their paths. */
  readonly files: readonly ParsedFile[];
  readonly declared: Declared;
  readonly sets: ResolvedSets;
  readonly tables: ReadonlyMap<string, TableFacts>;
  readonly payers: PayerAliases;
  /** Rules by id, each with its overrides and waivers in the order of files and places. */
  readonly rules: readonly RuleParts[];
  readonly diagnostics: Diagnostic[];
  /** Where facts of rules are kept from one analysis to the next; null where none are. */
  readonly history: History | null;
  /** The codes that there are; null where no list of them is known. */
  readonly validCodes: ValidCodes | null;
}

/** A rule and what changes it elsewhere. */
export interface RuleParts {
  readonly rule: Placed<RuleDeclaration>;
  readonly overrides: readonly Placed<OverrideDeclaration>[];
  readonly waivers: readonly Placed<WaiveDeclaration>[];
}

/**
 * Collects the names of files and works out what sets, tables and payers are. Files stand in any order. What an earlier
 * book worked out of the same is taken over.
 */
export function openBook(parsed: readonly ParsedFile[], diagnostics: Diagnostic[], before: Book | null = null): Book {
  const files = [...parsed].sort((left, right) => compareBytes(left.source.path, right.source.path));
  const declared = collect(files, diagnostics);
  return {
    files,
    declared,
    sets: resolveSets(declared, diagnostics, before),
    tables: tablesOf(declared),
    payers: resolvePayers(declared, diagnostics),
    rules: rulesOf(files, declared, before?.rules ?? []),
    ...nearWords(declared),
    diagnostics,
    history: null,
    validCodes: null,
  };
}

function rulesOf(files: readonly ParsedFile[], declared: Declared, before: readonly RuleParts[]): readonly RuleParts[] {
  const changes = changesByRule(files);
  const rules: RuleParts[] = [];
  // Mostly they are the rules of an earlier book, which are in order.
  for (const { rule } of before) {
    const parts = partsNamed(declared, rule.node.name.text, changes);
    if (parts !== null) rules.push(parts);
  }
  const all = countOf(declared, "rule");
  if (rules.length === all) return rules;
  return allOf(declared, "rule").flatMap(({ node }) => partsNamed(declared, node.name.text, changes) ?? []);
}

// A rule that nothing changes is the same object as long as its node is.
const unchanged = new WeakMap<RuleDeclaration, RuleParts>();

function partsNamed(declared: Declared, name: string, changes: ReadonlyMap<string, RuleChanges>): RuleParts | null {
  const found = declared.get(name);
  if (found?.node.kind !== "rule") return null;
  const { source, node } = found;
  const changed = changes.get(name);
  if (changed !== undefined) return { rule: { source, node }, ...changed };
  const known = unchanged.get(node) ?? { rule: { source, node }, overrides: [], waivers: [] };
  unchanged.set(node, known);
  return known;
}

interface RuleChanges {
  readonly overrides: Placed<OverrideDeclaration>[];
  readonly waivers: Placed<WaiveDeclaration>[];
}

function changesByRule(files: readonly ParsedFile[]): ReadonlyMap<string, RuleChanges> {
  const changes = new Map<string, RuleChanges>();
  const of = (rule: string): RuleChanges => {
    const known = changes.get(rule) ?? { overrides: [], waivers: [] };
    changes.set(rule, known);
    return known;
  };
  for (const { source, node: file } of files) {
    for (const node of file.declarations) {
      if (node.kind === "override") of(node.rule.text).overrides.push({ source, node });
      if (node.kind === "waive") of(node.rule.text).waivers.push({ source, node });
    }
  }
  return changes;
}
