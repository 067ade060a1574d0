/** Payers, groups, settings and fields: what each declaration may say. */
import { isBuiltInField } from "@edict/rulebook";
import type { FieldDeclaration, PayerDeclaration, PayersDeclaration, SettingDeclaration } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { report } from "../diagnostics/report.js";
import type { Book } from "../names/book.js";
import { fieldNamed } from "../names/fields.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkDigitValue } from "./memberships.js";
import { checkName } from "./words.js";

/** Reports what is wrong with such declarations. */
export function checkParties(book: Book): void {
  for (const { source, node: file } of book.files) {
    for (const node of file.declarations) {
      switch (node.kind) {
        case "payer":
          checkPayer(book, source, node);
          break;
        case "payers":
          checkGroup(book, source, node);
          break;
        case "setting":
          checkSetting(book, source, node);
          break;
        case "field":
          checkField(book, source, node);
          break;
        default:
          break;
      }
    }
  }
}

function checkPayer(book: Book, source: Source, { aliases }: PayerDeclaration): void {
  for (const alias of aliases) {
    if (!alias.text.slice(0, -1).includes("*")) continue;
    const at = stretchOf(source, alias);
    book.diagnostics.push(report(declarations, "star-within-alias", at, { alias: alias.text }));
  }
}

function checkGroup(book: Book, source: Source, { members }: PayersDeclaration): void {
  for (const member of members) checkName(book, source, member, ["payer", "payers"], "a payer");
}

function checkSetting(book: Book, source: Source, { parts }: SettingDeclaration): void {
  for (const part of parts) {
    for (const value of part.values) checkDigitValue(book, source, part.by, value, value.text);
  }
}

function checkField(book: Book, source: Source, { name }: FieldDeclaration): void {
  const known = fieldNamed(new Map(), name.text);
  if (known === null || !isBuiltInField(known.name)) return;
  book.diagnostics.push(report(declarations, "field-is-built-in", stretchOf(source, name), { name: known.name }));
}
