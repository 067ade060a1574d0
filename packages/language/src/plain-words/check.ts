/** What a check finds, one sentence each for the three kernels. `what` is what becomes of a line: `is denied`. */
import type { Allowance, Amount, Check, CompanionCheck, CompanionTest, CountCheck, Group, Pick } from "@edict/rulebook";
import { conditionWords, fieldWords } from "./condition.js";
import { ofLines } from "./lines.js";
import { amountWords, durationWords, numberWords, oneOf } from "./phrases.js";
import { scopeWords } from "./scope.js";

/** One check, without the stop at the end. */
export function checkWords(check: Check, what: string): string {
  switch (check.kind) {
    case "line": {
      const line = `${pickedWords(check.pick, ofLines(check.subject), null)} ${what}`;
      return check.requires === null ? line : `${line} unless ${conditionWords(check.requires)}`;
    }
    case "companion":
      return companionWords(check, what);
    case "count":
      return check.finds === "more" ? limitWords(check, what) : expectWords(check, what);
  }
}

function companionWords(check: CompanionCheck, what: string): string {
  const line = `${pickedWords(check.pick, ofLines(check.subject), check.scope.episode)} ${what}`;
  return `${line} ${findsWords(check.finds, ofLines(check.companion))} ${scopeWords(check.scope)}`.trim();
}

function findsWords(finds: CompanionTest, of: string): string {
  switch (finds.kind) {
    case "present":
      return `where another line ${of} stands`;
    case "absent":
      return `where no other line ${of} stands`;
    case "at-least":
      return `where at least ${amountWords(finds.amount, finds.measure)} ${of} stand`;
    case "fewer-than":
      return `where fewer than ${amountWords(finds.amount, finds.measure)} ${of} stand`;
  }
}

/** `first` and `last` choose of the episode where the scope names one, else of the patient. */
function pickedWords(pick: Pick, of: string, episode: string | null): string {
  if (pick === "each") return `each line ${of}`;
  return `the ${pick} line ${of} ${episode === null ? "of each patient" : `in each ${episode}`}`;
}

function limitWords({ subject, measure, allowance, per, allLines }: CountCheck, what: string): string {
  const much = allowanceWords(allowance, measure);
  const group = groupWords(per);
  const lines = `lines ${ofLines(subject)}`;
  return allLines
    ? `all ${lines} together ${plural(what)} where they come to more than ${much} ${group}`
    : `${lines} ${plural(what)} once they go past ${much} ${group}`;
}

function expectWords({ subject, measure, allowance, per }: CountCheck, what: string): string {
  const { forEvery } = allowance;
  const last = `the last line ${ofLines(forEvery === null ? subject : forEvery.lines)}`;
  const all = `the ${measure} ${ofLines(subject)} ${groupWords(per)}`;
  return `${last} ${what} where ${all} are fewer than ${allowanceWords(allowance, measure)}`;
}

function allowanceWords({ amount, forEvery }: Allowance, measure: CountCheck["measure"]): string {
  const base = amountWords(amount, measure);
  if (forEvery === null) return base;
  const every = everyWords(forEvery.amount, forEvery.measure);
  return [
    `${base} for every ${every} ${ofLines(forEvery.lines)}`,
    forEvery.remainder === null ? "" : ` (${numberWords(forEvery.remainder)} or more left over count once more)`,
    forEvery.atLeast === null ? "" : `, but never less than ${numberWords(forEvery.atLeast)}`,
  ].join("");
}

/** `5 days`, `unit`. */
function everyWords(amount: Amount, measure: CountCheck["measure"]): string {
  return amount.kind === "number" && amount.value === 1 ? measure.slice(0, -1) : amountWords(amount, measure);
}

function groupWords({ by, and }: Group): string {
  const same = and.length === 0 ? "" : ` with the same ${oneOf(and.map(fieldWords), "and")}`;
  switch (by.kind) {
    case "line":
      return `on one line${same}`;
    case "day":
      return `on one day${same}`;
    case "claim":
      return `on one claim${same}`;
    case "patient":
      return `for one patient${same}`;
    case "episode":
      return `in one ${by.episode}${same}`;
    case "window": {
      const { count, unit } = by.length;
      return `within any ${count === 1 ? unit.slice(0, -1) : durationWords(by.length)}${same}`;
    }
  }
}

function plural(what: string): string {
  return what.replace(/^is /, "are ").replace(/^goes /, "go ");
}
