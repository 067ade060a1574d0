/** All declared sets, worked out: ranges, dates, sets within sets and `except`, each in its one canonical form. */
import type { Diagnostic } from "@edict/rulebook";
import type { CodesDeclaration, DiagnosesDeclaration, ModifiersDeclaration, SetItem } from "../../ast/nodes.js";
import { names } from "../../diagnostics/names.js";
import { report } from "../../diagnostics/report.js";
import { stretchOf } from "../../source/source.js";
import { arrange } from "../circles.js";
import type { Declared, Placed } from "../declared.js";
import { allOf, declaredAs } from "../declared.js";
import type { SetKind } from "./blocks.js";
import { isValue } from "./blocks.js";
import type { ResolvedSet, SetLookup } from "./items.js";
import { resolveItems } from "./items.js";

/** The declaration of a set of any kind. */
export type SetDeclaration = CodesDeclaration | DiagnosesDeclaration | ModifiersDeclaration;

/** Each kind's sets by name. */
export type ResolvedSets = { readonly [K in SetKind]: ReadonlyMap<string, ResolvedSet> };

/** Works out every declared set and reports those that contain themselves. */
export function resolveSets(declared: Declared, diagnostics: Diagnostic[]): ResolvedSets {
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
      const set = declarations.get(name)?.node;
      if (set === undefined) continue;
      const found = resolveItems(kind, set.set.items, set.set.except, lookup);
      resolved.set(name, { blocks: found.blocks, sure: found.sure && !set.broken && !inCircles.has(name) });
    }
    return resolved;
  };
  return { codes: resolve("codes"), diagnoses: resolve("diagnoses"), modifiers: resolve("modifiers") };
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
