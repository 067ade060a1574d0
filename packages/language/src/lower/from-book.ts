/** A rulebook that passed every check → the compiled rulebook. Nothing is reported here: what could be wrong was. */
import type { Rule, RuleTest, Rulebook } from "@edict/rulebook";
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
  const steps = fromBookInSteps(book);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same, rule by rule: after each step something else may be done, or all left. */
export function* fromBookInSteps(book: Book): Generator<undefined, Rulebook> {
  const settings = fromSettings(book);
  const settingsByName = new Map(settings.map((setting) => [setting.name, setting]));
  const declared = {
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
  };
  const rules: Rule[] = [];
  for (const parts of book.rules) {
    rules.push(fromRule(book, settingsByName, parts));
    yield;
  }
  const tests: RuleTest[] = [];
  for (const { source, node: file } of book.files) {
    for (const node of file.declarations) if (node.kind === "test") tests.push(fromTest(book, { source, node }));
    yield;
  }
  return { format: rulebookFormat, ...declared, rules, tests };
}
