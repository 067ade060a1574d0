/**
 * What a version of a rule means, as a text that is equal for equal meanings: its statement and conditions with all sets
 * unfolded. Not its reach, its citations or its outcome, which are compared by themselves.
 */
import type { CodeSpan } from "@edict/rulebook";
import { versionFact } from "../../incremental/facts.js";
import { fromVersion } from "../../lower/from-rule.js";
import type { Book } from "../../names/book.js";
import { blockOf, codeSpans } from "../../names/sets/blocks.js";
import { always, settle } from "../../names/sets/settle.js";
import { parseIsoDate } from "@edict/rulebook";

/** The meaning of a version. Only for a rulebook without errors. */
export const meaningOf = versionFact((book, version): string => {
  const { table, checks, when, unless } = fromVersion(book, version);
  return JSON.stringify({ table, checks, when, unless }, (key, value: unknown) => {
    if (key === "label") return undefined;
    return isChoice(value) ? unfolded(book, value) : value;
  });
});

interface Choice {
  readonly sets: readonly string[];
  readonly spans: readonly CodeSpan[];
}

function isChoice(value: unknown): value is Choice {
  return typeof value === "object" && value !== null && "sets" in value && "spans" in value && "columns" in value;
}

/** The choice with its sets' codes in place of their names. */
function unfolded(book: Book, choice: Choice): object {
  const named = choice.sets.flatMap((name) => book.sets.codes.get(name)?.blocks ?? []);
  const written = choice.spans.flatMap((span) => {
    const from = span.from === null ? always.from : (parseIsoDate(span.from) ?? always.from);
    const until = span.until === null ? always.until : (parseIsoDate(span.until) ?? always.until);
    const block = blockOf("codes", span.first, span.last, { from, until });
    return typeof block === "string" ? [] : [block];
  });
  const { sets: _, spans: __, ...rest } = choice;
  return { ...rest, codes: codeSpans(settle([...named, ...written], [])) };
}
