/**
 * What a diagnostic is, and the only door through which one is made: a catalogue of codes with a severity and a message
 * each, typed so that a wrong code or parameter does not compile. Codes are kebab-case phrases that name the situation,
 * unique over all catalogues, each with a page `docs/diagnostics/<code>.md`.
 */
import type { Place } from "./place.js";

/** An error keeps a rulebook from being run; a warning is most likely a slip; an info is worth knowing. */
export type DiagnosticSeverity = "error" | "warning" | "info";

/** A stretch of a text file, from `start` up to but not including `end`. Offsets count UTF-16 units from 0. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A replacement of a stretch by a text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One way to mend the text; the title says what it does, in the imperative. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** There where nobody need think about it: the one way that is meant, and what the rules say stays as it is. */
  readonly preferred?: true;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: DiagnosticSeverity;
  /** Lower case, no stop at the end; what was seen, then what to do. */
  readonly message: string;
  /** The narrowest place. */
  readonly at: Place;
  readonly span: Span;
  /** The other side: the first declaration, the overlapping override, a case that shows it. */
  readonly related: readonly { readonly at: Place; readonly text: string }[];
  readonly fixes: readonly Fix[];
}

/** One entry of a catalogue. `P` is what the message needs to know. */
export interface DiagnosticKind<P> {
  readonly severity: DiagnosticSeverity;
  readonly message: (parameters: P) => string;
}

/** A catalogue: each code with its kind. */
export type Catalogue = { readonly [code: string]: DiagnosticKind<never> };

/** Declares a catalogue; the identity, for its typing. */
export function define<const C extends Catalogue>(catalogue: C): C {
  return catalogue;
}

/** The parameters of a code of a catalogue. */
export type ParametersOf<C extends Catalogue, K extends keyof C> = C[K] extends DiagnosticKind<infer P> ? P : never;
