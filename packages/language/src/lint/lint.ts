/**
 * What a lint is. A lint looks for what has a meaning and is most likely a slip, or a source of one; what has no meaning
 * is an error of `checks`. Each says how much it looks at, so that an editor can ask again only for what changed: one
 * version of a rule, one rule with its overrides and waivers, one declaration, or the whole rulebook.
 *
 * A lint is a file with one call of the functions below, a line in its family's list, and a page.
 */
import type { Catalogue, Diagnostic, DiagnosticKind } from "@edict/rulebook";
import type { Declaration } from "../ast/nodes.js";
import type { Company } from "../diagnostics/report.js";
import { report } from "../diagnostics/report.js";
import type { Book, RuleParts } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import type { RuleVersion } from "../names/versions.js";
import type { Stretch } from "../source/source.js";

/** A lint's entry in the catalogue. None is an error of its own accord: a project may make it one in `edict.json`. */
export interface LintKind<P> extends DiagnosticKind<P> {
  readonly code: string;
  readonly severity: "warning" | "info";
}

/** Says that something was found. */
export type Found<P> = (at: Stretch, parameters: P, company?: Company) => void;

type Look<S> = (book: Book, subject: S) => readonly Diagnostic[];

/** A lint by what it looks at. */
export type Lint = LintKind<never> &
  (
    | { readonly looksAt: "version"; readonly look: Look<RuleVersion> }
    | { readonly looksAt: "rule"; readonly look: Look<RuleParts> }
    | { readonly looksAt: "declaration"; readonly look: Look<Placed<Declaration>> }
    | { readonly looksAt: "book"; readonly look: Look<null> }
  );

/** A lint that looks at each version of a rule: as written, and as each override has it. */
export function versionLint<P>(
  kind: LintKind<P>,
  look: (book: Book, version: RuleVersion, found: Found<P>) => void,
): Lint {
  return { ...kind, looksAt: "version", look: looking(kind, look) };
}

/** A lint that looks at each rule together with its overrides and waivers. */
export function ruleLint<P>(kind: LintKind<P>, look: (book: Book, parts: RuleParts, found: Found<P>) => void): Lint {
  return { ...kind, looksAt: "rule", look: looking(kind, look) };
}

/** A lint that looks at each declaration of some kinds. */
export function declarationLint<P, K extends Declaration["kind"]>(
  kind: LintKind<P>,
  kinds: readonly K[],
  look: (book: Book, declaration: Placed<Extract<Declaration, { readonly kind: K }>>, found: Found<P>) => void,
): Lint {
  const lookAtAll = (book: Book, { source, node }: Placed<Declaration>, found: Found<P>): void => {
    if (isOneOf(node, kinds)) look(book, { source, node }, found);
  };
  return { ...kind, looksAt: "declaration", look: looking(kind, lookAtAll) };
}

/** A lint that must see the whole rulebook. It is asked only where the rulebook has no error. */
export function bookLint<P>(kind: LintKind<P>, look: (book: Book, found: Found<P>) => void): Lint {
  return { ...kind, looksAt: "book", look: looking(kind, (book: Book, _: null, found: Found<P>) => look(book, found)) };
}

/** The catalogue of a list of lints. */
export function catalogueOf(lints: readonly Lint[]): Catalogue {
  return Object.fromEntries(lints.map(({ code, severity, message }) => [code, { severity, message }]));
}

function looking<P, S>(kind: LintKind<P>, look: (book: Book, subject: S, found: Found<P>) => void): Look<S> {
  const catalogue = { [kind.code]: kind };
  return (book, subject) => {
    const diagnostics: Diagnostic[] = [];
    look(book, subject, (at, parameters, company) => {
      diagnostics.push(report(catalogue, kind.code, at, parameters, company));
    });
    return diagnostics;
  };
}

function isOneOf<K extends Declaration["kind"]>(
  node: Declaration,
  kinds: readonly K[],
): node is Extract<Declaration, { readonly kind: K }> {
  return kinds.some((kind) => kind === node.kind);
}
