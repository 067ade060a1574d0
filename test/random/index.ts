// Random rulebooks and charges, and both together.
export type { Case } from "./cases.js";
export { randomCase } from "./cases.js";
export type { RandomCharges } from "./charges.js";
export { randomCharges } from "./charges.js";
export type { RandomRulebook } from "./rulebooks.js";
export { randomRulebook } from "./rulebooks.js";

// A case for a person to read.
export { printCase } from "./print-case.js";
