/** Every comparison of every condition of a version: its field, its values, and which line it speaks of. */
import type { FieldReference } from "../ast/nodes.js";
import { names } from "../diagnostics/names.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import type { FieldFacts } from "../names/fields.js";
import { fieldNamed } from "../names/fields.js";
import type { RuleVersion } from "../names/versions.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkComparison } from "./comparisons.js";
import type { Leaf, ListedCondition } from "./condition-list.js";
import { conditionsOf, leavesOf } from "./condition-list.js";
import { checkMembership } from "./memberships.js";

/** Reports what is wrong with the conditions of a version. */
export function checkConditions(book: Book, version: RuleVersion): void {
  for (const condition of conditionsOf(book, version)) {
    for (const leaf of leavesOf(condition.node)) checkLeaf(book, condition, leaf);
  }
}

function checkLeaf(book: Book, condition: ListedCondition, leaf: Leaf): void {
  const { source, table, pair } = condition;
  if (leaf.side !== null && !pair) reportSide(book, source, leaf);
  switch (leaf.kind) {
    case "membership": {
      const field = findField(book, source, leaf.field);
      if (field !== null) checkMembership(book, source, leaf, field, table);
      return;
    }
    case "presence":
      findField(book, source, leaf.field);
      return;
    case "comparison": {
      const left = leaf.left.kind === "field-reference" ? findField(book, source, leaf.left) : undefined;
      const right = leaf.right.kind === "field-reference" ? findField(book, source, leaf.right) : undefined;
      if (left !== null && right !== null) checkComparison(book, source, leaf, table);
      return;
    }
  }
}

/** The field that is meant; null where there is none, which is reported. */
export function findField(book: Book, source: Source, reference: FieldReference): FieldFacts | null {
  const field = fieldNamed(book.declared, reference.text);
  if (field !== null) return field;
  const at = stretchOf(source, reference);
  const near = book.nearField(reference.text);
  const fixes = near === null ? [] : [{ title: `write ${near}`, edits: [{ at, text: near }] }];
  book.diagnostics.push(report(names, "unknown-field", at, { name: reference.text, near }, { fixes }));
  return null;
}

function reportSide(book: Book, source: Source, leaf: Leaf): void {
  const words = leaf.side === "other" ? "on the other line" : "on either line";
  const written = source.text.slice(leaf.start, leaf.end);
  // The words end the comparison, with whatever blanks between them.
  const found = /\s+on\s+(?:the\s+other|either)\s+line$/.exec(written);
  const start = found === null ? leaf.start : leaf.start + found.index;
  const at = stretchOf(source, {
    start: start + (found === null ? 0 : (/\S/.exec(found[0])?.index ?? 0)),
    end: leaf.end,
  });
  const fixes = [
    { title: `leave ${words} away`, edits: [{ at: stretchOf(source, { start, end: leaf.end }), text: "" }] },
  ];
  book.diagnostics.push(report(rules, "other-line-without-pair", at, { words }, { fixes }));
}
