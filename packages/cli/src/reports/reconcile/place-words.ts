/** Where the line of a difference is and is not, in words. */
import type { Difference } from "@edict/engine";

/** `in treatment, not in charges` */
export function placeOf(difference: Difference): string {
  const { notIn, fewerIn, alsoIn } = difference;
  return [
    `in ${difference.in}`,
    ...(notIn.length === 0 ? [] : [`not in ${notIn.join(" and ")}`]),
    ...(fewerIn.length === 0 ? [] : [`too few in ${fewerIn.join(" and ")}`]),
    ...(alsoIn.length === 0 ? [] : [`also in ${alsoIn.join(" and ")}`]),
  ].join(", ");
}
