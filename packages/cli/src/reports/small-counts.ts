/** Counts as they may leave the house: CMS shows none below eleven of what concerns people. */
import { tallied } from "@edict/rulebook";

const least = 11;

/** `fewer than 11 findings`, `1,204 findings`. */
export function shownCount(count: number, noun: string): string {
  return count > 0 && count < least ? `fewer than ${least} ${noun}s` : tallied(count, noun);
}
