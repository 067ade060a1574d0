/** A rule that goes on after all its codes have ended: whoever reads it believes that something is still looked for. */
import { formatDate } from "@edict/rulebook";
import { daysOfEffective } from "../../names/reach.js";
import { partsOf } from "../../names/statement-parts.js";
import { onOneLine, stretchOf } from "../../source/source.js";
import { blocksOf } from "../facts/codes.js";
import { isOpenEnded } from "../facts/ends.js";
import { versionLint } from "../lint.js";

export const ruleOutlivesItsCodes = versionLint(
  {
    code: "rule-outlives-its-codes",
    severity: "info",
    message: (p: { codes: string; end: string }) =>
      `the last of ${p.codes} ends on ${p.end}, and the rule goes on; end it with them`,
  },
  (book, { clauses: { statement, effective } }, found) => {
    const [subject] = statement === null ? [] : partsOf(statement.node).codes;
    if (statement === null || subject === undefined || statement.node.kind === "sequence") return;
    const blocks = blocksOf(book, subject);
    if (blocks === null || blocks.length === 0 || blocks.some(isOpenEnded)) return;
    const last = Math.max(...blocks.map(({ until }) => until));
    const { from, until } = daysOfEffective(effective);
    // By a row's dates a rule may end with its codes; and where it begins after them, the checks say so.
    if (until <= last || from > last || effective?.node.to?.kind === "row-reference") return;
    const { source } = statement;
    const codes = onOneLine(source, subject);
    const end = formatDate(last);
    const at = effective?.node.from?.kind === "date-literal" && effective.node.to === null ? effective : null;
    const fixes =
      at === null
        ? []
        : [
            {
              title: `end the rule on ${end}`,
              edits: [{ at: { source: at.source, start: at.node.end, end: at.node.end }, text: ` to ${end}` }],
            },
          ];
    found(stretchOf(source, subject), { codes, end }, { fixes });
  },
);
