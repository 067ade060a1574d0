/** A code that, as the lists of valid codes say, begins after what names it does: before that it is no code. */
import { formatDate } from "@edict/rulebook";
import { naming } from "../facts/codes-meant.js";
import { judgedCodes } from "../facts/judged-codes.js";
import { declarationLint } from "../lint.js";

export const codeBeginsLater = declarationLint(
  {
    code: "code-begins-later",
    severity: "info",
    message: (p: { code: string; list: string; day: string }) =>
      `${p.code} begins on ${p.day}, as ${p.list} says, and is named before that; add from ${p.day}, or begin then`,
  },
  naming,
  (book, { source, node }, found) => {
    for (const { at, code, list, meant, found: judged } of judgedCodes(book, source, node)) {
      if (judged.kind !== "begins" || meant.item === null) continue;
      const day = formatDate(judged.day);
      const { from, value } = meant.item;
      const edit =
        from === null
          ? { at: { source, start: value.end, end: value.end }, text: ` from ${day}` }
          : { at: { source, start: from.start, end: from.end }, text: day };
      found(at, { code, list, day }, { fixes: [{ title: `add from ${day}`, edits: [edit] }] });
    }
  },
);
