/** What is different between a rulebook and an earlier one: files, and names that mean something else now. */
import type { Book } from "../names/book.js";
import type { NamedKind } from "../names/declared.js";
import { isSameDeclaration } from "../names/same-declaration.js";

export interface Changes {
  /** Paths of files that came, went or have another text. */
  readonly files: ReadonlySet<string>;
  /** Names whose declaration came, went, or says or comes to something else. */
  readonly names: ReadonlySet<string>;
  /** Some name came, went, or is of another kind: what is near to a slip may be another name. */
  readonly vocabulary: boolean;
}

/** The changes from one book to another. */
export function changesBetween(before: Book, now: Book): Changes {
  const files = new Set<string>();
  const known = new Map(before.files.map((file) => [file.source.path, file]));
  for (const file of now.files) {
    if (known.get(file.source.path) !== file) files.add(file.source.path);
    known.delete(file.source.path);
  }
  for (const gone of known.keys()) files.add(gone);
  if (files.size === 0) return { files, names: new Set(), vocabulary: false };

  const names = new Set<string>();
  let vocabulary = false;
  for (const name of namesThatMay(before, now, files)) {
    const [earlier, placed] = [before.declared.get(name), now.declared.get(name)];
    if (earlier?.node.kind !== placed?.node.kind) vocabulary = true;
    if (earlier === undefined || placed === undefined) {
      if (earlier !== placed) names.add(name);
    } else if (!isSameDeclaration(earlier, placed) || comesToAnother(before, now, name, placed.node.kind)) {
      names.add(name);
    }
  }
  return { files, names, vocabulary };
}

/** The names that may have changed: those of changed files, and those that contain others. */
function namesThatMay(before: Book, now: Book, changed: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { files, sets, payers } of [before, now]) {
    for (const { source, node } of files) {
      if (!changed.has(source.path)) continue;
      for (const declaration of node.declarations) if ("name" in declaration) names.add(declaration.name.text);
    }
    for (const all of [sets.codes, sets.diagnoses, sets.modifiers, payers])
      for (const name of all.keys()) names.add(name);
  }
  return names;
}

/** Sets and groups of payers depend on what they contain. */
function comesToAnother(before: Book, now: Book, name: string, kind: NamedKind): boolean {
  switch (kind) {
    case "codes":
    case "diagnoses":
    case "modifiers":
      return before.sets[kind].get(name) !== now.sets[kind].get(name);
    case "payers":
      return before.payers.get(name)?.join("\n") !== now.payers.get(name)?.join("\n");
    default:
      return false;
  }
}
