/** What an editor shows of the thing under the pointer. Asked of an analysis with all its diagnostics. */
import type { Analysis } from "../../analyse.js";
import { columnNamed } from "../../names/tables.js";
import { codeSpans, diagnosisSpans, modifierSpans } from "../../names/sets/blocks.js";
import { codeSpanWords, diagnosisSpanWords, modifierSpanWords } from "../../plain-words/values.js";
import type { Target } from "../names-at.js";
import { nameAt, usesOf } from "../names-at.js";
import { fieldTypes, isBuiltInField } from "@edict/rulebook";
import { fieldMeanings } from "./field-meanings.js";
import { rulesOfCode } from "../rules-of-code.js";
import type { Holder } from "../sets-holding.js";
import { setsHolding } from "../sets-holding.js";
import { inline, listed, paragraphs, plain } from "../../markup/markdown.js";
import { ofDeclared } from "./of-declared.js";

/** What is shown, and the stretch that it is about. */
export interface Hover {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** What stands at an offset; null where nothing does that can be told. */
export function hoverAt(analysis: Analysis, path: string, offset: number): Hover | null {
  const named = nameAt(analysis, path, offset);
  if (named === null) return null;
  const markdown = markdownOf(analysis, named.target);
  return markdown === null ? null : { start: named.start, end: named.end, markdown };
}

function markdownOf(analysis: Analysis, target: Target): string | null {
  const { book } = analysis;
  switch (target.kind) {
    case "declared": {
      const declared = book.declared.get(target.name);
      return declared === undefined ? null : ofDeclared(analysis, declared);
    }
    case "column": {
      const table = book.tables.get(target.table);
      const column = table === undefined ? null : columnNamed(table, target.name);
      if (column === null) return null;
      const header =
        column.header === null ? null : `In the file it is headed ${plain(JSON.stringify(column.header))}.`;
      const found = column.inferred ? "Its type is found from its cells." : null;
      return paragraphs(
        `**${plain(target.name)}**, a column of ${inline(target.table)}: ${column.type}`,
        header,
        found,
      );
    }
    case "field":
      return isBuiltInField(target.name)
        ? paragraphs(
            `**${plain(target.name)}**, a field of a charge line: ${fieldTypes[target.name]}`,
            fieldMeanings[target.name],
          )
        : null;
    case "value":
      return ofValue(analysis, target);
    case "alias":
      return paragraphs(
        `A spelling of ${inline(target.payer)}`,
        target.text.endsWith("*") ? "The star stands for any ending. Case does not count." : "Case does not count.",
      );
    case "use":
    case "table-file":
    case "url":
      return null;
  }
}

function ofValue(analysis: Analysis, { of, text }: Extract<Target, { readonly kind: "value" }>): string {
  const one = { codes: "a code", diagnoses: "a diagnosis", modifiers: "a modifier" }[of];
  const sets = new Set(setsHolding(analysis, of, text).map((holder) => holderWords(of, holder)));
  const rules = of === "codes" ? rulesOfCode(analysis, text).map(({ rule }) => rule.node.name.text) : [];
  const others = usesOf(analysis, { kind: "value", of, text }).length - 1;
  return paragraphs(
    `**${plain(text)}**, ${one}`,
    of === "diagnoses" ? "It stands for all that is more specific too." : null,
    sets.size === 0 ? "No set holds it." : `In ${listed([...sets], 12)}.`,
    rules.length === 0 ? null : `Rules: ${listed(rules.map(inline), 12)}.`,
    others < 1 ? null : `Written in ${String(others)} other ${others === 1 ? "place" : "places"}.`,
  );
}

/** The set, with the item that holds the value where that is bounded in time or a range. */
function holderWords(of: keyof Analysis["book"]["sets"], { set, block }: Holder): string {
  const [words = ""] =
    of === "codes"
      ? codeSpans([block]).map(codeSpanWords)
      : of === "diagnoses"
        ? diagnosisSpans([block]).map(diagnosisSpanWords)
        : modifierSpans([block]).map(modifierSpanWords);
  return / /.test(words) ? `${inline(set)} (${plain(words)})` : inline(set);
}
