/**
 * One patient's lines, as the kernels ask for them: by choice of codes, by code, by episode. Filled anew for each
 * patient into the same buffers; what no rule asks for is not worked out. All of it relies on the lines of a patient
 * standing together in the order of date and input, so that every list of them rises in both.
 */
import type { Measure, Pick } from "@edict/rulebook";
import { always, holdsOn } from "../columns/date-ranges.js";
import { FoundOnDay } from "../kernels/pair.js";
import type { LinesPlan } from "../plan/check-plan.js";
import type { Choice } from "../plan/choices.js";
import type { EpisodePlan } from "../plan/episode-plan.js";
import type { Plan } from "../plan/plan.js";
import type { RulePlan } from "../plan/rule-plan.js";
import { Buckets } from "./buckets.js";
import { CodeLists } from "./code-lists.js";
import { fillEpisodes } from "./episodes.js";
import { Groups } from "./groups.js";
import type { LineList } from "./line-list.js";
import { emptyList, push } from "./line-list.js";
import { totalOf } from "./measured.js";

const noRules: readonly RulePlan[] = [];

/** So many lines of a day have a place where a table of pairs works. */
export const mostOnDay = 64;

export class Patient {
  readonly plan: Plan;
  /** The patient's lines are `start` up to but not including `end`. */
  start = 0;
  end = 0;
  /** The rules that look at a code that this patient has: so many of the first. */
  readonly rules: RulePlan[] = [];
  ruleCount = 0;

  /** What the count kernel works in: the groups of a check, and its lines in them. Written over by each check. */
  readonly groups = new Groups();
  readonly counted = new Buckets();
  readonly candidates = new Buckets();
  readonly passing: LineList = emptyList();
  /** The lines that a day has of one code of a table of daily limits. Written over by each. */
  readonly candidateLines: LineList = emptyList();
  /** What a table of pairs works in: of the lines of a day the hashes of their codes, and what is found for them. */
  readonly dayHashes = new Int32Array(mostOnDay);
  readonly dayPairs = new FoundOnDay();

