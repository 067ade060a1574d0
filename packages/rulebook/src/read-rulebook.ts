/**
 * The only way in from outside: a value, usually parsed JSON that somebody else wrote, is a rulebook or a list of
 * problems. First its form, then its names and laws; the value itself is handed on, never changed.
 */
import type { Description } from "./description/description.js";
import { rulebook as description } from "./description/rulebook.js";
import { checkForm, isObject } from "./read/check-form.js";
import { checkNames } from "./read/check-names.js";
import { namesOf } from "./read/names.js";
import { within } from "./read/path.js";
import { Problems } from "./read/problems.js";
import type { Rulebook } from "./rulebook.js";
import { rulebookFormat } from "./rulebook.js";

/** A rulebook, or what keeps the value from being one: at most fifty sentences, each with the place in the document. */
export type RulebookRead = { readonly rulebook: Rulebook } | { readonly problems: readonly string[] };

/** Reads a value as a rulebook. */
export function readRulebook(value: unknown): RulebookRead {
  const problems = new Problems();
  if (isObject(value) && Object.hasOwn(value, "format") && value["format"] !== rulebookFormat) {
    // Another format would give a wall of problems that all mean this one.
    problems.add(
      within(null, "format"),
      `this reads rulebooks of format ${rulebookFormat} only; compile the rules again`,
    );
    return { problems: problems.texts };
  }
  if (!fits(description, value, problems)) return { problems: problems.texts };
  checkNames(description.form, value, namesOf(value), problems);
  return problems.texts.length === 0 ? { rulebook: value } : { problems: problems.texts };
}

/** The description of a type is checked against it by the compiler, so a value that has its form is of the type. */
function fits<T>(of: Description<T>, value: unknown, problems: Problems): value is T {
  checkForm(of.form, value, null, 0, problems);
  return problems.texts.length === 0;
}
