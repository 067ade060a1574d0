/** The arithmetic of a `limit` or an `expect` for one line: how much there is so far, and how the allowance comes about. */
import type { CountCheck, Group } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import type { ExplanationStep } from "../explanation.js";
import { allowanceOf, wholesOf } from "../kernels/allowance.js";
import { rowHolds, standsUnder, subjectPasses } from "../kernels/judge.js";
import { outsideEpisodes } from "../patient/groups.js";
import { Measured } from "../patient/measured.js";
import type { CountPlan, LinesPlan } from "../plan/check-plan.js";
import { fromExact } from "../plan/exact.js";
import type { Judged } from "./judged.js";
import { labelOf, step } from "./judged.js";
import { amountWords, dateOf, durationWords, measureWords } from "./words.js";

export function countStep(written: CountCheck, plan: CountPlan, judged: Judged): ExplanationStep {
  const { patient, line, names } = judged;
  patient.groups.begin(plan.per);
  const group = patient.groups.groupOf(patient, line, true);
  if (group === outsideEpisodes) {
    return step(
      "statement",
      false,
      `the line is in no ${plan.per.episode?.name ?? "episode"}, so that it is not counted`,
    );
  }
  const counted = linesOfGroup(plan.subject, group, judged, (other) =>
    plan.finds === "more" ? isCounted(other, judged) : standsUnder(judged.rule, judged.version, other, judged.row),
  );
  const others = plan.ratio === null ? [] : linesOfGroup(plan.ratio.lines, group, judged, () => true);
  const ends = plan.per.by === "window" ? windowEnds(plan, counted, judged) : [null];
  const tried = ends.map((end) => arithmetic(written, plan, judged, counted, others, end));
  const shown = tried.find((one) => one.passed) ?? tried.at(-1);
  return shown ?? step("statement", false, `nothing is counted on ${dateOf(names.charges, line)}`);
}

/** The last days of the windows in which the line may be found: its own, or with `all lines` every later one that holds it. */
function windowEnds(plan: CountPlan, counted: readonly number[], judged: Judged): (number | null)[] {
  const { days } = judged.names;
  const own = days[judged.line] ?? 0;
  if (plan.finds === "fewer" || !plan.allLines) return [own];
  const ends = counted.map((line) => days[line] ?? 0).filter((day) => day >= own && plan.per.windowStart(day) <= own);
  return [...new Set(ends)];
}

function arithmetic(
  written: CountCheck,
  plan: CountPlan,
  judged: Judged,
  counted: readonly number[],
  others: readonly number[],
  end: number | null,
): ExplanationStep {
  const { line, names, row } = judged;
  const isIn = (other: number): boolean => {
    const day = names.days[other] ?? 0;
    return end === null || (day <= end && day >= plan.per.windowStart(end));
  };
  const soFar = plan.finds === "more" && !plan.allLines;
  const lines = counted.filter((other) => isIn(other) && (!soFar || other <= line));
  const inRatio = others.filter(isIn);
  const count = measureOf(plan.measure, lines, judged);
  const otherCount = plan.ratio === null ? 0 : measureOf(plan.ratio.measure, inRatio, judged);
  const allowed = allowanceOf(plan, otherCount, inRatio.length, row);
  const found =
    plan.finds === "more" ? count > allowed : count < allowed && (plan.ratio === null || inRatio.length > 0);
  const place = groupWords(written.per, end, judged);
  const there = `${measureWords(count, plan.measure)} of ${labelOf(plan.subject, judged)} ${place}${soFar ? " so far" : ""}`;
  const wanted = plan.finds === "more" ? "allowance" : "at least";
  return step("statement", found, `${there}, ${wanted} ${allowanceWords(written, plan, allowed, otherCount, judged)}`);
}

/** `2 = 1 for every 5 days of Delivery (12 days, remainder 2)` */
function allowanceWords(
  written: CountCheck,
  plan: CountPlan,
  allowed: number,
  otherCount: number,
  judged: Judged,
): string {
  const { row } = judged;
  const { amount, forEvery } = written.allowance;
  if (forEvery === null || plan.ratio === null) return amountWords(amount, allowed);
  const every = plan.ratio.amount(row);
  const { remainder } = wholesOf(otherCount, every);
  const counting =
    forEvery.remainder === null || plan.ratio.remainder === null
      ? ""
      : ` counting a remainder of ${amountWords(forEvery.remainder, plan.ratio.remainder(row))} or more`;
  const atLeast =
    forEvery.atLeast === null || plan.ratio.atLeast === null
      ? ""
      : ` but at least ${amountWords(forEvery.atLeast, plan.ratio.atLeast(row))}`;
  const ratio = `${amountWords(amount, plan.amount(row))} for every ${amountWords(forEvery.amount, every)} ${forEvery.measure} of ${labelOf(plan.ratio.lines, judged)}`;
  const left = measureWords(otherCount, forEvery.measure);
  return `${String(fromExact(allowed))} = ${ratio}${counting}${atLeast} (${left}, remainder ${String(fromExact(remainder))})`;
}

function groupWords(per: Group, end: number | null, judged: Judged): string {
  const { by } = per;
  const and = per.and.length === 0 ? "" : ` with the same ${per.and.join(" and ")}`;
  const date = dateOf(judged.names.charges, judged.line);
  switch (by.kind) {
    case "line":
      return "on the line";
    case "day":
      return `on ${date}${and}`;
    case "claim":
      return `on the claim${and}`;
    case "patient":
      return `of the patient${and}`;
    case "episode":
      return `in ${by.episode}${and}`;
    case "window":
      return `in the ${durationWords(by.length)} to ${end === null ? date : formatDate(end)}${and}`;
  }
}

function isCounted(line: number, judged: Judged): boolean {
  const { rule, version, row } = judged;
  return (
    standsUnder(rule, version, line, row) &&
    version.reach.holds(line) &&
    rowHolds(version, line, row) &&
    subjectPasses(version, line, row)
  );
}

function linesOfGroup(
  plan: LinesPlan,
  group: number,
  judged: Judged,
  counts: (line: number) => boolean,
): readonly number[] {
  const { patient, row } = judged;
  const list = patient.lines(plan, row);
  const lines: number[] = [];
  for (let at = list.from; at < list.to; at++) {
    const line = list.items[at] ?? 0;
    if (counts(line) && patient.groups.groupOf(patient, line, true) === group) lines.push(line);
  }
  return lines;
}

function measureOf(measure: CountPlan["measure"], lines: readonly number[], judged: Judged): number {
  const measured = new Measured();
  const { names } = judged;
  measured.fill(measure, Int32Array.from(lines), 0, lines.length, names.days, names.charges.units.values);
  return measured.between(0, lines.length);
}
