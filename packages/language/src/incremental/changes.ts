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
  for (const [name, placed] of now.declared) {
    const earlier = before.declared.get(name);
    if (earlier?.node.kind !== placed.node.kind) vocabulary = true;
    if (
      earlier === undefined ||
      !isSameDeclaration(earlier, placed) ||
      comesToAnother(before, now, name, placed.node.kind)
    ) {
      names.add(name);
    }
  }
  for (const name of before.declared.keys()) {
    if (now.declared.has(name)) continue;
    vocabulary = true;
    names.add(name);
  }
  return { files, names, vocabulary };
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
