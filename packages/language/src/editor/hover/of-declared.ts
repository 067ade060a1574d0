/** What a declared name is: a set unfolded with its dates, a rule in plain words, who a payer is, what a table holds. */
import { counted } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import type { NamedDeclaration, Placed } from "../../names/declared.js";
import { kindNames } from "../../names/declared.js";
import type { SetKind } from "../../names/sets/blocks.js";
import { codeSpans, diagnosisSpans, modifierSpans } from "../../names/sets/blocks.js";
import { lowerRule } from "../../lower/lower-rule.js";
import { durationWords, oneOf } from "../../plain-words/phrases.js";
import { plainRule } from "../../plain-words/plain-rule.js";
import { codeSpanWords, diagnosisSpanWords, modifierSpanWords } from "../../plain-words/values.js";
import { fromAuthorities } from "../../lower/from-declarations.js";
import { isWebAddress } from "../../markup/document.js";
import { edict, inline, listed, paragraphs, plain } from "../../markup/markdown.js";
import { onOneLine } from "../../source/source.js";

/** The Markdown of a declared name. */
export function ofDeclared(analysis: Analysis, declared: Placed<NamedDeclaration>): string {
  const { node } = declared;
  const head = `**${plain(node.name.text)}**, ${plain(kindNames[node.kind])}`;
  return paragraphs(head, bodyOf(analysis, declared), node.doc === null ? null : plain(node.doc));
}

function bodyOf(analysis: Analysis, { source, node }: Placed<NamedDeclaration>): string {
  const { book } = analysis;
  switch (node.kind) {
    case "codes":
    case "diagnoses":
    case "modifiers": {
      const written = source.text.slice(node.set.start, node.set.end).replace(/\s*\n\s*/g, " ");
      return paragraphs(
        edict(`${node.kind} ${node.name.text} = ${written}`),
        setWords(analysis, node.kind, node.name.text),
      );
    }
    case "payer":
      return plain(
        `Also spelt ${oneOf(
          node.aliases.map(({ text }) => JSON.stringify(text)),
          "or",
        )}, whatever the case.`,
      );
    case "payers":
      return plain(oneOf(book.payers.get(node.name.text) ?? [], "and"));
    case "setting":
      return node.parts.map(({ by, values }) => `${by} ${values.map(({ text }) => text).join(", ")}`).join("; ");
    case "field":
      return node.type === "source"
        ? "Says which source a charge line comes from; `edict reconcile` fills it."
        : `An extra column of ${node.type} in the charge file.`;
    case "episode": {
      const codes = inline(onOneLine(source, node.set));
      const length = durationWords({ count: node.duration.count, unit: node.duration.unit });
      return node.ends === "idle"
        ? `A run of a patient's lines of ${codes}; a line more than ${length} after the last one starts the next. Other lines belong to the episode whose first to last day covers their date.`
        : `Starts with a line of ${codes} and lasts ${length}, its first day included; every line of the patient in those days belongs to it.`;
    }
    case "authority": {
      const version = node.version === null ? "" : plain(`, version ${node.version.text}`);
      const url = node.url !== null && isWebAddress(node.url.text) ? `<${node.url.text}>` : null;
      return paragraphs(`${plain(node.title.text)}${version}`, url);
    }
    case "table": {
      const columns = book.tables.get(node.name.text)?.columns ?? [];
      const names = columns.map(({ name, type }) => `${inline(name)} ${type}`);
      const rows =
        node.source.kind === "written-table"
          ? counted(node.source.rows.length, "row")
          : `rows of ${inline(node.source.path.text)}`;
      const lists = node.lists === null ? null : "It lists valid codes: a code that is not in it does not exist.";
      return paragraphs(`${counted(columns.length, "column")}: ${listed(names, 20)}`, rows, lists);
    }
    case "layout":
      return listed(
        node.entries.map(
          ({ field, headers }) =>
            `${inline(field.text)} from ${headers.map(({ text }) => plain(JSON.stringify(text))).join(", ")}`,
        ),
        20,
      );
    case "rule":
      return ruleWords(analysis, node.name.text, node.title.text);
  }
}

function setWords({ book }: Analysis, of: SetKind, name: string): string {
  const set = book.sets[of].get(name);
  if (set === undefined) return "";
  if (!set.sure) return "A part of it has a mistake; what it holds cannot be said.";
  if (set.blocks.length === 0) return "It holds nothing.";
  switch (of) {
    case "codes": {
      const spans = codeSpans(set.blocks);
      return `It holds ${plain(listed(spans.map(codeSpanWords), 40))}.`;
    }
    case "diagnoses":
      return `It holds ${plain(listed(diagnosisSpans(set.blocks).map(diagnosisSpanWords), 40))}, each with all that is more specific.`;
    case "modifiers":
      return `It holds ${plain(listed(modifierSpans(set.blocks).map(modifierSpanWords), 40))}.`;
  }
}

function ruleWords(analysis: Analysis, id: string, title: string): string {
  const rule = lowerRule(analysis, id);
  if (rule === null)
    return paragraphs(plain(title), "It has a mistake, or what it names has one; mend that to read it in plain words.");
  const { sentences } = plainRule(rule, { authorities: fromAuthorities(analysis.book) });
  return paragraphs(plain(title), ...sentences.map(({ text }) => plain(text)));
}