  private readonly byChoice: LineList[];
  private readonly choiceStamps: Int32Array;
  private readonly byLinesPlan: LineList[];
  private readonly linesStamps: Int32Array;
  private readonly totals: Float64Array;
  private readonly totalStamps: Int32Array;
  private readonly ruleStamps: Int32Array;
  private readonly episodeOfLine: Int32Array[];
  private readonly episodeStamps: Int32Array;
  private readonly codes = new CodeLists();
  private readonly picks: LineList = emptyList();
  private codesStamp = 0;
  private stamp = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    this.byChoice = plan.choices.all.map(emptyList);
    this.choiceStamps = new Int32Array(plan.choices.all.length);
    this.byLinesPlan = plan.lines.map(emptyList);
    this.linesStamps = new Int32Array(plan.lines.length);
    this.totals = new Float64Array(plan.choices.all.length * 3);
    this.totalStamps = new Int32Array(plan.choices.all.length * 3);
    this.ruleStamps = new Int32Array(plan.rules.length);
    this.episodeOfLine = plan.episodes.map(() => new Int32Array(16));
    this.episodeStamps = new Int32Array(plan.episodes.length);
  }

  /** Takes up the next patient: puts each line into the lists of the choices that name its code, and finds the rules. */
  load(start: number, end: number): void {
    const { rulesOfChoice, rulesOfAny, gathered } = this.plan;
    const { starts, choiceOf, rangesOf } = this.plan.choices.index;
    const { codes, days } = this.plan.names;
    const { byChoice, choiceStamps } = this;
    this.start = start;
    this.end = end;
    this.stamp += 1;
    const { stamp } = this;
    this.ruleCount = 0;
    this.wake(rulesOfAny);
    for (let line = start; line < end; line++) {
      const code = codes[line] ?? 0;
      const last = starts[code + 1] ?? 0;
      for (let at = starts[code] ?? 0; at < last; at++) {
        const entry = choiceOf[at] ?? 0;
        if ((entry & 1) !== 0 && !holdsOn(rangesOf[at] ?? always, days[line] ?? 0)) continue;
        const id = entry >> 1;
        // Of a choice that only wakes rules, its first line is enough.
        if (choiceStamps[id] === stamp && gathered[id] === 0) continue;
        const list = byChoice[id];
        if (list === undefined) continue;
        if (choiceStamps[id] !== stamp) {
          choiceStamps[id] = stamp;
          list.from = 0;
          list.to = 0;
          this.wake(rulesOfChoice[id] ?? noRules);
        }
        if (gathered[id] === 1) push(list, line);
      }
    }
  }

  private wake(rules: readonly RulePlan[]): void {
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at];
      if (rule === undefined || this.ruleStamps[rule.index] === this.stamp) continue;
      this.ruleStamps[rule.index] = this.stamp;
      this.rules[this.ruleCount] = rule;
      this.ruleCount += 1;
    }
  }

  /** The lines of a choice and its `having`, for a row of the rule's table. Valid until it is asked of the same again. */
  lines(plan: LinesPlan, row: number): LineList {
    if (plan.having === null && !plan.readsRow) return this.ofChoice(plan.choice.widest);
    const list = this.byLinesPlan[plan.id] ?? emptyList();
    if (!plan.readsRow && this.linesStamps[plan.id] === this.stamp) return list;
    this.linesStamps[plan.id] = this.stamp;
    const { having } = plan;
    const { cells } = plan.choice;
    if (cells !== null && having === null) {
      this.codeLists().slice(cells.codeOfRow(row), list);
      return list;
    }
    list.from = 0;
    list.to = 0;
    const wide = this.ofChoice(plan.choice.widest);
    const exact = !plan.choice.readsRow;
    for (let at = wide.from; at < wide.to; at++) {
      const line = wide.items[at] ?? 0;
      if ((exact || plan.choice.includes(line, row)) && (having === null || having(line, row))) push(list, line);
    }
    return list;
  }

  /** The lines of a choice that reads no row. */
  ofChoice(choice: Choice): LineList {
    const list = this.byChoice[choice.id] ?? emptyList();
    if (this.choiceStamps[choice.id] === this.stamp) return list;
    this.choiceStamps[choice.id] = this.stamp;
    list.from = 0;
    list.to = 0;
    if (!choice.any) return list;
    const { codes, days } = this.plan.names;
    for (let line = this.start; line < this.end; line++) {
      const out = choice.ranges.size === 0 ? undefined : choice.ranges.get(codes[line] ?? -1);
      if (out === undefined || !holdsOn(out, days[line] ?? 0)) push(list, line);
    }
    return list;
  }

  /** How much there is of the lines of a choice. */
  totalOf(plan: LinesPlan, measure: Measure, row: number): number {
    const { items, from, to } = this.lines(plan, row);
    const { days, charges } = this.plan.names;
    const units = charges.units.values;
    if (plan.readsRow || plan.having !== null) return totalOf(measure, items, from, to, days, units);
    // Ratios of several rules count the same lines.
    const at = plan.choice.widest.id * 3 + (measure === "units" ? 0 : measure === "days" ? 1 : 2);
    if (this.totalStamps[at] !== this.stamp) {
      this.totalStamps[at] = this.stamp;
      this.totals[at] = totalOf(measure, items, from, to, days, units);
    }
    return this.totals[at] ?? 0;
  }

  /** The first of the patient's lines whose day is not before `day`. */
  firstLineFrom(day: number): number {
    const { days } = this.plan.names;
    let low = this.start;
    let high = this.end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The patient's distinct codes, and the lines of each. */
  codeLists(): CodeLists {
    if (this.codesStamp !== this.stamp) {
      this.codesStamp = this.stamp;
      this.codes.fill(this.plan.names, this.start, this.end);
    }
    return this.codes;
  }

  /** Which of the patient's episodes a line belongs to, from 0; -1 where to none. */
  episodeOf(episode: EpisodePlan, line: number): number {
    if (this.episodeStamps[episode.id] !== this.stamp) {
      this.episodeStamps[episode.id] = this.stamp;
      const known = this.episodeOfLine[episode.id] ?? new Int32Array();
      const buffer = known.length >= this.end - this.start ? known : new Int32Array((this.end - this.start) * 2);
      this.episodeOfLine[episode.id] = buffer;
      fillEpisodes(episode, this.ofChoice(episode.choice), this.plan.names.days, this.start, this.end, buffer);
    }
    return this.episodeOfLine[episode.id]?.[line - this.start] ?? -1;
  }

  /**
   * `each`, `first` or `last` of some lines: of each episode where the scope names one, else of the patient. The first of
   * a list is the earliest, ties by input order, since lists rise in both. Valid until it is asked again.
   */
  picked(list: LineList, pick: Pick, episode: EpisodePlan | null): LineList {
    if (pick === "each" || list.from === list.to) return list;
    const { picks } = this;
    picks.from = 0;
    picks.to = 0;
    if (episode === null) {
      push(picks, list.items[pick === "first" ? list.from : list.to - 1] ?? 0);
      return picks;
    }
    // Episodes do not overlap, so that the lines of one stand together among those that are in any.
    let last = -1;
    for (let at = list.from; at < list.to; at++) {
      const line = list.items[at] ?? 0;
      const own = this.episodeOf(episode, line);
      if (own < 0) continue;
      if (own !== last) push(picks, line);
      else if (pick === "last") picks.items[picks.to - 1] = line;
      last = own;
    }
    return picks;
  }
}
