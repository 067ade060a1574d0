/** Payers, settings and fields that nothing names: left over, or the rule that was to name them holds for everybody. */
import { walk } from "../../ast/children.js";
import type { SyntaxNode } from "../../ast/children.js";
import type { FileNode } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { allOf } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import type { Found, Lint, LintKind } from "../lint.js";
import { bookLint } from "../lint.js";

type Facts = { readonly name: string };

/** A payer or a group of payers. */
export const unusedPayer: Lint = unused(["payer", "payers"], {
  code: "unused-payer",
  severity: "info",
  message: (p: Facts) => `nothing names the payer ${p.name}; write rules for it, or take it out`,
});

/** A setting. */
export const unusedSetting: Lint = unused(["setting"], {
  code: "unused-setting",
  severity: "info",
  message: (p: Facts) => `nothing names the setting ${p.name}; write rules for it, or take it out`,
});

/** A field of one's own. */
export const unusedField: Lint = unused(["field"], {
  code: "unused-field",
  severity: "info",
  message: (p: Facts) => `nothing names the field ${p.name}; use it, or take it out`,
});

function unused(kinds: readonly ("payer" | "payers" | "setting" | "field")[], kind: LintKind<Facts>): Lint {
  return bookLint(kind, (book, found: Found<Facts>) => {
    const named = wordsOf(book);
    for (const { source, node } of kinds.flatMap((one) => allOf(book.declared, one))) {
      const name = node.name.text;
      if (!named.has(name)) found(stretchOf(source, node.name), { name });
    }
  });
}

/** Every word that stands where something is named. */
function wordsOf(book: Book): ReadonlySet<string> {
  const known = wordsOfBooks.get(book);
  if (known !== undefined) return known;
  const words = new Set<string>();
  for (const { node: file } of book.files) {
    for (const word of wordsOfFile(file)) words.add(word);
  }
  wordsOfBooks.set(book, words);
  return words;
}

const wordsOfBooks = new WeakMap<Book, ReadonlySet<string>>();

// A file that did not change is the same tree from one analysis to the next.
const wordsOfFiles = new WeakMap<FileNode, ReadonlySet<string>>();

function wordsOfFile(file: FileNode): ReadonlySet<string> {
  const known = wordsOfFiles.get(file);
  if (known !== undefined) return known;
  const words = new Set<string>();
  for (const part of walk(file)) if (isNaming(part)) words.add(part.text);
  wordsOfFiles.set(file, words);
  return words;
}

function isNaming(node: SyntaxNode): node is SyntaxNode & { readonly text: string } {
  return node.kind === "word" || node.kind === "name-reference" || node.kind === "field-reference";
}
