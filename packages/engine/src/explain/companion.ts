/** The companion statement of one line: which companion stands in scope, or which is nearest and what it fails. */
import type { CompanionCheck, Condition, Scope, Window } from "@edict/rulebook";
import { compileCondition } from "../conditions/condition.js";
import type { ExplanationStep } from "../explanation.js";
import { isAlike } from "../kernels/companion.js";
import { Measured } from "../patient/measured.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import { isInScope } from "../plan/window-days.js";
import type { Judged } from "./judged.js";
import { conditionText, labelOf, step } from "./judged.js";
import {
  amountWords,
  codeOf,
  dateOf,
  distanceWords,
  durationWords,
  lineWords,
  measureWords,
  valueWords,
} from "./words.js";

export function companionStep(written: CompanionCheck, plan: CompanionPlan, judged: Judged): ExplanationStep {
  const { patient, line, row, names, version } = judged;
  const { charges } = names;
  const list = patient.lines(plan.companion, row);
  const window = plan.scope.days(names.days[line] ?? 0);
  const others = Array.from({ length: list.to - list.from }, (_, at) => list.items[list.from + at] ?? 0)
    .filter((other) => other !== line)
    .sort((a, b) => distance(judged, a) - distance(judged, b) || (charges.order[a] ?? 0) - (charges.order[b] ?? 0));
  const isPair = plan.finds === "present" || plan.finds === "at-least";
  const inScope = others.filter(
    (other) => isInScope(window, names.days[line] ?? 0, names.days[other] ?? 0) && isAlike(plan, patient, line, other),
  );
  const passing = isPair
    ? inScope.filter((other) => version.passes === null || version.passes.test(line, other, row))
    : inScope;
  const label = labelOf(plan.companion, judged);
  const scope = scopeWords(written.scope, judged);
  const [nearest] = passing;
  const seen = nearest === undefined ? nearestMissed(others, inScope, written, plan, judged) : "";
  switch (plan.finds) {
    case "present":
      return nearest === undefined
        ? step("statement", false, `looks for ${label} ${scope}; ${seen}`)
        : step(
            "statement",
            true,
            `${lineWords(charges, nearest)}, ${distanceWords(charges, line, nearest)}, is ${label} ${scope}`,
          );
    case "absent":
      return nearest === undefined
        ? step("statement", true, `needs ${label} ${scope}; ${seen}`)
        : step(
            "statement",
            false,
            `needs ${label} ${scope}; there is ${lineWords(charges, nearest)}, ${distanceWords(charges, line, nearest)}`,
          );
    case "at-least":
    case "fewer-than": {
      const finds = written.finds;
      if (finds.kind !== "at-least" && finds.kind !== "fewer-than")
        throw new Error("a plan finds what its check finds");
      const measured = new Measured();
      const lines = Int32Array.from(passing).sort();
      measured.fill(finds.measure, lines, 0, lines.length, names.days, charges.units.values);
      const total = measured.between(0, lines.length);
      const allowed = plan.amount(row);
      const verb = plan.finds === "at-least" ? "looks for" : "needs";
      const found = plan.finds === "at-least" ? total >= allowed : total < allowed;
      const wanted = `at least ${amountWords(finds.amount, allowed)} ${finds.measure} of ${label} ${scope}`;
      const more = nearest === undefined ? `; ${seen}` : `; the nearest is ${lineWords(charges, nearest)}`;
      return step("statement", found, `${verb} ${wanted}; there are ${measureWords(total, finds.measure)}${more}`);
    }
  }
}

function distance(judged: Judged, other: number): number {
  return Math.abs((judged.names.days[other] ?? 0) - (judged.names.days[judged.line] ?? 0));
}

