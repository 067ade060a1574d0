/**
 * What a rulebook's tests hold each rule to: those that expect a finding of it, and those that have a line which it may
 * look at and must leave alone. Read from the text; nothing is run.
 */
import type { TestDeclaration } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import type { ParsedFile, Placed } from "../../names/declared.js";
import { daysOfWhen } from "../../names/timeline.js";

/** A line of a timeline on one day. */
export interface TestDay {
  readonly day: number;
  readonly code: string;
}

/** A test with its days. */
export interface TestFacts {
  readonly test: Placed<TestDeclaration>;
  readonly days: readonly TestDay[];
  /** Rules of which it expects a finding, or names as silent. */
  readonly expects: ReadonlySet<string>;
  readonly silences: ReadonlySet<string>;
  /** `expect nothing` and `expect nothing else` speak of every rule. */
  readonly rest: boolean;
}

/** All tests of a rulebook. */
export function testsIn(book: Book): readonly TestFacts[] {
  const known = factsOfBooks.get(book);
  if (known !== undefined) return known;
  const facts = book.files.flatMap(testsOfFile);
  factsOfBooks.set(book, facts);
  return facts;
}

const factsOfBooks = new WeakMap<Book, readonly TestFacts[]>();

// A file that did not change is the same object from one analysis to the next.
const factsOfFiles = new WeakMap<ParsedFile, readonly TestFacts[]>();

function testsOfFile(file: ParsedFile): readonly TestFacts[] {
  const known = factsOfFiles.get(file);
  if (known !== undefined) return known;
  const { source, node } = file;
  const facts = node.declarations.flatMap((declaration) =>
    declaration.kind === "test" ? [factsOf({ source, node: declaration })] : [],
  );
  factsOfFiles.set(file, facts);
  return facts;
}

/** The tests that name a rule, and those that speak of every rule. */
export function testsAbout(book: Book, rule: string): readonly TestFacts[] {
  return testsIn(book).filter(({ expects, silences, rest }) => expects.has(rule) || silences.has(rule) || rest);
}

function factsOf(test: Placed<TestDeclaration>): TestFacts {
  const { node } = test;
  const expects = new Set<string>();
  const silences = new Set<string>();
  let rest = false;
  for (const expectation of node.expectations) {
    if (expectation.kind === "expect-finding") expects.add(expectation.rule.text);
    else if (expectation.kind === "expect-no") silences.add(expectation.rule.text);
    else rest = true;
  }
  const days = node.lines.flatMap(({ when, code }) =>
    (daysOfWhen(when, node.starting) ?? []).map((day) => ({ day, code: code.text })),
  );
  return { test, days, expects, silences, rest };
}
