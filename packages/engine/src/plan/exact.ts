/** Sums of units are exact: they are kept as whole ten-thousandths (ruling 7 of where the contract is silent). */

export const perUnit = 10_000;

/** A number of units, lines or days as ten-thousandths. */
export function toExact(value: number): number {
  return Math.round(value * perUnit);
}

/** Back again, for a finding. */
export function fromExact(exact: number): number {
  return exact / perUnit;
}
