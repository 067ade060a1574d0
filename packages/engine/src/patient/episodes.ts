/** Which episode each line of a patient belongs to (`language.md` section 3): by its date, since episodes are stretches of days. */
import { lastDay } from "../columns/date-ranges.js";
import type { EpisodePlan } from "../plan/episode-plan.js";
import type { LineList } from "./line-list.js";

/**
 * Writes the episode of each line from `start` up to `end` into `into`, from 0; -1 for none. `openers` are the lines of
 * the episode's set.
 */
export function fillEpisodes(
  episode: EpisodePlan,
  openers: LineList,
  days: Int32Array,
  start: number,
  end: number,
  into: Int32Array,
): void {
  let at = openers.from;
  let number = -1;
  let first = lastDay;
  let last = lastDay;
  let line = start;
  // Lines and openers rise by date: each episode is worked out in turn and its lines taken, in one pass over both.
  while (line < end) {
    if (at < openers.to) {
      number += 1;
      first = days[openers.items[at] ?? 0] ?? 0;
      last = first;
      if (episode.kind === "idle") {
        for (; at < openers.to; at++) {
          const day = days[openers.items[at] ?? 0] ?? 0;
          if (day > episode.lastDayFrom(last)) break;
          last = day;
        }
      } else {
        last = episode.lastDayFrom(first);
        while (at < openers.to && (days[openers.items[at] ?? 0] ?? 0) <= last) at += 1;
      }
    } else {
      first = lastDay;
      last = lastDay;
    }
    for (; line < end && (days[line] ?? 0) <= last; line++)
      into[line - start] = (days[line] ?? 0) < first ? -1 : number;
  }
}
