/**
 * The only way out: a rulebook as canonical JSON. Keys stand in the order in which the types declare them, lists as
 * given; a list or an object that holds nothing but plain values stands on one line, so a table's row is one line.
 * The same rulebook is always the same bytes.
 */
import type { Form, RecordForm } from "./description/description.js";
import { rulebook as description } from "./description/rulebook.js";
import type { Rulebook } from "./rulebook.js";
import { compareBytes } from "./shapes.js";

/** The rulebook as JSON, with a line break at the end. */
export function printRulebook(rulebook: Rulebook): string {
  return print(description.form, rulebook, "") + "\n";
}

function print(form: Form, value: unknown, indent: string): string {
  switch (form.kind) {
    case "text":
    case "number":
    case "flag":
    case "choice":
      return printPlain(value);
    case "nullable":
      return value === null ? "null" : print(form.of, value, indent);
    case "delayed":
      return print(form.of(), value, indent);
    case "either":
      // Its forms are plain values and lists of them, and both print by what they are.
      return Array.isArray(value) ? printList(form, value, indent) : printPlain(value);
    case "list":
      return printList(form.of, asList(value), indent);
    case "map":
      return printMap(form.of, value, indent);
    case "record":
      return printRecord(form, value, indent);
    case "union": {
      const kind = keyOf(value, "kind");
      const found = typeof kind === "string" ? form.cases.get(kind) : undefined;
      if (found === undefined) throw new Error(`${form.name} has no such kind; its type names every kind`);
      return printRecord(found, value, indent);
    }
  }
}

function printRecord(form: RecordForm, value: unknown, indent: string): string {
  const inner = indent + "  ";
  const parts = form.keys.map(({ key, of }) => {
    const own = keyOf(value, key);
    return { plain: isPlain(own), text: `${JSON.stringify(key)}: ${print(of, own, inner)}` };
  });
  return join("{", parts, "}", indent);
}

function printList(of: Form, values: readonly unknown[], indent: string): string {
  const inner = indent + "  ";
  const parts = values.map((item) => ({ plain: isPlain(item), text: print(of, item, inner) }));
  return join("[", parts, "]", indent);
}

/** Names in the order of their bytes: a map has no order of its own. */
function printMap(of: Form, value: unknown, indent: string): string {
  const inner = indent + "  ";
  const names = Object.keys(asObject(value)).sort(compareBytes);
  const parts = names.map((name) => {
    const own = keyOf(value, name);
    return { plain: isPlain(own), text: `${JSON.stringify(name)}: ${print(of, own, inner)}` };
  });
  return join("{", parts, "}", indent);
}

function join(
  open: "{" | "[",
  parts: readonly { readonly plain: boolean; readonly text: string }[],
  close: "}" | "]",
  indent: string,
): string {
  if (parts.every((part) => part.plain)) {
    const space = open === "{" && parts.length > 0 ? " " : "";
    return open + space + parts.map((part) => part.text).join(", ") + space + close;
  }
  const inner = indent + "  ";
  return `${open}\n${inner}${parts.map((part) => part.text).join(`,\n${inner}`)}\n${indent}${close}`;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

function printPlain(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Error(`a rulebook may not hold ${value}; every number in it comes from text that has a finite value`);
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return JSON.stringify(value);
  }
  throw new Error(`a rulebook may not hold ${typeof value} here; its types allow only JSON`);
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error("a rulebook needs a list here; its types say so");
  return value;
}

function asObject(value: unknown): object {
  if (typeof value !== "object" || value === null) {
    throw new Error("a rulebook needs an object here; its types say so");
  }
  return value;
}

function keyOf(value: unknown, key: string): unknown {
  const object = asObject(value);
  return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}
