/**
 * The values that the files of a rulebook write down: codes, diagnoses, modifiers, places and reason codes, each with the
 * declarations that name it. Bare numbers only; what a code means is nobody's to say here.
 */
import type { Analysis } from "../../analyse.js";
import type { Declaration } from "../../ast/nodes.js";
import { isSetDeclaration } from "../../names/sets/resolve-sets.js";
import type { KnownKind, WrittenValue } from "./written-values.js";
import { writtenValues } from "./written-values.js";

/** A value, and where it was seen. */
export interface Known {
  readonly text: string;
  /** Names of the sets that list it, and ids of the rules that name it. */
  readonly sets: readonly string[];
  readonly rules: readonly string[];
}

/** All known values of a kind, in the order in which they were first seen. */
export function knownWords(analysis: Analysis, kind: KnownKind): readonly Known[] {
  let known = byAnalysis.get(analysis);
  if (known === undefined) {
    known = collect(analysis);
    byAnalysis.set(analysis, known);
  }
  return known.get(kind) ?? [];
}

type Collected = ReadonlyMap<KnownKind, readonly Known[]>;

const byAnalysis = new WeakMap<Analysis, Collected>();
// A declaration that an edit did not touch is the same node in the next analysis.
const byDeclaration = new WeakMap<Declaration, readonly WrittenValue[]>();

function collect(analysis: Analysis): Collected {
  const all = new Map<KnownKind, Map<string, { text: string; sets: string[]; rules: string[] }>>();
  for (const { node } of analysis.files.values()) {
    for (const declaration of node.declarations) {
      for (const { kind, text } of valuesOf(declaration)) {
        let ofKind = all.get(kind);
        if (ofKind === undefined) all.set(kind, (ofKind = new Map()));
        let known = ofKind.get(text);
        if (known === undefined) ofKind.set(text, (known = { text, sets: [], rules: [] }));
        if (declaration.kind === "rule") addOnce(known.rules, declaration.name.text);
        else if (declaration.kind === "override") addOnce(known.rules, declaration.rule.text);
        else if (isSetDeclaration(declaration)) addOnce(known.sets, declaration.name.text);
      }
    }
  }
  return new Map([...all].map(([kind, values]) => [kind, [...values.values()]]));
}

function addOnce(texts: string[], text: string): void {
  if (texts.at(-1) !== text) texts.push(text);
}

function valuesOf(declaration: Declaration): readonly WrittenValue[] {
  const known = byDeclaration.get(declaration);
  if (known !== undefined) return known;
  const found = [...writtenValues(declaration)];
  byDeclaration.set(declaration, found);
  return found;
}
