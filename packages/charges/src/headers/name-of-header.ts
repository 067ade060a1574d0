/** What a header means by its usual name: a field, and in a list field its place. */
import { headerKey } from "./header-key.js";
import type { UsualNames } from "./usual-names.js";
import { listPlaces, notBeside, usualNames } from "./usual-names.js";

/** A field that a header names. `place` counts from 1 in a list field; it is 1 in every other. */
export interface NamedField {
  readonly field: UsualNames["field"];
  readonly place: number;
}

const plain = new Map<string, NamedField>();
/** Names that end in a number, without it. */
const numbered = new Map<string, UsualNames["field"]>();

for (const { field, names } of usualNames) {
  for (const name of names) {
    const key = headerKey(name);
    if (name.includes("#")) numbered.set(key, field);
    else plain.set(key, { field, place: 1 });
  }
}
for (const { field, names, place } of listPlaces) {
  for (const name of names) plain.set(headerKey(name), { field, place });
}

/** The field that a header names among the others of its file, if any. */
export function nameOfHeader(header: string, keysOfFile: ReadonlySet<string>): NamedField | null {
  const key = headerKey(header);
  const elsewhere = notBeside.find((exception) => headerKey(exception.name) === key);
  if (elsewhere?.beside.every((name) => keysOfFile.has(headerKey(name))) === true) return null;
  const known = plain.get(key);
  if (known !== undefined) return known;
  const number = /^(.*\D)0*([1-9]\d?)$/.exec(key);
  const field = numbered.get(number?.[1] ?? "");
  return field === undefined ? null : { field, place: Number(number?.[2]) };
}
