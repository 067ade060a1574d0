/** A rulebook that passed every check → the compiled rulebook. Nothing is reported here: what could be wrong was. */
import type { Rulebook } from "@edict/rulebook";
import { rulebookFormat } from "@edict/rulebook";
import type { Book } from "../names/book.js";
import {
  fromAuthorities,
  fromCodeSets,
  fromDiagnosisSets,
  fromEpisodes,
  fromFields,
  fromLayouts,
  fromModifierSets,
  fromPayerGroups,
  fromPayers,
  fromSettings,
  fromTables,
} from "./from-declarations.js";
import { fromRule } from "./from-rule.js";
import { fromTest } from "./from-test.js";

/** The whole book. */
export function fromBook(book: Book): Rulebook {
  const settings = fromSettings(book);
  const settingsByName = new Map(settings.map((setting) => [setting.name, setting]));
  return {
    format: rulebookFormat,
    codes: fromCodeSets(book),
    diagnoses: fromDiagnosisSets(book),
    modifiers: fromModifierSets(book),
    payers: fromPayers(book),
    payerGroups: fromPayerGroups(book),
    settings,
    fields: fromFields(book),
    episodes: fromEpisodes(book),
    authorities: fromAuthorities(book),
    tables: fromTables(book),
    layouts: fromLayouts(book),
    rules: book.rules.map((parts) => fromRule(book, settingsByName, parts)),
    tests: book.files.flatMap(({ source, node: file }) =>
      file.declarations.flatMap((node) => (node.kind === "test" ? [fromTest(book, { source, node })] : [])),
    ),
  };
}
