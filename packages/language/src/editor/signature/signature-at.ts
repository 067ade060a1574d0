/**
 * While a statement is written: its forms, the part of it in which the caret stands, and a sentence for each part. The
 * grammar says which part that is.
 */
import type { Analysis } from "../../analyse.js";
import { caretAt } from "../../syntax/expected/caret.js";
import { phrasesAt } from "../../syntax/expected/phrases-at.js";
import type { Form } from "./forms.js";
import { forms } from "./forms.js";
import { startBefore } from "../declaration-at.js";

/** A form as it is shown. */
export interface Signature {
  readonly label: string;
  readonly says: string;
  /** Its parts by their places in the label. */
  readonly parts: readonly { readonly start: number; readonly end: number; readonly says: string }[];
  /** The number of the part at the caret; null where it is none. */
  readonly active: number | null;
}

export interface Signatures {
  readonly forms: readonly Signature[];
  /** The form that fits what is written. */
  readonly active: number;
}

/** The forms of the statement at an offset; null where there is none. */
export function signatureAt(analysis: Analysis, path: string, offset: number): Signatures | null {
  const file = analysis.files.get(path);
  if (file === undefined) return null;
  const { source } = file;
  const caret = caretAt(source, startBefore(file, offset), offset);
  if (caret.within !== "words") return null;
  const places = phrasesAt(source, caret).flatMap(placeOf);
  const [first] = places;
  if (first === undefined) return null;
  const all = forms[first.statement] ?? [];
  // Nearest is what would take the next word; where no part of a form is that, what took the last.
  for (const { statement, key } of places) {
    if (statement !== first.statement) continue;
    const number = all.findIndex((form) => partAt(form, key) !== null);
    if (number < 0) continue;
    return { forms: all.map((form) => shown(form, partAt(form, key))), active: number };
  }
  return { forms: all.map((form) => shown(form, null)), active: 0 };
}

interface Place {
  /** The grammar's name for the statement. */
  readonly statement: string;
  /** The phrases within it. */
  readonly key: string;
}

function placeOf(path: readonly string[]): readonly Place[] {
  const at = path.findIndex((step, index) => path[index - 1]?.startsWith("clause ") === true && nameOf(step) in forms);
  const statement = path[at];
  return at < 0 || statement === undefined ? [] : [{ statement: nameOf(statement), key: path.slice(at + 1).join(">") }];
}

function nameOf(step: string): string {
  return step.slice(0, step.indexOf(" "));
}

function partAt({ parts }: Form, key: string): string | null {
  const found = Object.entries(parts).find(([, { at }]) => at.some((one) => key === one || key.startsWith(`${one}>`)));
  return found?.[0] ?? null;
}

function shown({ form, says, parts }: Form, active: string | null): Signature {
  const places: { start: number; end: number; says: string }[] = [];
  const names: string[] = [];
  let label = "";
  for (const piece of form.split(/(<\w+>)/)) {
    const name = /^<(\w+)>$/.exec(piece)?.[1];
    if (name !== undefined) {
      places.push({ start: label.length, end: label.length + name.length, says: parts[name]?.says ?? "" });
      names.push(name);
    }
    label += name ?? piece;
  }
  const number = active === null ? -1 : names.indexOf(active);
  return { label, says, parts: places, active: number < 0 ? null : number };
}
