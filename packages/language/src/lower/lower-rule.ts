/**
 * One rule of a rulebook that may have mistakes elsewhere, so that an editor can say what the rule means while its
 * neighbours are half typed.
 */
import type { Authority, Rule } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import { childrenOf } from "../ast/children.js";
import type { SyntaxNode } from "../ast/children.js";
import type { RuleParts } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import { fromAuthorities, fromSettings } from "./from-declarations.js";
import { fromRule } from "./from-rule.js";

/** The rule of that id with its overrides; null where there is none, or a mistake in it or in what it names. */
export function lowerRule({ book, diagnostics }: Analysis, id: string): Rule | null {
  const parts = book.rules.find(({ rule }) => rule.node.name.text === id);
  if (parts === undefined) return null;
  const stretches = placesOf(parts, (name) => book.declared.get(name) ?? null);
  const isWrong = diagnostics.some(
    ({ severity, span }) =>
      severity === "error" &&
      stretches.some(
        ({ source, node }) => span.file === source.path && span.start <= node.end && node.start <= span.end,
      ),
  );
  if (isWrong) return null;
  return fromRule(book, new Map(fromSettings(book).map((setting) => [setting.name, setting])), parts);
}

/** The authorities of a rulebook that may have mistakes. */
export function authoritiesOf({ book }: Analysis): readonly Authority[] {
  return fromAuthorities(book);
}

type Lookup = (name: string) => Placed<SyntaxNode> | null;

/** The rule's own declarations, and those of all names that occur in them, in turn. */
function placesOf(parts: RuleParts, lookup: Lookup): readonly Placed<SyntaxNode>[] {
  const all: Placed<SyntaxNode>[] = [parts.rule, ...parts.overrides, ...parts.waivers];
  const known = new Set<string>();
  // What is named joins the end while this goes over it.
  for (const { node } of all) {
    for (const name of wordsOf(node)) {
      if (known.has(name)) continue;
      known.add(name);
      const declared = lookup(name);
      if (declared !== null && declared.node.kind !== "rule") all.push(declared);
    }
  }
  return all;
}

function wordsOf(node: SyntaxNode): readonly string[] {
  const own = "text" in node && typeof node.text === "string" ? [node.text] : [];
  return [...own, ...childrenOf(node).flatMap(wordsOf)];
}
