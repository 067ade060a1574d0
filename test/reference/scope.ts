/** Does a companion stand in scope of a subject (`language.md` section 4, SCOPE; rulings 4, 8 and 12)? */
import type { Scope, Window } from "@edict/rulebook";
import { addDuration } from "@edict/rulebook";
import type { Patient } from "./episodes.js";
import { episodeOf } from "./episodes.js";
import { sameIn } from "./fields.js";
import type { Line } from "./lines.js";

/** All scope words must hold. */
export function inScope({ windows, episode, same }: Scope, patient: Patient, subject: Line, other: Line): boolean {
  if (!windows.every((window) => inWindow(window, subject.day, other.day))) return false;
  if (episode !== null && !inSameEpisode(patient, episode, subject, other)) return false;
  return same.every((field) => sameIn(field, subject, other));
}

/** A line in no episode shares it with nobody, itself included. */
export function inSameEpisode(patient: Patient, episode: string, left: Line, right: Line): boolean {
  const own = episodeOf(patient, episode, left);
  return own !== null && own === episodeOf(patient, episode, right);
}

/** Both ends are worked out from the subject's day. */
function inWindow({ direction, min, max }: Window, subject: number, other: number): boolean {
  const inDirection = (sign: 1 | -1): boolean => {
    const nearest = addDuration(subject, min, sign);
    const farthest = max === null ? sign * Infinity : addDuration(subject, max, sign);
    return sign === 1 ? nearest <= other && other <= farthest : farthest <= other && other <= nearest;
  };
  switch (direction) {
    case "before":
      return inDirection(-1);
    case "after":
      return inDirection(1);
    case "either":
      return inDirection(-1) || inDirection(1);
  }
}
