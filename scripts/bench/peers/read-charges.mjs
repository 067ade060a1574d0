// Edict's reading of a charge file alone, to columns and no further. Run as a process of its own:
// node read-charges.mjs CHARGES whole|batches
import { chargeBatches } from "../../../packages/charges/dist/index.js";

const [path, how] = process.argv.slice(2);
const { batches, account } = await chargeBatches({
  files: [path],
  layouts: [],
  layout: null,
  fields: [],
  set: new Map(),
  wholeUpTo: how === "whole" ? Infinity : 0,
});
let lines = 0;
for await (const { count } of batches) lines += count;
console.log(lines, account().rejected.length);
