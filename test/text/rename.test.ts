/**
 * A rename changes no meaning: the rulebook compiles to the same but for the name, in whatever way the name is used, and
 * renaming back gives the text that was. A name that cannot be is refused, and never makes a rulebook mean something else.
 */
import type { Analysis, Renaming } from "@edict/language";
import { analyse, lower, nameAt, renameAt } from "@edict/language";
import type { Edit } from "@edict/rulebook";
import { compareBytes, fieldTypes, printRulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import { readCases } from "../conformance/read-cases.js";
import { memoryHost } from "../hosts/memory-host.js";
import { holdsForCases } from "../properties/runs.js";
import { paths, read } from "../tidy/tree.js";
import { said } from "./said.js";
import { sayable } from "./sayable.js";

type Files = ReadonlyMap<string, string>;

function analysed(files: Files): Analysis {
  const roots = [...files.keys()].filter((path) => path.endsWith(".edict"));
  return analyse(roots, memoryHost(files));
}

/** The compiled rulebook without places; both names are told as one, and lists that are sorted by name are in one order. */
function meaning(analysis: Analysis, names: readonly string[]): string | null {
  const rulebook = lower(analysis);
  if (rulebook === null) return null;
  const pattern = new RegExp(`(?<![\\w-])(?:${names.join("|")})(?![\\w-])`, "gi");
  const asOne = (text: string): string => text.replaceAll(pattern, "•");
  const plain = (value: unknown): unknown => {
    if (typeof value === "string") return asOne(value);
    if (Array.isArray(value)) return sorted(value.map(plain));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).flatMap(([key, of]): [string, unknown][] => {
      if (key === "at") return [];
      // The header that a file's column has is its name where none is written; a payer's name is its alias.
      if (key === "header" && "name" in value) return [[key, plain(of ?? value.name)]];
      if (key === "aliases" && Array.isArray(of)) {
        return [[key, plain(of.filter((text) => !names.includes(String(text))))]];
      }
      return [[asOne(key), plain(of)]];
    });
    return Object.fromEntries(entries.sort(([left], [right]) => compareBytes(left, right)));
  };
  return JSON.stringify(plain(JSON.parse(printRulebook(rulebook))));
}

/** Names, and things that have one, in one order. */
function sorted(values: readonly unknown[]): readonly unknown[] {
  const keys = values.map((value) => {
    if (typeof value === "string") return value;
    if (typeof value !== "object" || value === null) return null;
    return "name" in value || "id" in value || "anyOf" in value ? JSON.stringify(value) : null;
  });
  if (keys.includes(null)) return values;
  return values
    .map((value, index) => ({ value, key: keys[index] ?? "" }))
    .sort((left, right) => compareBytes(left.key, right.key))
    .map(({ value }) => value);
}

function edited(files: Files, edits: readonly Edit[]): Files {
  const texts = new Map(files);
  for (const { span, text } of edits.toReversed()) {
    const whole = texts.get(span.file) ?? "";
    texts.set(span.file, whole.slice(0, span.start) + text + whole.slice(span.end));
  }
  return texts;
}

interface Declared {
  readonly path: string;
  readonly offset: number;
  readonly name: string;
  readonly kind: string;
}

/** Everything that is declared, columns too. */
function declaredIn({ book, files }: Analysis): readonly Declared[] {
  const found: Declared[] = [...book.declared].map(([name, { source, node }]) => {
    return { path: source.path, offset: node.name.start, name, kind: node.kind };
  });
  for (const { columns, declaration } of book.tables.values()) {
    for (const { at, name } of columns) {
      const path = declaration.source.path;
      const quoted = files.get(path)?.source.text.startsWith('"', at.start) === true;
      found.push({ path, offset: at.start + (quoted ? 1 : 0), name, kind: "column" });
    }
  }
  return found;
}

const fresh = "Quite-Fresh";

