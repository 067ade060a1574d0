// The reference evaluator.
export type { ReferenceAccount, ReferenceInput } from "./evaluate.js";
export { referenceEvaluate } from "./evaluate.js";
export type { PlainFile, PlainLine } from "./lines.js";

// What a rule needs of the charge files.
export { missingColumns, needsOf } from "./needs.js";

// Which credits cancel which lines.
export type { Netting } from "./credits.js";
export { referenceNet } from "./credits.js";
