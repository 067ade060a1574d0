/** Within a text in quotes: placeholders of a message, paths of `use` and `from`, headers of a layout. */
import { placeholders } from "@edict/rulebook";
import { partsOf } from "../../names/statement-parts.js";
import type { Offer } from "./offer.js";
import { offer } from "./offer.js";
import type { Situation } from "./situation.js";

/** What a rulebook's folder and the charge files are asked for; an editor gives it. */
export interface Surroundings {
  /** The names in the folder that a path leads to from a file, folders with a slash at their end. */
  entries(file: string, relative: string): readonly string[];
  /** The usual headers of a field's column. */
  headers(field: string): readonly string[];
}

export interface TextItems {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Offer[];
}

/** The items within the text at the caret, and what they take the place of. */
export function textItems(situation: Situation, surroundings: Surroundings): TextItems {
  const { source, caret, expected } = situation;
  const open = caret.word.start;
  const written = source.text.slice(open + 1, caret.offset);
  const paths = expected.flatMap((one) => (one.kind === "shape" && one.shape === "text" ? [one.path] : []));
  const within = (phrase: string): boolean => paths.some((path) => path.includes(phrase));
  const end = textEnd(source.text, caret.offset);
  if (within("outcome")) return placeholderItems(situation, written, end);
  if (within("use") || (within("table") && !within("fileColumn"))) {
    const folder = written.slice(0, written.lastIndexOf("/") + 1);
    const wanted = within("use") ? /\/$|\.edict$/ : /\/$|\.(?:csv|tsv|txt|parquet)$/i;
    const items = surroundings
      .entries(source.path, folder)
      .filter((name) => wanted.test(name) && !name.startsWith("."))
      .map((name) => offer("path", name, name.endsWith("/") ? 101 : 100));
    const up = [offer("path", "../", 110)];
    return { start: caret.offset - (written.length - folder.length), end, items: [...items, ...up] };
  }
  if (within("layoutEntry")) {
    const at = situation.before.lastIndexOf("from");
    const field = situation.before[at - 1] ?? "";
    const last = situation.before.at(-1);
    if (last === "as") return whole(open, end, dateFormats);
    if (last === "by") return whole(open, end, [",", ";", "|", " "]);
    return whole(open, end, surroundings.headers(field));
  }
  return { start: caret.offset, end: caret.offset, items: [] };
}

const dateFormats = ["MM/DD/YYYY", "YYYY-MM-DD", "YYYYMMDD", "DD.MM.YYYY", "M/D/YYYY"];

function whole(open: number, end: number, texts: readonly string[]): TextItems {
  return { start: open + 1, end, items: texts.map((text, order) => offer("header", text, 100 + order / 100)) };
}

/** Before the closing quote, or the end of the line where there is none. */
function textEnd(text: string, offset: number): number {
  const rest = /^[^"\n]*/.exec(text.slice(offset, offset + 1000))?.[0] ?? "";
  return text.charAt(offset + rest.length) === '"' ? offset + rest.length : offset;
}

/** The placeholders that the rule's statement can fill, after a brace or where one may stand. */
function placeholderItems(situation: Situation, written: string, textEndsAt: number): TextItems {
  const { caret, source, statement, table } = situation;
  const brace = written.lastIndexOf("{");
  const isOpen = brace > written.lastIndexOf("}");
  const start = isOpen ? caret.word.start + 1 + brace : caret.offset;
  const rest = /^[\w.]*\}?/.exec(source.text.slice(caret.offset, textEndsAt))?.[0] ?? "";
  const parts = statement === null ? null : partsOf(statement);
  const fitting = placeholders.filter((name) => {
    if (parts === null || ["code", "date", "units", "payer"].includes(name)) return true;
    if (name === "count" || name === "allowed") return parts.counts || parts.quantities.length > 0;
    return parts.pair;
  });
  const columns = (table?.columns ?? []).map(({ name }) => `row.${name}`);
  return {
    start,
    end: isOpen ? caret.offset + rest.length : caret.offset,
    items: [...fitting, ...columns].map((name, order) => offer("placeholder", `{${name}}`, 100 + order / 100)),
  };
}
