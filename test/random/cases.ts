/** A random case: a rulebook and charges for it. */
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type { RandomCharges } from "./charges.js";
import { randomCharges } from "./charges.js";
import type { RandomRulebook } from "./rulebooks.js";
import { randomRulebook } from "./rulebooks.js";

export interface Case extends RandomRulebook, RandomCharges {}

export const randomCase: Arbitrary<Case> = fc
  .tuple(randomRulebook, randomCharges)
  .map(([book, charges]) => ({ ...book, ...charges }));
