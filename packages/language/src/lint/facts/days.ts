/** Days in the words of messages. */
import { formatDate } from "@edict/rulebook";
import { always } from "../../names/sets/settle.js";

/** The date of a day, or null where it is an open end. */
export function shownDay(day: number): string | null {
  return day === always.from || day === always.until ? null : formatDate(day);
}
