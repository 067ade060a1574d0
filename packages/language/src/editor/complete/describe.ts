/**
 * What a name or a code that is offered means, for whoever is about to choose it: its comment, its declaration, who says
 * so. Markdown. Of a code only what the rulebook says of it: the sets that hold it, with their dates, and the rules.
 */
import { codeOrdinal, formatDate } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import type { Placed, NamedDeclaration } from "../../names/declared.js";
import { always } from "../../names/sets/settle.js";
import { setsHolding } from "../sets-holding.js";
import { knownWords } from "./known-words.js";
import { detailOf } from "./names.js";

/** What is to be said of an offered name or code; null where there is nothing. */
export function describe(analysis: Analysis, label: string): string | null {
  const declared = analysis.book.declared.get(label);
  if (declared !== undefined) return describeName(analysis, declared);
  const [code = ""] = label.split("-");
  return codeOrdinal(code) === null ? null : describeCode(analysis, code);
}

/** A declaration is shown up to so many lines. */
const mostLines = 14;

function describeName(analysis: Analysis, declared: Placed<NamedDeclaration>): string {
  const { source, node } = declared;
  const lines = source.text.slice(node.start, node.end).split("\n");
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines - 1), "  …"] : lines;
  const comment = node.doc === null ? [] : [node.doc];
  const title = node.kind === "rule" ? [`**${detailOf(analysis, declared)}**`] : [];
  return [...title, ...comment, `\`\`\`edict\n${shown.join("\n")}\n\`\`\``].join("\n\n");
}

function describeCode(analysis: Analysis, code: string): string | null {
  const sets = setsHolding(analysis, "codes", code).map(
    ({ set, block }) => `- in ${set}${datesOf(block.from, block.until)}`,
  );
  const rules = knownWords(analysis, "code").find(({ text }) => text === code)?.rules ?? [];
  const named = rules.slice(0, 10).map((id) => `- named by ${id} ${titleOf(analysis, id)}`);
  const more = rules.length > 10 ? [`- and by ${rules.length - 10} more`] : [];
  const all = [...sets, ...named, ...more];
  return all.length === 0 ? null : all.join("\n");
}

function datesOf(from: number, until: number): string {
  const first = from === always.from ? "" : ` from ${formatDate(from)}`;
  return `${first}${until === always.until ? "" : ` until ${formatDate(until)}`}`;
}

function titleOf(analysis: Analysis, id: string): string {
  const rule = analysis.book.declared.get(id)?.node;
  return rule?.kind === "rule" ? `“${rule.title.text}”` : "";
}
