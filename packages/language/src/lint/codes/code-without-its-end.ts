/** A code that one set ends and another does not: the second was written before the code ended, or forgot it. */
import { formatDate } from "@edict/rulebook";
import { allOf } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import { sharedBlocks, shownCodes } from "../facts/codes.js";
import { endsIn, endsOver, isOpenEnded, writtenBlocks } from "../facts/ends.js";
import { bookLint } from "../lint.js";

export const codeWithoutItsEnd = bookLint(
  {
    code: "code-without-its-end",
    severity: "info",
    message: (p: { codes: string; other: string; end: string }) =>
      `${p.codes} has no end here, and ends on ${p.end} in ${p.other}; add until ${p.end}, or say why not`,
  },
  (book, found) => {
    if (endsIn(book).length === 0) return;
    for (const { source, node } of allOf(book.declared, "codes")) {
      for (const item of node.set.items) {
        const open = writtenBlocks(item).filter(isOpenEnded);
        const other = open
          .flatMap((block) => endsOver(book, block))
          .find((end) => end.set !== node.name.text && sharedBlocks(open, [end]).length > 0);
        if (other === undefined) continue;
        const whole = open.every(({ start, end }) => other.start <= start && end <= other.end);
        const date = formatDate(other.until);
        const end = { source, start: item.end, end: item.end };
        const fixes = whole ? [{ title: `add until ${date}`, edits: [{ at: end, text: ` until ${date}` }] }] : [];
        const codes = shownCodes(sharedBlocks(open, [other]));
        found(stretchOf(source, item), { codes, other: other.set, end: date }, { fixes });
      }
    }
  },
);
