/**
 * Credits and what they cancel (`language.md` sections 6 and 8, ruling 2). Plain arithmetic over plain arrays, so that
 * it can be tested on its own.
 */

/** Lines in input order. */
export interface CreditRequest {
  /** Of each line: a number that is the same for lines of the same patient, date, code and modifiers. */
  readonly keys: ArrayLike<number>;
  /** Of each line: its units in whole ten-thousandths; a credit's are negative. */
  readonly units: ArrayLike<number>;
}

/** What became of the lines; places count from 0 in input order. */
export interface Netting {
  /** Credits with the charge that each cancels, in input order of the credits. Both are netted. */
  readonly pairs: readonly { readonly credit: number; readonly charge: number }[];
  /** Credits with nothing to cancel. */
  readonly unmatched: readonly number[];
}

/**
 * Nets credits in input order. Each cancels the line of its key and with as many units that stands nearest before it;
 * where none stands before it, the first that stands after it, since lines of one key have one date. No line is
 * cancelled twice.
 */
export function netCredits(request: CreditRequest): Netting {
  const { keys, units } = request;
  const groups = groupsOfCredits(request);
  const pairs: { credit: number; charge: number }[] = [];
  const unmatched: number[] = [];
  for (let line = 0; line < units.length; line++) {
    const size = units[line] ?? 0;
    const group = groups.get(keys[line] ?? 0)?.get(Math.abs(size));
    if (group === undefined) continue;
    if (size > 0) {
      // A charge that an earlier credit reached ahead for is passed over.
      if (group.charges[group.ahead] === line) {
        group.behind.push(line);
        group.ahead++;
      }
      continue;
    }
    const charge = group.behind.pop() ?? group.charges[group.ahead++];
    if (charge === undefined) unmatched.push(line);
    else pairs.push({ credit: line, charge });
  }
  return { pairs, unmatched };
}

/** Charges that a credit of the same key and size could cancel. */
interface Group {
  /** All of them, in input order. */
  readonly charges: number[];
  /** Those that were passed and are free. */
  readonly behind: number[];
  /** The place in `charges` of the first that was neither passed nor cancelled. */
  ahead: number;
}

/** By key and units; only where there is a credit. */
function groupsOfCredits(request: CreditRequest): ReadonlyMap<number, ReadonlyMap<number, Group>> {
  const { keys, units } = request;
  const groups = new Map<number, Map<number, Group>>();
  for (let line = 0; line < units.length; line++) {
    const size = -(units[line] ?? 0);
    if (!(size > 0)) continue;
    const key = keys[line] ?? 0;
    const sizes = groups.get(key) ?? new Map<number, Group>();
    groups.set(key, sizes);
    if (!sizes.has(size)) sizes.set(size, { charges: [], behind: [], ahead: 0 });
  }
  for (let line = 0; line < units.length; line++) {
    groups
      .get(keys[line] ?? 0)
      ?.get(units[line] ?? 0)
      ?.charges.push(line);
  }
  return groups;
}
