/** A source that changes every quarter is cited in one of its versions, or nobody can look up what was meant. */
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

export const authorityWithoutVersion = declarationLint(
  {
    code: "authority-without-version",
    severity: "info",
    message: (p: { name: string }) => `nothing says which version of ${p.name} is cited; add version "…"`,
  },
  ["authority"],
  (_, { source, node }, found) => {
    if (node.version === null) found(stretchOf(source, node.name), { name: node.name.text });
  },
);
