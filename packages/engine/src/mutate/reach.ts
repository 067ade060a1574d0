/** `for`, `in` and `effective` with one slip. */
import type { Effective, IsoDate, Reach } from "@edict/rulebook";
import type { Edit } from "./edit.js";
import { edit, lifted, without } from "./edit.js";
import { boundEdits } from "./shifts.js";

/** The slips in one of the three; the key says in which. */
export interface ReachEdits {
  readonly payers: readonly Edit<Reach["payers"]>[];
  readonly settings: readonly Edit<Reach["settings"]>[];
  readonly effective: readonly Edit<Reach["effective"]>[];
}

/** `isFindable`: whether something could be found on a date at all. */
export function reachEdits(
  { payers, settings, effective }: Reach,
  isFindable: (date: IsoDate) => boolean = () => true,
): ReachEdits {
  return {
    payers: namesEdits(payers, "for", "for every payer", "another payer"),
    settings: namesEdits(settings, "in", "in every setting", "another setting"),
    effective: effective === null ? [] : effectiveEdits(effective, isFindable),
  };
}

/** The clause forgotten, or one of its names. */
function namesEdits(
  names: readonly string[],
  keyword: string,
  everywhere: string,
  elsewhere: string,
): readonly Edit<readonly string[]>[] {
  if (names.length === 0) return [];
  const whole = `${keyword} ${names.join(", ")}`;
  const dropped = edit<readonly string[]>([], whole, everywhere, { shownBy: `a line of ${elsewhere}` });
  if (names.length === 1) return [dropped];
  const one = names.map((name, at) =>
    edit(without(names, at), `${keyword} ${name}`, `not ${keyword} ${name}`, {
      written: name,
      shownBy: `a line of ${name}`,
    }),
  );
  return [dropped, ...one];
}

/** A bound that is left out is farther off than one that is shifted outward: what notices the one notices the other. */
function effectiveEdits({ from, to }: Effective, isFindable: (date: IsoDate) => boolean): readonly Edit<Effective>[] {
  return [
    ...lifted(boundEdits(from, "from", isFindable), (changed): Effective => ({ from: changed, to })),
    ...lifted(boundEdits(to, "until", isFindable), (changed): Effective => ({ from, to: changed })),
  ];
}
