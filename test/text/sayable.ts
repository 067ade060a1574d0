/** A random rulebook made a little plainer, so that the language has a sentence for most of it. */
import type { Check, Clauses, Effective, IsoDate, Reach, Rule, Rulebook } from "@edict/rulebook";
import { needsOf } from "../reference/index.js";

/** The same rulebook with one statement in each rule, no dates backwards, and no setting of nothing. */
export function sayable(book: Rulebook): Rulebook {
  const bare = {
    ...book,
    codes: book.codes.map(withForwardSpans),
    diagnoses: book.diagnoses.map(withForwardSpans),
    modifiers: book.modifiers.map(withForwardSpans),
    settings: book.settings.map((one) =>
      one.places.length + one.bills.length === 0 ? { ...one, places: ["98"] } : one,
    ),
  };
  const rules = book.rules.map((rule): Rule => {
    const plain = {
      ...rule,
      clauses: plainClauses(rule.clauses),
      overrides: rule.overrides.map((one) => ({
        ...one,
        reach: plainReach(one.reach),
        clauses: plainClauses(one.clauses),
      })),
      waivers: rule.waivers.map((one) => ({ ...one, reach: plainReach(one.reach) })),
    };
    return { ...plain, needs: needsOf(bare, plain) };
  });
  return { ...bare, rules };
}

interface Dated {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

function withForwardSpans<T extends { readonly spans: readonly Dated[] }>(set: T): T {
  const isBackwards = ({ from, until }: Dated): boolean => from !== null && until !== null && from > until;
  return { ...set, spans: set.spans.map((span) => (isBackwards(span) ? { ...span, until: null } : span)) };
}

function plainClauses(clauses: Clauses): Clauses {
  const { carc, rarc } = clauses.outcome;
  return {
    ...clauses,
    ...plainReach(clauses),
    checks: clauses.checks.slice(0, 1).map(plainCheck),
    outcome: { ...clauses.outcome, rarc: carc === null ? null : rarc },
  };
}

function plainReach({ payers, settings, effective }: Reach): Reach {
  return { payers, settings, effective: effective === null ? null : plainDates(effective) };
}

function plainDates({ from, to }: Effective): Effective | null {
  if (from === null && to === null) return null;
  const isBackwards = from?.kind === "date" && to?.kind === "date" && from.date > to.date;
  return { from, to: isBackwards ? null : to };
}

/** A pair has each line as its subject, and so has what is found without a condition. */
function plainCheck(check: Check): Check {
  const { kind } = check;
  if (kind === "line") return check.requires === null ? { ...check, pick: "each" } : check;
  const isPair = kind === "companion" && (check.finds.kind === "present" || check.finds.kind === "at-least");
  return isPair ? { ...check, pick: "each" } : check;
}
