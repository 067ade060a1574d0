/**
 * A small language that describes plain JSON: what a value of a type looks like, which key comes first, and which names
 * it refers to. The validator, the JSON Schema and the printer all work from one description, so they cannot drift
 * apart. `Description<T>` is checked against `T`: a key that is missing, extra or of another type does not compile.
 */
import type { ReferenceKind, TextFormat } from "./text-formats.js";

/** What a value looks like, as data. */
export type Form =
  | { readonly kind: "text"; readonly format: TextFormat; readonly refers: ReferenceKind | null }
  | { readonly kind: "number"; readonly whole: boolean; readonly least: number | null }
  | { readonly kind: "flag" }
  /** One of a few constants. */
  | { readonly kind: "choice"; readonly of: readonly (string | number)[] }
  | { readonly kind: "list"; readonly of: Form; readonly least: number }
  | { readonly kind: "nullable"; readonly of: Form }
  | RecordForm
  /** Records told apart by their `kind`. */
  | { readonly kind: "union"; readonly name: string; readonly cases: ReadonlyMap<string, RecordForm> }
  /** An object with any names as keys. */
  | { readonly kind: "map"; readonly refers: ReferenceKind; readonly of: Form }
  /** One of a few forms that JSON itself tells apart. */
  | { readonly kind: "either"; readonly of: readonly Form[] }
  /** A form that contains itself. */
  | { readonly kind: "delayed"; readonly of: () => Form };

/** An object with exactly these keys, in this order. */
export interface RecordForm {
  readonly kind: "record";
  readonly name: string;
  readonly keys: readonly { readonly key: string; readonly of: Form }[];
  /** Where columns within are columns of a table: the keys that lead from this record to the table's name. */
  readonly rowsOf: readonly string[] | null;
}

/** A form, whatever its type. */
interface Described {
  readonly form: Form;
}

/** The form of a `T`. `promise` is never there; it ties the form to its type, exactly. */
export interface Description<T> extends Described {
  readonly promise?: (value: T) => T;
}

/** A description for each key of `T`. */
export type KeysOf<T> = { readonly [K in keyof T]-?: Description<T[K]> };

/** Those members of a union whose `kind` can be `K`. */
type CaseOf<T extends { readonly kind: string }, K> = T extends unknown ? (K extends T["kind"] ? T : never) : never;

/** Text of a format. */
export function text(format: TextFormat): Description<string> {
  return { form: { kind: "text", format, refers: null } };
}

/** A name that must be declared elsewhere in the rulebook. */
export function reference(refers: ReferenceKind): Description<string> {
  return { form: { kind: "text", format: "text", refers } };
}

/** A finite number. */
export const number: Description<number> = { form: { kind: "number", whole: false, least: null } };

/** A finite number of at least `least`. */
export function numberFrom(least: number): Description<number> {
  return { form: { kind: "number", whole: false, least } };
}

/** A whole number of at least `least`. */
export function wholeFrom(least: number): Description<number> {
  return { form: { kind: "number", whole: true, least } };
}

/** True or false. */
export const flag: Description<boolean> = { form: { kind: "flag" } };

/** One of a few constants. */
export function choice<const C extends readonly (string | number)[]>(...of: C): Description<C[number]> {
  return { form: { kind: "choice", of } };
}

/** A list, of at least `least` items. */
export function list<T>(of: Description<T>, least = 0): Description<readonly T[]> {
  return { form: { kind: "list", of: of.form, least } };
}

/** The same, or null. */
export function nullable<T>(of: Description<T>): Description<T | null> {
  return { form: { kind: "nullable", of: of.form } };
}

/** An object with exactly the keys of `T`, in the order given. */
export function record<T>(name: string, keys: KeysOf<T>, rowsOf: readonly string[] | null = null): Description<T> {
  return { form: recordForm(name, keys, rowsOf) };
}

/** A union told apart by `kind`, with the other keys of each case. */
export function union<T extends { readonly kind: string }>(
  name: string,
  cases: { readonly [K in T["kind"]]: KeysOf<Omit<CaseOf<T, K>, "kind">> },
  rowsOf: { readonly [K in T["kind"]]?: readonly string[] } = {},
): Description<T> {
  const rows = new Map<string, unknown>(Object.entries(rowsOf));
  const forms = new Map<string, RecordForm>();
  for (const [kind, keys] of Object.entries<object>(cases)) {
    const path = rows.get(kind);
    const form = recordForm(`${name} of kind ${kind}`, keys, isTextList(path) ? path : null);
    forms.set(kind, { ...form, keys: [{ key: "kind", of: choice(kind).form }, ...form.keys] });
  }
  return { form: { kind: "union", name, cases: forms } };
}

/** An object whose keys are names of a kind. */
export function map<T>(refers: ReferenceKind, of: Description<T>): Description<{ readonly [name: string]: T }> {
  return { form: { kind: "map", refers, of: of.form } };
}

/** One of two forms that JSON itself tells apart. */
export function either<A, B>(first: Description<A>, second: Description<B>): Description<A | B> {
  return { form: { kind: "either", of: [first.form, second.form] } };
}

/** A description that is only looked at when needed, so that it may contain itself. */
export function delayed<T>(of: () => Description<T>): Description<T> {
  return { form: { kind: "delayed", of: () => of().form } };
}

function recordForm(name: string, keys: object, rowsOf: readonly string[] | null): RecordForm {
  const entries = Object.entries<Described>({ ...keys });
  return { kind: "record", name, keys: entries.map(([key, of]) => ({ key, of: of.form })), rowsOf };
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
