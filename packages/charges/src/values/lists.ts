/** Lists within cells (`language.md` section 6): modifiers and diagnoses, split and each read. */
import { looseDiagnosisShape, modifierShape } from "@edict/rulebook";
import { rowReasons } from "../diagnostics.js";
import { Unreadable, unreadable } from "./unreadable.js";

const notAModifier = unreadable(rowReasons, "modifier-unreadable", {});
const notADiagnosis = unreadable(rowReasons, "diagnosis-unreadable", {});
const ofIcd9 = unreadable(rowReasons, "diagnosis-is-icd-9", {});

const usualSeparators = /[\s,;|]+/;

/** A list as nearly every cell has it: its parts with one space between them, and nothing else. */
const plainList = /^[0-9A-Za-z.]+(?: [0-9A-Za-z.]+)*$/;

/** The byte between the parts of a list that is one in its file, in JSON and in Parquet: a control character, of no text. */
export const listJoint = 0x1f;
const joint = String.fromCharCode(listJoint);

/** The parts of a cell, trimmed, blanks left out; `splitBy` is a layout's separator, null for the usual ones. */
export function splitList(text: string, splitBy: string | null): string[] {
  if (splitBy === null && plainList.test(text)) return text.split(" ");
  if (text.includes(joint)) return text.split(joint).flatMap((part) => splitList(part, splitBy));
  const parts = splitBy === null ? text.split(usualSeparators) : splitBy === "" ? [text] : text.split(splitBy);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** A modifier, upper-cased. */
export function readModifier(text: string): string | Unreadable {
  const modifier = text.toUpperCase();
  return text.length === 2 && modifierShape.test(modifier) ? modifier : notAModifier;
}

/** A diagnosis, upper-cased and without its dot. */
export function readDiagnosis(text: string): string | Unreadable {
  if (text.length > 9) return notADiagnosis;
  const diagnosis = text.toUpperCase();
  if (looseDiagnosisShape.test(diagnosis)) return diagnosis.replace(".", "");
  return /^\d{3}\.?\d{0,2}$/.test(diagnosis) ? ofIcd9 : notADiagnosis;
}

/** The list of a cell with each part read, or the first part's reason. */
export function readList(
  text: string,
  splitBy: string | null,
  readPart: (text: string) => string | Unreadable,
): string[] | Unreadable {
  const list: string[] = [];
  for (const part of splitList(text, splitBy)) {
    const value = readPart(part);
    if (value instanceof Unreadable) return value;
    list.push(value);
  }
  return list;
}
