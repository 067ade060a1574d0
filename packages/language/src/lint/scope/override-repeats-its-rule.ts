/**
 * A clause of an override that says what the rule says anyway. It was left as it was copied, or the rule was changed to
 * it since; and when the rule changes next, this stays behind.
 */
import type { Clause } from "../../ast/nodes.js";
import { clausesOf, versionsOf } from "../../names/versions.js";
import type { Placed } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import { lineOf } from "../fixes/whole-lines.js";
import { ruleLint } from "../lint.js";

/** The clauses that an override puts in place of the rule's own; its reach is its own business. */
const replaced = ["statement", "when", "unless", "outcome", "suggest"] as const;

export const overrideRepeatsItsRule = ruleLint(
  {
    code: "override-repeats-its-rule",
    severity: "warning",
    message: (p: { rule: string }) => `${p.rule} says this already; write what differs, or leave the clause away`,
  },
  (_, parts, found) => {
    const [own] = versionsOf(parts);
    if (own === undefined) return;
    for (const override of parts.overrides) {
      if (override.node.broken) continue;
      const written = clausesOf(override);
      const said = replaced.flatMap((kind) => {
        const [base, over] = [own.clauses[kind], written[kind]];
        return base !== null && over !== null && wordsOf(base) === wordsOf(over) ? [{ base, over }] : [];
      });
      const others = replaced.some(
        (kind) => written[kind] !== null && !said.some(({ over }) => over === written[kind]),
      );
      for (const { base, over } of said) {
        const at = stretchOf(over.source, over.node);
        // Where nothing would be left, a person must say what was to differ.
        const fixes = others
          ? [{ title: "leave the clause away", edits: [{ at: lineOf(at), text: "" }], preferred: true } as const]
          : [];
        const related = [{ at: stretchOf(base.source, base.node), text: "the rule's own clause" }];
        found(at, { rule: parts.rule.node.name.text }, { related, fixes });
      }
    }
  },
);

/** The words of a clause, however they are laid out. What stands in quotes is kept, and a comment is no word. */
function wordsOf({ source, node }: Placed<Clause>): string {
  const text = source.text.slice(node.start, node.end);
  return text.replace(/("(?:[^"\\\n]|\\.)*")|(?:#[^\n]*|\s)+/g, (_, quoted: string | undefined) => quoted ?? " ");
}
