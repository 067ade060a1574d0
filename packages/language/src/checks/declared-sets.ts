/** Declared sets: their items, `except`, and sets that hold nothing. Episodes have a set too. */
import type { EpisodeDeclaration, SetExpression } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { report } from "../diagnostics/report.js";
import type { Book } from "../names/book.js";
import type { SetKind } from "../names/sets/blocks.js";
import type { SetDeclaration } from "../names/sets/resolve-sets.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkExcept, checkItem } from "./sets.js";

/** Reports what is wrong with a declared set or the set of an episode. */
export function checkDeclaredSet(book: Book, source: Source, node: SetDeclaration | EpisodeDeclaration): void {
  if (node.kind === "episode") {
    checkExpression(book, "codes", source, node.set);
    // Idle for 0 days ends a run with its day, which a rule may mean.
    if (node.duration.count === 0 && node.ends === "lasts") {
      book.diagnostics.push(report(declarations, "duration-of-zero", stretchOf(source, node.duration), {}));
    }
    return;
  }
  checkExpression(book, node.kind, source, node.set);
  const name = node.name.text;
  const resolved = book.sets[node.kind].get(name);
  const isOwn = book.declared.get(name)?.node === node;
  if (isOwn && resolved?.sure === true && resolved.blocks.length === 0) {
    book.diagnostics.push(report(declarations, "empty-set", stretchOf(source, node.name), { name }));
  }
}

function checkExpression(book: Book, kind: SetKind, source: Source, { items, except }: SetExpression): void {
  for (const item of [...items, ...except]) checkItem(book, kind, source, item, null);
  checkExcept(book, kind, source, items, except);
}
