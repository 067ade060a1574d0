/**
 * Makes tests of a rule from its boundary. What is proposed is worked out from the rule's text; the caller, who has an
 * engine, says which of the proposals hold, and only those are offered.
 */
import type { Analysis } from "../../analyse.js";
import type { Declaration, Node, RuleDeclaration } from "../../ast/nodes.js";
import type { ProposedTest, ProposedTests } from "../test-proposals/proposed-tests.js";
import { proposedTests } from "../test-proposals/proposed-tests.js";
import type { CodeAction } from "./code-action.js";
import { lineBelow } from "./insert-clause.js";

/** Runs proposals; gives those that come out as they say. */
export type Verify = (proposed: ProposedTests) => readonly ProposedTest[];

/** At most one action, at a rule. */
export function makeTests(analysis: Analysis, path: string, range: Node, verify: Verify): readonly CodeAction[] {
  const file = analysis.files.get(path);
  const declarations = file?.node.declarations ?? [];
  const rule = declarations.find(({ start, end }) => start <= range.start && range.start <= end);
  if (file === undefined || rule?.kind !== "rule") return [];
  const name = rule.name.text;
  const proposed = proposedTests(analysis, name);
  const tests = proposed === null ? [] : verify(proposed);
  if (tests.length === 0) return [];
  const { offset, before } = lineBelow(file.source, endOfFamily(declarations, rule), "");
  const texts = tests.map(({ text }) => text).join("\n\n");
  const text = `${before}\n${texts}\n`;
  const counted = tests.length === 1 ? "a test" : `${tests.length} tests`;
  return [
    {
      title: `make ${counted} of ${name} from its boundary`,
      kind: "refactor.rewrite",
      preferred: false,
      mends: [],
      edits: [{ span: { file: path, start: offset, end: offset }, text }],
    },
  ];
}

/** Where the rule ends with its overrides, waivers and tests that follow it directly. */
function endOfFamily(declarations: readonly Declaration[], rule: RuleDeclaration): number {
  let end = rule.end;
  for (const next of declarations.slice(declarations.indexOf(rule) + 1)) {
    if (!isOf(next, rule.name.text)) break;
    end = next.end;
  }
  return end;
}

function isOf(declaration: Declaration, rule: string): boolean {
  switch (declaration.kind) {
    case "override":
    case "waive":
      return declaration.rule.text === rule;
    case "test":
      return declaration.expectations.some((one) => one.kind !== "expect-nothing" && one.rule.text === rule);
    default:
      return false;
  }
}
