/** PER: which lines stand together in a group (`language.md` section 4; rulings 4, 7, 8 and 14)? */
import type { Group } from "@edict/rulebook";
import { addDuration } from "@edict/rulebook";
import type { Patient } from "./episodes.js";
import { episodeOf } from "./episodes.js";
import { sameIn } from "./fields.js";
import type { Line } from "./lines.js";
import { inSameEpisode } from "./scope.js";

/**
 * True where `other` stands in the group of `line`: of a window, the one that ends on the line's day. A line with a
 * blank in a field of the group stands alone, for a blank never equals another.
 */
export function standsWith({ by, and }: Group, patient: Patient, line: Line, other: Line): boolean {
  if (by.kind === "episode" && episodeOf(patient, by.episode, line) === null) return false;
  if (other === line) return true;
  return standsBy(by, patient, line, other) && and.every((field) => sameIn(field, line, other));
}

/** True for a line that `per EPISODE` leaves out. */
export function isLeftOut({ by }: Group, patient: Patient, line: Line): boolean {
  return by.kind === "episode" && episodeOf(patient, by.episode, line) === null;
}

function standsBy(by: Group["by"], patient: Patient, line: Line, other: Line): boolean {
  switch (by.kind) {
    case "line":
      return false;
    case "day":
      return other.day === line.day;
    case "claim":
      return sameIn("claim", line, other);
    case "patient":
      return true;
    case "episode":
      return inSameEpisode(patient, by.episode, line, other);
    case "window":
      return addDuration(line.day, by.length, -1) < other.day && other.day <= line.day;
  }
}
