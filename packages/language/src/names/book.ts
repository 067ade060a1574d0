/** A rulebook under examination: its files, what its names mean, and the diagnostics so far. */
import type { Diagnostic } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { OverrideDeclaration, RuleDeclaration, WaiveDeclaration } from "../ast/nodes.js";
import type { Declared, ParsedFile, Placed } from "./declared.js";
import { collect } from "./declared.js";
import type { NearWords } from "./near-words.js";
import { nearWords } from "./near-words.js";
import type { PayerAliases } from "./payers.js";
import { resolvePayers } from "./payers.js";
import type { ResolvedSets } from "./sets/resolve-sets.js";
import { resolveSets } from "./sets/resolve-sets.js";
import type { TableFacts } from "./tables.js";
import { tablesOf } from "./tables.js";

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
    rules: rulesOf(files, declared, before?.rules ?? null),
    ...nearWords(declared),
    diagnostics,
  };
}

function rulesOf(
  files: readonly ParsedFile[],
  declared: Declared,
  before: readonly RuleParts[] | null,
): readonly RuleParts[] {
  const changes = changesByRule(files);
  // In the order of an earlier book, which is most of the way sorted.
  const names = new Set((before ?? []).map(({ rule }) => rule.node.name.text));
  for (const [name, { node }] of declared) if (node.kind === "rule") names.add(name);
  const rules: RuleParts[] = [];
  for (const name of names) {
    const found = declared.get(name);
    if (found?.node.kind !== "rule") continue;
    const rule = { source: found.source, node: found.node };
    const { overrides, waivers } = changes.get(name) ?? noChanges;
    rules.push({ rule, overrides, waivers });
  }
  return rules.sort((left, right) => compareBytes(left.rule.node.name.text, right.rule.node.name.text));
}

interface RuleChanges {
  readonly overrides: Placed<OverrideDeclaration>[];
  readonly waivers: Placed<WaiveDeclaration>[];
}

const noChanges: RuleChanges = { overrides: [], waivers: [] };

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
