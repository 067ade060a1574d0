/** A range of thousands of codes, or from one chapter of the codes into another, is most likely a slip of a digit. */
import { codeOrdinal } from "@edict/rulebook";
import { stretchOf } from "../../source/source.js";
import { listing, listsIn } from "../facts/lists.js";
import { declarationLint } from "../lint.js";

const most = 3000;

export const wideRange = declarationLint(
  {
    code: "wide-range",
    severity: "warning",
    message: (p: { range: string; count: number }) =>
      `${p.range} spans ${p.count} codes of several kinds of service; correct an end, or write a range for each kind`,
  },
  listing,
  (_, { source, node }, found) => {
    for (const { kind, items } of listsIn(node)) {
      if (kind !== "codes") continue;
      for (const { value } of items) {
        if (value.kind !== "range-literal") continue;
        const first = codeOrdinal(value.first.text);
        const last = codeOrdinal(value.last.text);
        if (first === null || last === null || first.shape !== last.shape) continue;
        const count = last.ordinal - first.ordinal + 1;
        // The chapters of the numbers alone go by their first digit.
        const crosses = first.shape === "#" && Math.floor(first.ordinal / 10_000) !== Math.floor(last.ordinal / 10_000);
        if (count <= most && !crosses) continue;
        const range = `${value.first.text}..${value.last.text}`;
        found(stretchOf(source, value), { range, count });
      }
    }
  },
);
