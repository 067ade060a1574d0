/** The witnesses of a changed rule, span by span; what was unknown and has a case of each kind goes both ways. */
import type { Versions } from "../cells/versions.js";
import type { KnownRows } from "../normal/rows.js";
import type { Span, Verdict } from "../spans.js";
import type { RuleAlone } from "./trial.js";
import type { WitnessKind } from "./witness.js";
import { witnessesOf } from "./witness.js";

/** Most spans that a case is searched for: more nobody reads. */
const mostSpans = 6;

export function withWitnesses(
  spans: readonly Span[],
  rules: readonly [RuleAlone, RuleAlone],
  versions: readonly [Versions, Versions],
  rows: KnownRows,
  mostCases: number,
): Span[] {
  return spans.map((span, at) => {
    // Such a case needs lines of several payers, settings or dates in one group.
    if (at >= mostSpans || span.byOthers) return span;
    const witnesses = witnessesOf(span.cell, kindsOf(span.verdict), rules, versions, rows, mostCases);
    return { ...span, witnesses, verdict: witnesses.length === 2 ? "both ways" : span.verdict };
  });
}

function kindsOf(verdict: Verdict): readonly WitnessKind[] {
  switch (verdict) {
    case "stricter":
      return ["gained"];
    case "looser":
      return ["lost"];
    case "unknown":
    case "both ways":
    case "moved in time":
      return ["gained", "lost"];
    case "same":
      return [];
  }
}
