/** A payer beside a group that it belongs to, or twice in one list: whoever takes one out believes that it is gone. */
import type { NameReference } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import type { Source } from "../../source/source.js";
import { stretchOf } from "../../source/source.js";
import type { Found } from "../lint.js";
import { declarationLint } from "../lint.js";

interface Facts {
  readonly payer: string;
  readonly other: string;
}

export const payerWithinGroup = declarationLint(
  {
    code: "payer-within-group",
    severity: "warning",
    message: (p: Facts) =>
      (p.payer === p.other ? `${p.payer} stands here twice` : `${p.payer} is within ${p.other} already`) +
      "; take it out, or write who was meant",
  },
  ["payers", "rule", "override", "waive"],
  (book, { source, node }, found) => {
    if (node.kind === "payers") return look(book, source, node.members, found);
    for (const clause of node.clauses) if (clause.kind === "for") look(book, source, clause.payers, found);
  },
);

/** Longer lists were not written by hand, and each name is compared with each. */
const mostNames = 100;

function look(book: Book, source: Source, names: readonly NameReference[], found: Found<Facts>): void {
  if (names.length > mostNames) return;
  for (const [index, name] of names.entries()) {
    const members = book.payers.get(name.text) ?? [];
    if (members.length === 0) continue;
    const other = names.find((one, place) => {
      const own = book.payers.get(one.text) ?? [];
      if (place === index || !members.every((member) => own.includes(member))) return false;
      // Of two that come to the same the second is too many.
      return own.length > members.length || place < index;
    });
    if (other === undefined) continue;
    const [before, after] = [names[index - 1], names[index + 1]];
    const at =
      before === undefined
        ? { source, start: name.start, end: after?.start ?? name.end }
        : { source, start: before.end, end: name.end };
    const fixes = [{ title: "take it out", edits: [{ at, text: "" }], preferred: true } as const];
    const hasComment = source.text.slice(at.start, at.end).includes("#");
    found(stretchOf(source, name), { payer: name.text, other: other.text }, hasComment ? {} : { fixes });
  }
}