/** The nearest line that did not make it, and why; those that `when` or `unless` took out come first. */
function nearestMissed(
  others: readonly number[],
  inScope: readonly number[],
  written: CompanionCheck,
  plan: CompanionPlan,
  judged: Judged,
): string {
  const { names, line, version } = judged;
  const { charges } = names;
  const [excluded] = inScope;
  if (excluded !== undefined) {
    const { when, unless } = version.clauses;
    const holds = (condition: Condition): boolean =>
      compileCondition(condition, names, version.table).test(line, excluded, judged.row);
    const why =
      when !== null && !holds(when)
        ? `does not meet when ${conditionText(when, excluded, judged)}`
        : unless !== null && holds(unless)
          ? `is taken out by unless ${conditionText(unless, excluded, judged)}`
          : "";
    return `${lineWords(charges, excluded)} stands in scope, but ${why}`;
  }
  const [nearest] = others;
  if (nearest === undefined) return `the patient has no other line of ${labelOf(plan.companion, judged)}`;
  const what = `the nearest is ${codeOf(charges, nearest)} on ${dateOf(charges, nearest)}, ${distanceWords(charges, line, nearest)}`;
  const window = plan.scope.days(names.days[line] ?? 0);
  if (!isInScope(window, names.days[line] ?? 0, names.days[nearest] ?? 0)) {
    const alike = others.find((other) => isAlike(plan, judged.patient, line, other));
    const also =
      alike === undefined || alike === nearest
        ? ""
        : `; the nearest that is ${likeWords(written.scope)} is ${lineWords(charges, alike)}`;
    return what + also;
  }
  return `${what}, ${failedWords(nearest, written.scope, plan, judged)}`;
}

function likeWords(scope: Scope): string {
  return [...(scope.episode === null ? [] : [`in the same ${scope.episode}`]), ...scope.same.map(sameWords)].join(
    " and ",
  );
}

function sameWords(field: string): string {
  return field === "claim"
    ? "on the same claim"
    : field === "provider"
      ? "by the same provider"
      : `with the same ${field}`;
}

/** Which word of the scope a line in the window does not meet. */
function failedWords(other: number, scope: Scope, plan: CompanionPlan, judged: Judged): string {
  const { patient, names, line } = judged;
  const failed: string[] = [];
  if (plan.scope.episode !== null) {
    const [own, theirs] = [patient.episodeOf(plan.scope.episode, line), patient.episodeOf(plan.scope.episode, other)];
    if (own < 0) failed.push(`and the line is in no ${plan.scope.episode.name}`);
    else if (theirs !== own)
      failed.push(theirs < 0 ? `in no ${plan.scope.episode.name}` : `in another ${plan.scope.episode.name}`);
  }
  for (const [at, field] of scope.same.entries()) {
    const key = plan.scope.keys[at];
    if (key === undefined) continue;
    const [own, theirs] = [key.ids[line], key.ids[other]];
    if (own === theirs && own !== key.blank) continue;
    const column = names.fields.column(field);
    failed.push(`${field} ${valueWords(column, field, other)} and not ${valueWords(column, field, line)}`);
  }
  return failed.join(", ");
}

/** `in the 60 days before 2026-05-01 on the same claim ("C9")` */
function scopeWords(scope: Scope, judged: Judged): string {
  const { names, line } = judged;
  const date = dateOf(names.charges, line);
  const same = scope.same.map(
    (field) => `${sameWords(field)} (${valueWords(names.fields.column(field), field, line)})`,
  );
  const episode = scope.episode === null ? [] : [`in the same ${scope.episode}`];
  return [...scope.windows.map((window) => windowWords(window, date)), ...episode, ...same].join(" ");
}

function windowWords({ direction, min, max }: Window, date: string): string {
  const place = direction === "either" ? "of" : direction;
  if (max === null) {
    const from = min.count === 0 ? `on or ${place}` : `${durationWords(min)} or more ${place}`;
    return direction === "either" ? `at any distance of ${date}` : `${from} ${date}`;
  }
  if (max.count === 0) return `on ${date}`;
  if (min.count > 0)
    return `${durationWords(min)} to ${durationWords(max)} ${direction === "either" ? "from" : direction} ${date}`;
  return direction === "either"
    ? `within ${durationWords(max)} of ${date}`
    : `in the ${durationWords(max)} ${place} ${date}`;
}
