/**
 * What the server and the extension for VS Code say to each other beyond the protocol: the shape of each question of
 * ours and of its answer. Types alone, so that the extension can know them without bringing the server along.
 */
import type { Location, Range, TextDocumentIdentifier } from "vscode-languageserver/node";

/** `edict/tests`: the tests of one file, or of all rulebooks where none is named. */
export interface TestsQuestion {
  readonly uri: string | null;
}

/** A file of rules and the tests that stand in it. */
export interface TestFile {
  readonly uri: string;
  /** Its path as the rulebook has it. */
  readonly path: string;
  /** The folder of its rulebook, as an address. */
  readonly rulebook: string;
  readonly tests: readonly FoundTest[];
}

/** A test of a file. Its id is its title, with a number where the file has the title before. */
export interface FoundTest {
  readonly id: string;
  readonly title: string;
  readonly range: Range;
}

/** `edict/runTests`: tests to be run, by file. */
export interface RunTestsQuestion {
  readonly files: readonly { readonly uri: string; readonly ids: readonly string[] }[];
}

/** What one test came to. */
export interface TestResult {
  readonly uri: string;
  readonly id: string;
  /** `not run` where the rulebook has mistakes, or a table of it cannot be read, or the test is gone. */
  readonly state: "passed" | "failed" | "not run";
  /** What is wrong, each at its expectation. */
  readonly messages: readonly TestComplaint[];
  /** The timeline with what was expected and what was found beside each line; null where nothing is wrong. */
  readonly timeline: string | null;
}

/** One thing that a test says against its rules. */
export interface TestComplaint {
  readonly text: string;
  readonly at: Location | null;
}

/** A place that a panel follows or is asked about. */
export interface PlaceQuestion {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Range["start"];
}

/** `edict/chargeFile`: the charge file of the workspace, by its address; null forgets it. Answered with why it is not read, or null. */
export interface ChargeFileQuestion {
  readonly uri: string | null;
}

/** `edict/findings`: what a rule would find in the charge file; the rule by its id, or the one at a place. */
export interface FindingsQuestion {
  readonly textDocument: TextDocumentIdentifier;
  readonly rule: string | null;
  readonly position: Range["start"] | null;
}

/** A page with the findings, or with why there is none. */
export type FindingsAnswer =
  { readonly kind: "no file" } | { readonly kind: "page"; readonly rule: string | null; readonly html: string };

/** What the server tells without being asked: a charge file was tried again. */
export const findingsChanged = "edict/findingsChanged";

/** What it tells too: the tests of a rulebook were run while nothing else was to be done. */
export const testsRan = "edict/testsRan";

/** A page about what stands at a place; null where nothing is to be said of it. */
export interface PageAnswer {
  /** The rule that it is about; null where it is about more than one. */
  readonly rule: string | null;
  readonly title: string;
  readonly html: string;
}

/** `edict/graph`: the graph around a place, or the whole. */
export interface GraphQuestion extends PlaceQuestion {
  readonly isWhole: boolean;
}
