/**
 * Do the names in a rulebook resolve? Walks a value that already has the form of its description, with the table at
 * hand in mind: a column is looked up in the table of the rule, or of the `a row of TABLE where …` around it.
 */
import type { Form, RecordForm } from "../description/description.js";
import type { ReferenceKind } from "../description/text-formats.js";
import { isList, isObject } from "./check-form.js";
import { lawOf } from "./laws.js";
import type { Columns, Names } from "./names.js";
import type { Path } from "./path.js";
import { shown, within } from "./path.js";
import type { Problems } from "./problems.js";

/** Adds a problem for each name that nothing declares, and each law that a record breaks. */
export function checkNames(form: Form, value: unknown, names: Names, problems: Problems): void {
  walk(form, value, null, null);

  function walk(at: Form, found: unknown, path: Path, columns: Columns | null): void {
    if (problems.full || found === null) return;
    switch (at.kind) {
      case "text":
        if (at.refers !== null && typeof found === "string") refer(at.refers, found, path, columns);
        return;
      case "number":
      case "flag":
      case "choice":
      case "either":
        return;
      case "nullable":
        walk(at.of, found, path, columns);
        return;
      case "delayed":
        walk(at.of(), found, path, columns);
        return;
      case "list":
        if (isList(found) && holdsNames(at.of)) {
          for (const [index, item] of found.entries()) walk(at.of, item, within(path, index), columns);
        }
        return;
      case "map":
        if (isObject(found)) for (const key of Object.keys(found)) refer(at.refers, key, within(path, key), columns);
        return;
      case "record":
        record(at, found, path, columns);
        return;
      case "union": {
        const kind = isObject(found) ? found["kind"] : undefined;
        const one = typeof kind === "string" ? at.cases.get(kind) : undefined;
        if (one !== undefined) record(one, found, path, columns);
        return;
      }
    }
  }

  function record(at: RecordForm, found: unknown, path: Path, columns: Columns | null): void {
    if (!isObject(found)) return;
    const own = at.rowsOf === null ? columns : columnsAt(found, at.rowsOf);
    for (const { key, of } of at.keys) walk(of, found[key], within(path, key), own);
    for (const [key, text] of lawOf(at.name)(found, { names, columns: own })) {
      problems.add(key === null ? path : within(path, key), text);
    }
  }

  function columnsAt(found: unknown, keys: readonly string[]): Columns | null {
    let at: unknown = found;
    for (const key of keys) at = isObject(at) ? at[key] : null;
    return typeof at === "string" ? (names.columnsOf.get(at) ?? null) : null;
  }

  function refer(kind: ReferenceKind, name: string, path: Path, columns: Columns | null): void {
    if (kind !== "column") {
      if (!names.declared[kind].has(name)) problems.add(path, `there is no ${kind} ${shown(name)} in this rulebook`);
    } else if (columns === null) {
      problems.add(path, `column ${shown(name)} stands where there is no table`);
    } else if (!columns.has(name)) {
      problems.add(path, `the table has no column ${shown(name)}; it has ${[...columns.keys()].join(", ")}`);
    }
  }
}

/** A list of plain values, as a table's rows are, need not be walked: it may be millions long. */
function holdsNames(form: Form): boolean {
  switch (form.kind) {
    case "text":
      return form.refers !== null;
    case "nullable":
    case "list":
      return holdsNames(form.of);
    case "number":
    case "flag":
    case "choice":
    case "either":
      return false;
    default:
      return true;
  }
}
