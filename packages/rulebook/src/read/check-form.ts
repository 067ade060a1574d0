/** Does a value have the form that a description gives? Names are not looked up here; `check-names.ts` does that after. */
import type { Form, RecordForm } from "../description/description.js";
import { holdsFormat, textFormats } from "../description/text-formats.js";
import type { Path } from "./path.js";
import { shown, within } from "./path.js";
import type { Problems } from "./problems.js";

/**
 * Conditions nested deeper than this are refused: no rule reads aloud that deep, and every later stage walks the tree.
 * The language itself stops at 200, and lowering may add a level or two of its own.
 */
export const deepest = 220;

/** Adds a problem for each place where the value is not of the form. */
export function checkForm(form: Form, value: unknown, path: Path, depth: number, problems: Problems): void {
  if (problems.full) return;
  switch (form.kind) {
    case "text":
      if (typeof value !== "string" || !holdsFormat(form.format, value)) {
        problems.add(path, `${shown(value)} is not ${textFormats[form.format].words}`);
      }
      return;
    case "number":
      checkNumber(form, value, path, problems);
      return;
    case "flag":
      if (typeof value !== "boolean") problems.add(path, `${shown(value)} is not true or false`);
      return;
    case "choice":
      if (!form.of.some((constant) => constant === value)) {
        problems.add(path, `${shown(value)} is not ${choices(form.of.map(shown))}`);
      }
      return;
    case "nullable":
      if (value !== null) checkForm(form.of, value, path, depth, problems);
      return;
    case "delayed":
      // Only here can a form nest without end.
      if (depth < deepest) checkForm(form.of(), value, path, depth + 1, problems);
      else problems.add(path, `nested more than ${deepest} deep; write it in smaller parts`);
      return;
    case "either":
      checkEither(form.of, value, path, depth, problems);
      return;
    case "list":
      checkList(form, value, path, depth, problems);
      return;
    case "map":
      checkMap(form.of, value, path, depth, problems);
      return;
    case "record":
      checkRecord(form, value, path, depth, problems);
      return;
    case "union":
      checkUnion(form, value, path, depth, problems);
      return;
  }
}

function checkNumber(form: Form & { readonly kind: "number" }, value: unknown, path: Path, problems: Problems): void {
  const noun = form.whole ? "a whole number" : "a finite number";
  if (typeof value !== "number" || !Number.isFinite(value) || (form.whole && !Number.isSafeInteger(value))) {
    problems.add(path, `${shown(value)} is not ${noun}`);
  } else if (form.least !== null && value < form.least) {
    problems.add(path, `${value} is too small; it must be at least ${form.least}`);
  }
}

/** The forms of an `either` are told apart by JSON's own kinds, so the first that holds is the one. */
function checkEither(forms: readonly Form[], value: unknown, path: Path, depth: number, problems: Problems): void {
  const fitting = forms.find((form) => hasJsonKind(form, value));
  if (fitting !== undefined) checkForm(fitting, value, path, depth, problems);
  else problems.add(path, `${shown(value)} is not ${choices(forms.map(nounOf))}`);
}

function hasJsonKind(form: Form, value: unknown): boolean {
  switch (form.kind) {
    case "text":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "list":
      return Array.isArray(value);
    case "either":
      return form.of.some((inner) => hasJsonKind(inner, value));
    default:
      throw new Error(`an either of the description may not hold a ${form.kind}; only texts, numbers and lists`);
  }
}

function nounOf(form: Form): string {
  return form.kind === "either" ? form.of.map(nounOf).join(" or ") : `a ${form.kind}`;
}

function checkList(
  form: Form & { readonly kind: "list" },
  value: unknown,
  path: Path,
  depth: number,
  problems: Problems,
): void {
  if (!isList(value)) {
    problems.add(path, `${shown(value)} is not a list`);
    return;
  }
  if (value.length < form.least) problems.add(path, `the list is too short; it must have at least ${form.least} item`);
  for (const [index, item] of value.entries()) {
    if (problems.full) return;
    checkForm(form.of, item, within(path, index), depth, problems);
  }
}

function checkMap(of: Form, value: unknown, path: Path, depth: number, problems: Problems): void {
  if (!isObject(value)) {
    problems.add(path, `${shown(value)} is not an object`);
    return;
  }
  for (const key of Object.keys(value)) checkForm(of, value[key], within(path, key), depth, problems);
}

function checkRecord(form: RecordForm, value: unknown, path: Path, depth: number, problems: Problems): void {
  if (!isObject(value)) {
    problems.add(path, `${shown(value)} is not an object`);
    return;
  }
  for (const { key, of } of form.keys) {
    if (Object.hasOwn(value, key)) checkForm(of, value[key], within(path, key), depth, problems);
    else problems.add(within(path, key), "missing; every key must be there, null where there is nothing to say");
  }
  for (const key of Object.keys(value)) {
    if (!form.keys.some((known) => known.key === key)) {
      problems.add(within(path, key), `unknown key; ${keysInWords(form)}`);
    }
  }
}

function keysInWords(form: RecordForm): string {
  return `here stand ${form.keys.map(({ key }) => key).join(", ")}`;
}

function checkUnion(
  form: Form & { readonly kind: "union" },
  value: unknown,
  path: Path,
  depth: number,
  problems: Problems,
): void {
  if (!isObject(value)) {
    problems.add(path, `${shown(value)} is not an object`);
    return;
  }
  const kind = Object.hasOwn(value, "kind") ? value["kind"] : undefined;
  const found = typeof kind === "string" ? form.cases.get(kind) : undefined;
  if (found !== undefined) checkRecord(found, value, path, depth, problems);
  else problems.add(within(path, "kind"), `${shown(kind)} is not ${choices([...form.cases.keys()].map(shown))}`);
}

function choices(words: readonly string[]): string {
  return words.length === 1 ? words.join("") : `one of ${words.join(", ")}`;
}

/** True for a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** True for an object that is no list. */
export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
