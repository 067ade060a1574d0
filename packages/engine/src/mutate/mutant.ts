/** A rulebook with one slip in it, and where in the rules' text it would have been made. */
import type { Place, Rule, Rulebook } from "@edict/rulebook";
import type { Change } from "./edit.js";

/** The declaration that a slip is in. */
export interface MutatedDeclaration {
  readonly kind: "rule" | "codes" | "diagnoses" | "modifiers" | "setting" | "episode" | "table";
  readonly name: string;
  readonly at: Place;
}

/** The clause that a slip is in; `whole` where it is in no clause: an override left out, an item of a set. */
export type MutatedClause = "for" | "in" | "effective" | "statement" | "when" | "unless" | "whole";

export interface Mutant {
  readonly declaration: MutatedDeclaration;
  /** Where the rule, override, waiver or other declaration stands. */
  readonly at: Place;
  readonly clause: MutatedClause;
  readonly change: Change;
  /** The rules that may find something else for it, as they are with it. */
  readonly rules: readonly Rule[];
  /** Where a declaration is changed: the rulebook with it. Null where only the rule is. */
  readonly rulebook: Rulebook | null;
}
