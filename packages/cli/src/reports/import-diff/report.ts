/** What a format of `edict import --diff` is: it hears change after change, then what there was altogether. */
import type { ChangeKind, ImportDiff, KeyCounts, TableChange } from "@edict/charges";
import type { NamingRule } from "@edict/language";
import type { Rule } from "@edict/rulebook";
import type { Output } from "../../io.js";

export interface DiffReport {
  /** The next change, and the ids of the rules that name one of its codes; null where no rules were given. */
  change(change: TableChange, rules: readonly string[] | null): void;
  end(account: DiffAccount): void;
}

export interface DiffAccount {
  readonly keys: KeyCounts;
  readonly changes: ReadonlyMap<ChangeKind, number>;
  /** Null where no rules were given. */
  readonly rules: readonly TouchedRule[] | null;
}

/** A rule that changes have to do with. */
export interface TouchedRule {
  readonly rule: Rule;
  /** Changes with a code that the rule names. */
  readonly changes: number;
  /** Of these, changes between two codes that the rule names both. */
  readonly between: number;
  /** In the order of the codes. */
  readonly codes: readonly TouchedCode[];
  /** Tables of the rulebook that it reads and that are one of the two. */
  readonly tables: readonly string[];
}

export interface TouchedCode {
  readonly code: string;
  readonly roles: NamingRule["roles"];
}

export interface DiffReportRequest {
  readonly out: Output;
  readonly diff: ImportDiff;
  /** `--limit`; null where it is not given. */
  readonly limit: number | null;
}

export type MakeDiffReport = (request: DiffReportRequest) => DiffReport;

/** In the order in which they are told. */
export const changeKinds: readonly ChangeKind[] = ["added", "ended", "changed", "dates"];
