/** Whoever works a denial wants to know what to do with the line. */
import { stretchOf } from "../../source/source.js";
import { versionLint } from "../lint.js";

export const denyWithoutSuggest = versionLint(
  {
    code: "deny-without-suggest",
    severity: "info",
    message: () => 'this denies and says not what to do; add suggest remove, or suggest "…"',
  },
  (_, { override, clauses: { outcome, suggest, statement } }, found) => {
    if (override !== null || outcome?.node.severity !== "deny" || suggest !== null) return;
    // A replacement suggests itself.
    if (statement?.node.kind === "replace") return;
    const { start, severity } = outcome.node;
    found(stretchOf(outcome.source, { start, end: start + severity.length }), {});
  },
);
