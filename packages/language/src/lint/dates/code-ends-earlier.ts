/**
 * A code that, as the lists of valid codes say, ends before the item or the rule that names it: from then on it is no
 * code. A set is asked for as long as some rule looks for its codes.
 */
import { formatDate } from "@edict/rulebook";
import { judgedCodes } from "../facts/judged-codes.js";
import { lastUses } from "../facts/last-uses.js";
import { declarationLint } from "../lint.js";

export const codeEndsEarlier = declarationLint(
  {
    code: "code-ends-earlier",
    severity: "warning",
    message: (p: { code: string; list: string; day: string }) =>
      `${p.code} ends on ${p.day}, as ${p.list} says, and is named beyond that; add until ${p.day}, or name what took its place`,
  },
  ["codes", "rule", "override"],
  (book, { source, node }, found) => {
    for (const { at, code, list, meant, found: judged } of judgedCodes(book, source, node)) {
      if (judged.kind !== "ends" || meant.item === null) continue;
      // Asked last: which rules there are may change with each of them.
      if (node.kind === "codes" && judged.day >= (lastUses(book).get(node.name.text) ?? judged.day)) continue;
      const day = formatDate(judged.day);
      const { until, end } = meant.item;
      const edit =
        until === null
          ? { at: { source, start: end, end }, text: ` until ${day}` }
          : { at: { source, start: until.start, end: until.end }, text: day };
      found(at, { code, list, day }, { fixes: [{ title: `add until ${day}`, edits: [edit] }] });
    }
  },
);
