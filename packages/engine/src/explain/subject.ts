/** Whether a check looks at the line at all: its code, its `having`, and `first` or `last`. */
import type { ExplanationStep } from "../explanation.js";
import { outsideEpisodes } from "../patient/groups.js";
import type { LineList } from "../patient/line-list.js";
import { listHas } from "../patient/line-list.js";
import type { EpisodePlan } from "../plan/episode-plan.js";
import type { LinesPlan } from "../plan/check-plan.js";
import { daysOf } from "../plan/choices.js";
import type { CheckPair, Judged } from "./judged.js";
import { conditionText, step } from "./judged.js";
import { codeOf, dateOf, lineWords } from "./words.js";

export function subjectStep(check: CheckPair, judged: Judged): ExplanationStep {
  const { written, plan } = check;
  const { patient, line, row } = judged;
  if (plan.kind === "count" && plan.finds === "fewer") {
    const lines = plan.ratio === null ? plan.subject : plan.ratio.lines;
    const having =
      written.kind === "count" && written.allowance.forEvery !== null
        ? written.allowance.forEvery.lines.having
        : written.subject.having;
    const missed = missedBy(lines, having, judged);
    if (missed !== null) return step("subject", false, missed);
    if (plan.per.episode !== null && patient.episodeOf(plan.per.episode, line) < 0) {
      return step("subject", false, `the line is in no ${plan.per.episode.name}, so it is in no group`);
    }
    const last = lastOfGroup(check, judged);
    const isLast = last === line;
    const place = plan.per.by === "window" ? "its day" : "its group";
    const is = isLast ? "is the last line" : `is not the last line, which is ${lineWords(judged.names.charges, last)}`;
    return step("subject", isLast, `${codeOf(judged.names.charges, line)} is in ${lines.label} and ${is} of ${place}`);
  }
  const missed = missedBy(plan.subject, written.subject.having, judged);
  if (missed !== null) return step("subject", false, missed);
  const code = codeOf(judged.names.charges, line);
  if (plan.kind === "count" || plan.pick === "each")
    return step("subject", true, `${code} is in ${plan.subject.label}`);
  const episode = plan.kind === "companion" ? plan.scope.episode : null;
  const picked = patient.picked(patient.lines(plan.subject, row), plan.pick, episode);
  const of = `${plan.pick} ${plan.subject.label} of ${episode === null ? "the patient" : `its ${episode.name}`}`;
  if (listHas(picked, line)) return step("subject", true, `${code} is the ${of}`);
  const chosen = pickedFor(picked, episode, judged);
  const says = chosen === null ? "the line is in none" : `that is ${lineWords(judged.names.charges, chosen)}`;
  return step("subject", false, `the rule looks at the ${of}; ${says}`);
}

/** Why a line is not among some lines; null where it is. */
function missedBy(lines: LinesPlan, having: CheckPair["written"]["subject"]["having"], judged: Judged): string | null {
  const { line, row, names } = judged;
  const code = codeOf(names.charges, line);
  if (!lines.choice.includes(line, row)) {
    const ranges = daysOf(lines.choice.widest, names.codes[line] ?? -1);
    const dated = ranges !== undefined && !lines.choice.widest.any && !lines.choice.readsRow;
    return dated
      ? `${code} is not in ${lines.label} on ${dateOf(names.charges, line)}`
      : `${code} is not in ${lines.label}`;
  }
  if (having === null || lines.having === null || lines.having(line, row)) return null;
  return `${code} is in ${lines.label}, but not having ${conditionText(having, -1, judged)}`;
}

function pickedFor(picked: LineList, episode: EpisodePlan | null, judged: Judged): number | null {
  const { patient, line } = judged;
  for (let at = picked.from; at < picked.to; at++) {
    const chosen = picked.items[at] ?? 0;
    if (episode === null || patient.episodeOf(episode, chosen) === patient.episodeOf(episode, line)) return chosen;
  }
  return null;
}

/** The last candidate of an `expect` in the line's group, in a window on its day. */
function lastOfGroup(check: CheckPair, judged: Judged): number {
  const { patient, line, row, names } = judged;
  const { plan } = check;
  if (plan.kind !== "count") return line;
  const candidates = patient.lines(plan.ratio === null ? plan.subject : plan.ratio.lines, row);
  patient.groups.begin(plan.per);
  const group = patient.groups.groupOf(patient, line, true);
  let last = line;
  for (let at = candidates.from; at < candidates.to; at++) {
    const other = candidates.items[at] ?? 0;
    const isOnDay = plan.per.by !== "window" || names.days[other] === names.days[line];
    if (isOnDay && group !== outsideEpisodes && patient.groups.groupOf(patient, other, true) === group) last = other;
  }
  return last;
}
