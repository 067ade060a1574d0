/**
 * PER: which group a line counts in. Groups are numbered from 0 for one check and one patient. A line with a blank in
 * one of the fields is a group of its own, for a blank never equals another (`language.md` section 8, ruling 8).
 */
import type { GroupPlan } from "../plan/check-plan.js";
import { PairInterner } from "./pair-interner.js";
import type { Patient } from "./patient.js";

/** The line is in no episode, so that `per EPISODE` leaves it out. */
export const outsideEpisodes = -2;

/** No line that was added is in the same group. */
const noGroup = -1;

export class Groups {
  private readonly keys = new PairInterner();
  private readonly own = new Map<number, number>();
  private plan: GroupPlan | null = null;

  /** Forgets all groups and turns to another check. */
  begin(plan: GroupPlan): void {
    this.plan = plan;
    this.keys.clear();
    if (this.own.size > 0) this.own.clear();
  }

  get count(): number {
    return this.keys.size;
  }

  /** The group of a line, below 0 where it has none; a new one where `add` says so and no line is like it. */
  groupOf(patient: Patient, line: number, add: boolean): number {
    const { plan, keys } = this;
    if (plan === null || plan.by === "line") return this.ownGroup(line, add);
    if (plan.episode === null && plan.keys.length === 0) return add ? keys.intern(-1, 0) : keys.find(-1, 0);
    let id = -1;
    if (plan.episode !== null) {
      const episode = patient.episodeOf(plan.episode, line);
      if (episode < 0) return outsideEpisodes;
      id = add ? keys.intern(id, episode) : keys.find(id, episode);
      if (id < 0) return noGroup;
    }
    const { keys: columns } = plan;
    for (let at = 0; at < columns.length; at++) {
      const key = columns[at];
      if (key === undefined) break;
      const value = key.ids[line] ?? key.blank;
      if (value === key.blank) return this.ownGroup(line, add);
      id = add ? keys.intern(id, value) : keys.find(id, value);
      // Nobody is like it so far; with -1 the search would begin anew.
      if (id < 0) return noGroup;
    }
    return id;
  }

  private ownGroup(line: number, add: boolean): number {
    const known = this.own.get(line);
    if (known !== undefined || !add) return known ?? noGroup;
    const group = this.keys.fresh();
    this.own.set(line, group);
    return group;
  }
}