/** Renames one thing to a name that is nowhere else, and back. */
function expectSameUnderFresh(files: Files, before: Analysis, { path, offset, name, kind }: Declared): void {
  const there = renaming(before, path, offset, fresh);
  const changed = edited(files, there.edits);
  const after = analysed(changed);
  expect(meaning(after, [name, fresh])).toBe(meaning(before, [name, fresh]));
  const declared = declaredIn(after).find((one) => one.name === fresh);
  if (declared === undefined) throw new Error(`${fresh} is declared nowhere after the rename`);
  expect(nameAt(after, declared.path, declared.offset)?.role).toBe("declaration");
  // A text in another case, and an alias that was added, are told as they are now.
  const isWhole = there.edits.every(({ span }) => (files.get(span.file) ?? "").slice(span.start, span.end) === name);
  if (!isWhole && kind !== "column") return;
  const back = edited(changed, renaming(after, declared.path, declared.offset, name).edits);
  if (kind !== "payer") expect([...back]).toEqual([...files]);
  expect(meaning(analysed(back), [name, fresh])).toBe(meaning(before, [name, fresh]));
}

function renaming(analysis: Analysis, path: string, offset: number, to: string): Renaming {
  const result = renameAt(analysis, path, offset, to);
  if (result.kind === "refused") throw new Error(result.reason);
  return result;
}

/** Renames one thing to a name that is likely to be in the way; true where that was not refused. */
function holdsUnder(files: Files, before: Analysis, { path, offset, name }: Declared, to: string): boolean {
  const result = renameAt(before, path, offset, to);
  if (result.kind === "refused") {
    expect(result.reason).toMatch(/; | keeps its /);
    return false;
  }
  const after = analysed(edited(files, result.edits));
  const names = name.length > to.length ? [name, to] : [to, name];
  expect(meaning(after, names), `${name} to ${to}`).toBe(meaning(before, names));
  return true;
}

/** Words that mean something somewhere. */
const awkward: readonly string[] = [
  ...Object.keys(fieldTypes).filter((field) => !field.includes(" ")),
  ..."other modifier diagnosis professional text number rule table field codes day each first row from for".split(" "),
  ..."x2 XU C61 77301 G6015 Aet mcr medicare Government HOSPITAL elsewhere prostate column1 indicator".split(" "),
];

const books: readonly (readonly [string, Files])[] = [
  ...readCases().map(({ name, rules }) => [name, new Map([["a.edict", rules]])] as const),
  ...["rules", "examples"].map((folder) => {
    const files = paths.filter((path) => path.startsWith(`${folder}/`) && /\.(?:edict|csv)$/.test(path));
    return [folder, new Map(files.map((path) => [path, read(path)]))] as const;
  }),
];

test.each(books)("%s means the same when a name of it is another", (_, files) => {
  const before = analysed(files);
  if (lower(before) === null) return;
  const all = declaredIn(before);
  // All names of a case; of the great rulebooks one of each kind and some more.
  const kinds = new Set<string>();
  const some = all.filter(
    ({ kind }, index) => all.length < 20 || index % 40 === 0 || kinds.size < kinds.add(kind).size,
  );
  for (const declared of some) expectSameUnderFresh(files, before, declared);
});

test("a random rule means the same when a name of it is another, or the rename is refused", () => {
  const counts = { renamed: 0, awkward: 0, refused: 0 };
  holdsForCases((random) => {
    const drawn = { ...random, rulebook: sayable(random.rulebook) };
    for (const one of drawn.rulebook.rules) {
      const own = said(drawn, one);
      if (own === null) continue;
      const files = new Map([["a.edict", own.text]]);
      const before = analysed(files);
      if (lower(before) === null) continue;
      const all = declaredIn(before);
      const declared = all[own.text.length % all.length];
      const other = all[(own.text.length * 7 + 3) % all.length];
      const to = awkward[(own.text.length * 5 + 1) % awkward.length];
      if (declared === undefined || other === undefined || to === undefined) continue;
      expectSameUnderFresh(files, before, declared);
      counts.renamed += 1;
      if (holdsUnder(files, before, other, to)) counts.awkward += 1;
      else counts.refused += 1;
    }
  }, 0.5);
  expect(Math.min(counts.renamed, counts.awkward, counts.refused)).toBeGreaterThan(10);
});
