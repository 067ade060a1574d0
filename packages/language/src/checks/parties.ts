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

export type PartyDeclaration = PayerDeclaration | PayersDeclaration | SettingDeclaration | FieldDeclaration;

/** Reports what is wrong with such a declaration. */
export function checkParty(book: Book, source: Source, node: PartyDeclaration): void {
  switch (node.kind) {
    case "payer":
      return checkPayer(book, source, node);
    case "payers":
      return checkGroup(book, source, node);
    case "setting":
      return checkSetting(book, source, node);
    case "field":
      return checkField(book, source, node);
  }
}

function checkPayer(book: Book, source: Source, { aliases }: PayerDeclaration): void {
  for (const alias of aliases) {
    if (!alias.text.slice(0, -1).includes("*")) continue;
    const at = stretchOf(source, alias);
    book.diagnostics.push(report(declarations, "star-within-alias", at, { alias: alias.text }));
  }
}

function checkGroup(book: Book, source: Source, { name, members, except }: PayersDeclaration): void {
  const known = [...members, ...except].map((one) => checkName(book, source, one, ["payer", "payers"], "a payer"));
  if (except.length === 0 || known.includes(false)) return;
  const inside = new Set(members.flatMap(({ text }) => book.payers.get(text) ?? []));
  for (const one of except) {
    if ((book.payers.get(one.text) ?? []).some((payer) => inside.has(payer))) continue;
    book.diagnostics.push(report(declarations, "except-without-effect", stretchOf(source, one), { item: one.text }));
  }
  if (book.payers.get(name.text)?.length === 0)
    book.diagnostics.push(report(declarations, "empty-set", stretchOf(source, name), { name: name.text }));
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
