/** The tests of a file, each with an id that stays the same while others come and go. */
import type { Analysis } from "@edict/language";

/** A test by where it stands; `start` is that of its keyword. */
export interface IdentifiedTest {
  readonly id: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** The tests of a file that have a title, in the order of the text. */
export function testsIn({ files }: Analysis, path: string): readonly IdentifiedTest[] {
  const known = new Map<string, number>();
  const declarations = files.get(path)?.node.declarations ?? [];
  return declarations.flatMap((declaration): readonly IdentifiedTest[] => {
    if (declaration.kind !== "test" || declaration.title.start === declaration.title.end) return [];
    const { start, end } = declaration;
    const title = declaration.title.text;
    const before = known.get(title) ?? 0;
    known.set(title, before + 1);
    return [{ id: before === 0 ? title : `${title} (${before + 1})`, title, start, end }];
  });
}
