/** Layouts: fields that a line has, once each, with formats and splits where they mean something. */
import type { LayoutDeclaration, LayoutEntry } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { report } from "../diagnostics/report.js";
import type { Book } from "../names/book.js";
import { isDateFormat } from "../names/date-formats.js";
import { fieldNamed } from "../names/fields.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { findField } from "./conditions.js";

/** Reports what is wrong with a layout. */
export function checkLayout(book: Book, source: Source, { entries }: LayoutDeclaration): void {
  const firsts = new Map<string, LayoutEntry>();
  for (const entry of entries) {
    const { field: written } = entry;
    const field = findField(book, source, { ...written, kind: "field-reference" });
    if (field === null) continue;
    const first = firsts.get(field.name);
    if (first === undefined) firsts.set(field.name, entry);
    else {
      const related = [{ at: stretchOf(source, first.field), text: "the first stands here" }];
      const at = stretchOf(source, written);
      book.diagnostics.push(report(declarations, "layout-field-twice", at, { field: field.name }, { related }));
    }
    checkEntry(book, source, entry, field.name);
  }
}

function checkEntry(book: Book, source: Source, { headers, as, splitBy }: LayoutEntry, field: string): void {
  const type = fieldNamed(book.declared, field)?.type;
  if (as !== null && type !== "date") {
    book.diagnostics.push(report(declarations, "format-without-date", stretchOf(source, as), { field }));
  } else if (as !== null && !isDateFormat(as.text)) {
    book.diagnostics.push(report(declarations, "not-a-date-format", stretchOf(source, as), { format: as.text }));
  }
  if (splitBy !== null && type !== "list") {
    book.diagnostics.push(report(declarations, "split-without-list", stretchOf(source, splitBy), { field }));
  }
  const second = headers[1];
  if (second !== undefined && type !== "list") {
    book.diagnostics.push(report(declarations, "several-headers", stretchOf(source, second), { field }));
  }
}
