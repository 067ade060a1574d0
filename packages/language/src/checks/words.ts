/**
 * Is what stands in a list of codes, diagnoses or modifiers one, or the name of a set of them? Says what it is instead:
 * a slip of a name, another kind of name, another kind of value.
 */
import { codeShape, diagnosisShape, modifierShape, nameShape } from "@edict/rulebook";
import type { Node } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { names } from "../diagnostics/names.js";
import { report } from "../diagnostics/report.js";
import type { Book } from "../names/book.js";
import { dotted } from "../names/cells.js";
import type { NamedKind } from "../names/declared.js";
import { kindNames } from "../names/declared.js";
import type { SetKind } from "../names/sets/blocks.js";
import { isValue } from "../names/sets/blocks.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";

/** A text at its place in the source. */
export interface Written extends Node {
  readonly text: string;
}

const wanted: { readonly [K in SetKind]: string } = {
  codes: "a code or a set of codes",
  diagnoses: "a diagnosis or a set of diagnoses",
  modifiers: "a modifier or a set of modifiers",
};

/** Reports a word that is neither a value of the kind nor a set of it. */
export function checkSetWord(book: Book, kind: SetKind, source: Source, word: Written): void {
  if (isValue(kind, word.text) || isOdd(word.text)) return;
  const proposal = proposalFor(kind, word.text);
  // What is declared is meant, even where it looks like a value in small letters: `modifiers Tc = TC`.
  const isName = nameShape.test(word.text) && !looksLikeValue(word.text) && proposal === null;
  if (book.declared.has(word.text) || isName) checkName(book, source, word, [kind], wanted[kind]);
  else reportValue(book, kind, source, word, proposal);
}

/** Reports a word that is no value of the kind; a name may not stand here. */
export function checkValue(book: Book, kind: SetKind, source: Source, word: Written): boolean {
  if (isValue(kind, word.text)) return true;
  if (!isOdd(word.text)) reportValue(book, kind, source, word, proposalFor(kind, word.text));
  return false;
}

/** Reports a name that is not declared, or not as one of these kinds. */
export function checkName(
  book: Book,
  source: Source,
  word: Written,
  kinds: readonly NamedKind[],
  wanted: string,
): boolean {
  const found = book.declared.get(word.text);
  if (found !== undefined && kinds.includes(found.node.kind)) return true;
  const at = stretchOf(source, word);
  if (found !== undefined) {
    const related = [{ at: stretchOf(found.source, found.node.name), text: `${word.text} is declared here` }];
    const is = kindNames[found.node.kind];
    book.diagnostics.push(report(names, "wrong-kind-of-name", at, { name: word.text, is, wanted }, { related }));
    return false;
  }
  const near = book.nearName(word.text, kinds);
  const fixes = near === null ? [] : [{ title: `write ${near}`, edits: [{ at, text: near }] }];
  book.diagnostics.push(report(names, "unknown-name", at, { name: word.text, wanted, near }, { fixes }));
  return false;
}

/** A word that starts with a digit and is nothing: the lexer has said so. */
export function isOdd(text: string): boolean {
  return (
    /^\d/.test(text) && !/^(?:\d+|\d[A-Z]|\d{4}[A-Z])$/.test(text) && !/^\d{4}[0-9A-Z](?:-[0-9A-Z]{2})+$/.test(text)
  );
}

function reportValue(book: Book, kind: SetKind, source: Source, word: Written, proposal: string | null): void {
  const at = stretchOf(source, word);
  const fixes = proposal === null ? [] : [{ title: `write ${proposal}`, edits: [{ at, text: proposal }] }];
  const seen = { seen: word.text, proposal };
  book.diagnostics.push(report(declarations, notA[kind], at, seen, { fixes }));
}

const notA = { codes: "not-a-code", diagnoses: "not-a-diagnosis", modifiers: "not-a-modifier" } as const;

// Capitals and digits with a digit among them are meant as a value, not as a name.
function looksLikeValue(text: string): boolean {
  return codeShape.test(text) || diagnosisShape.test(text) || /^(?=.*\d)[A-Z0-9.-]{3,7}$/.test(text);
}

function proposalFor(kind: SetKind, text: string): string | null {
  const capitals = text.toUpperCase();
  switch (kind) {
    case "codes":
      return capitals !== text && codeShape.test(capitals) ? capitals : null;
    case "diagnoses": {
      const found = dotted(capitals);
      return found !== text && /\d/.test(text) ? found : null;
    }
    case "modifiers":
      return capitals !== text && modifierShape.test(capitals) ? capitals : null;
  }
}
