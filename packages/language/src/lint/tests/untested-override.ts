/** An override of a rule that has tests, of which none is about the override's payers: nobody has seen what it changes. */
import { stretchOf } from "../../source/source.js";
import type { OverrideDeclaration, TestDeclaration } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { declaredAs } from "../../names/declared.js";
import { coversText } from "../../names/payers.js";
import { testsAbout } from "../facts/tests-of-rules.js";
import { ruleLint } from "../lint.js";

export const untestedOverride = ruleLint(
  {
    code: "untested-override",
    severity: "info",
    message: (p: { rule: string }) =>
      `no test of ${p.rule} has a payer of this override; write one that shows what the override changes`,
  },
  (book, { rule, overrides }, found) => {
    // Most rules have none, and going through all tests for each of them would take its time.
    if (overrides.length === 0) return;
    const name = rule.node.name.text;
    const tests = testsAbout(book, name).filter(({ expects, silences }) => expects.has(name) || silences.has(name));
    if (tests.length === 0) return;
    for (const { source, node } of overrides) {
      const payers = payersOf(book, node);
      if (payers === null) continue;
      if (!tests.some(({ test }) => payersIn(book, test.node).some((payer) => payers.has(payer))))
        found(stretchOf(source, node.rule), { rule: name });
    }
  },
);

/** The payers that an override names, groups unfolded; null where it reaches every payer. */
function payersOf(book: Book, { clauses }: OverrideDeclaration): ReadonlySet<string> | null {
  const clause = clauses.find(({ kind }) => kind === "for");
  if (clause?.kind !== "for") return null;
  return new Set(clause.payers.flatMap(({ text }) => book.payers.get(text) ?? []));
}

/** The declared payers of a test's lines, by name or as the charge file would say them. */
function payersIn(book: Book, { given, lines }: TestDeclaration): readonly string[] {
  const settings = [...given, ...lines.flatMap(({ fields }) => fields)];
  const texts = settings.flatMap(({ field, values }) =>
    field.text === "payer" ? values.flatMap((value) => ("text" in value ? [value.text] : [])) : [],
  );
  return [...book.payers.keys()].filter((name) => {
    const payer = declaredAs(book.declared, name, "payer");
    return texts.some(
      (text) => text.toLowerCase() === name.toLowerCase() || (payer !== null && coversText(payer.node, text)),
    );
  });
}
