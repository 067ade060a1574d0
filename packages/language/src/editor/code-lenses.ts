/** What stands above the declarations of a file: who refers to them, which tests a rule has, what it would find. */
import type { Analysis } from "../analyse.js";
import type { Node } from "../ast/nodes.js";
import type { Target } from "./names-at.js";

/** One line above a declaration; `start` to `end` is what it speaks of. How many there are is asked for later. */
export type CodeLens = Node &
  (
    | { readonly kind: "references"; readonly target: Target }
    /** The tests that expect something of a rule; none where no test does. */
    | { readonly kind: "tests"; readonly rule: string }
    /** The test itself. */
    | { readonly kind: "test"; readonly title: string }
    | { readonly kind: "try"; readonly rule: string }
  );

/** A test with its place. */
export interface PlacedTest {
  readonly path: string;
  readonly start: number;
  readonly title: string;
}

/** The lenses of a file, in order. */
export function codeLenses(analysis: Analysis, path: string): readonly CodeLens[] {
  const declarations = analysis.files.get(path)?.node.declarations ?? [];
  return declarations.flatMap((declaration): readonly CodeLens[] => {
    if (declaration.kind === "test") {
      const { start, end, text } = declaration.title;
      // A title that is still to be written.
      if (start === end) return [];
      return [{ kind: "test", start, end, title: text }];
    }
    if (!("name" in declaration)) return [];
    const { start, end, text } = declaration.name;
    if (start === end) return [];
    const references: CodeLens = {
      kind: "references",
      start,
      end,
      target: { kind: "declared", name: text, what: declaration.kind },
    };
    if (declaration.kind !== "rule") return [references];
    return [{ kind: "tests", start, end, rule: text }, { kind: "try", start, end, rule: text }, references];
  });
}

/** The tests that expect something of a rule, or that it finds nothing, in the order of files and places. */
export function testsOf(analysis: Analysis, rule: string): readonly PlacedTest[] {
  let known = testsOfAnalyses.get(analysis);
  if (known === undefined) testsOfAnalyses.set(analysis, (known = testsByRule(analysis)));
  return known.get(rule) ?? [];
}

// An analysis is never changed.
const testsOfAnalyses = new WeakMap<Analysis, ReadonlyMap<string, readonly PlacedTest[]>>();

function testsByRule({ book }: Analysis): ReadonlyMap<string, readonly PlacedTest[]> {
  const byRule = new Map<string, PlacedTest[]>();
  for (const { source, node } of book.files) {
    for (const declaration of node.declarations) {
      if (declaration.kind !== "test") continue;
      const test = { path: source.path, start: declaration.start, title: declaration.title.text };
      const named = declaration.expectations.flatMap((one) => (one.kind === "expect-nothing" ? [] : [one.rule.text]));
      for (const rule of new Set(named)) {
        const tests = byRule.get(rule) ?? [];
        byRule.set(rule, tests);
        tests.push(test);
      }
    }
  }
  return byRule;
}
