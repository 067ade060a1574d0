/** All declared sets, worked out: ranges, dates, sets within sets and `except`, each in its one canonical form. */
import type { Diagnostic } from "@edict/rulebook";
import type {
  CodesDeclaration,
  Declaration,
  DiagnosesDeclaration,
  ModifiersDeclaration,
  SetItem,
} from "../../ast/nodes.js";
import { names } from "../../diagnostics/names.js";
import { report } from "../../diagnostics/report.js";
import { stretchOf } from "../../source/source.js";
import { arrange } from "../circles.js";
import type { Declared, Placed } from "../declared.js";
import { allOf, declaredAs } from "../declared.js";
import { isSameDeclaration } from "../same-declaration.js";
import type { SetKind } from "./blocks.js";
import { isValue } from "./blocks.js";
import type { ResolvedSet, SetLookup } from "./items.js";
import { resolveItems } from "./items.js";

/** The declaration of a set of any kind. */
export type SetDeclaration = CodesDeclaration | DiagnosesDeclaration | ModifiersDeclaration;

/** True of the declaration of a set. */
export function isSetDeclaration(node: Declaration): node is SetDeclaration {
  return node.kind === "codes" || node.kind === "diagnoses" || node.kind === "modifiers";
}

/** Each kind's sets by name. */
export type ResolvedSets = { readonly [K in SetKind]: ReadonlyMap<string, ResolvedSet> };

/** Where sets were worked out earlier. */
export interface EarlierSets {
  readonly declared: Declared;
  readonly sets: ResolvedSets;
}

/**
 * Works out every declared set and reports those that contain themselves. A set that comes to what it came to before is
 * the same object as before.
 */
export function resolveSets(
  declared: Declared,
  diagnostics: Diagnostic[],
  before: EarlierSets | null = null,
): ResolvedSets {
  const resolve = (kind: SetKind): ReadonlyMap<string, ResolvedSet> => {
    const declarations: ReadonlyMap<string, Placed<SetDeclaration>> = new Map(
      allOf(declared, kind).map((placed) => [placed.node.name.text, placed]),
    );
    const references = (name: string): readonly string[] => {
      const set = declarations.get(name)?.node.set;
      return set === undefined ? [] : [...set.items, ...set.except].flatMap((item) => namedBy(kind, item));
    };
    const { order, circles } = arrange(declarations.keys(), (name) =>
      references(name).filter((other) => declarations.has(other)),
    );
    for (const circle of circles) reportCircle(kind, circle, declarations, diagnostics);
    const inCircles = new Set(circles.flat());
    const resolved = new Map<string, ResolvedSet>();
    const lookup: SetLookup = (name) => resolved.get(name) ?? null;
    for (const name of order) {
      const placed = declarations.get(name);
      if (placed === undefined) continue;
      const known = before?.sets[kind].get(name);
      const earlier = before?.declared.get(name);
      const isKnown =
        known !== undefined &&
        earlier !== undefined &&
        !inCircles.has(name) &&
        isSameDeclaration(earlier, placed) &&
        references(name).every((other) => before?.sets[kind].get(other) === resolved.get(other));
      const set = isKnown ? known : resolveOne(kind, placed.node, lookup, inCircles.has(name));
      resolved.set(name, known !== undefined && isSameSet(known, set) ? known : set);
    }
    return resolved;
  };
  return { codes: resolve("codes"), diagnoses: resolve("diagnoses"), modifiers: resolve("modifiers") };
}

function resolveOne(kind: SetKind, node: SetDeclaration, lookup: SetLookup, isInCircle: boolean): ResolvedSet {
  const { blocks, sure } = resolveItems(kind, node.set.items, node.set.except, lookup);
  return { blocks, sure: sure && !node.broken && !isInCircle };
}

function isSameSet(one: ResolvedSet, other: ResolvedSet): boolean {
  if (one === other) return true;
  return (
    one.sure === other.sure &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every(({ start, end, from, until }, index) => {
      const block = other.blocks[index];
      return block?.start === start && block.end === end && block.from === from && block.until === until;
    })
  );
}

/** The set that a word names, where it is no value and a set of the kind has that name. */
export function setNamed(declared: Declared, kind: SetKind, text: string): Placed<SetDeclaration> | null {
  return isValue(kind, text) ? null : declaredAs<SetKind>(declared, text, kind);
}

function namedBy(kind: SetKind, { value }: SetItem): readonly string[] {
  return value.kind === "word" && !isValue(kind, value.text) ? [value.text] : [];
}

function reportCircle(
  kind: SetKind,
  circle: readonly string[],
  declarations: ReadonlyMap<string, Placed<SetDeclaration>>,
  diagnostics: Diagnostic[],
): void {
  // The item that closes the circle stands in the last set before the first name comes again.
  const last = declarations.get(circle.at(-2) ?? "");
  const first = circle[0];
  if (last === undefined) return;
  const items = [...last.node.set.items, ...last.node.set.except];
  const item = items.find((one) => namedBy(kind, one)[0] === first);
  const at = stretchOf(last.source, item ?? last.node.name);
  diagnostics.push(report(names, "set-contains-itself", at, { circle }));
}
