/** Declared sets: their items, `except`, and sets that hold nothing. Episodes have a set too. */
import type { SetExpression } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { report } from "../diagnostics/report.js";
import type { Book } from "../names/book.js";
import type { SetKind } from "../names/sets/blocks.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkExcept, checkItem } from "./sets.js";

/** Reports what is wrong with the declared sets and the sets of episodes. */
export function checkDeclaredSets(book: Book): void {
  for (const { source, node: file } of book.files) {
    for (const node of file.declarations) {
      switch (node.kind) {
        case "codes":
        case "diagnoses":
        case "modifiers": {
          checkExpression(book, node.kind, source, node.set);
          const resolved = book.sets[node.kind].get(node.name.text);
          const isOwn = book.declared.get(node.name.text)?.node === node;
          if (isOwn && resolved?.sure === true && resolved.blocks.length === 0) {
            const name = node.name.text;
            book.diagnostics.push(report(declarations, "empty-set", stretchOf(source, node.name), { name }));
          }
          break;
        }
        case "episode":
          checkExpression(book, "codes", source, node.set);
          // Idle for 0 days ends a run with its day, which a rule may mean.
          if (node.duration.count === 0 && node.ends === "lasts") {
            book.diagnostics.push(report(declarations, "duration-of-zero", stretchOf(source, node.duration), {}));
          }
          break;
        default:
          break;
      }
    }
  }
}

function checkExpression(book: Book, kind: SetKind, source: Source, { items, except }: SetExpression): void {
  for (const item of [...items, ...except]) checkItem(book, kind, source, item, null);
  checkExcept(book, kind, source, items, except);
}
