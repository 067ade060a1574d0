/** A waiver that never ends turns a rule off for good, and nobody is ever reminded of it. */
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

export const waiverWithoutEnd = declarationLint(
  {
    code: "waiver-without-end",
    severity: "info",
    message: (p: { rule: string }) =>
      `this waiver of ${p.rule} never ends; write effective … to DATE, so that somebody looks at it again`,
  },
  ["waive"],
  (_, { source, node }, found) => {
    const effective = node.clauses.find((clause) => clause.kind === "effective");
    if (effective?.to !== undefined && effective.to !== null) return;
    found(stretchOf(source, effective ?? node.rule), { rule: node.rule.text });
  },
);
