// The floor of the guard: what anybody would write who reads a charge file and counts. Whole text, lines, cells, a Map.
// Run as a process of its own: node plain-read.mjs CHARGES
import { readFileSync } from "node:fs";

const counts = new Map();
for (const line of readFileSync(process.argv[2] ?? "", "utf8").split("\n")) {
  const cells = line.split(",");
  for (const at of [1, 4, 10]) {
    const key = `${at} ${cells[at] ?? ""}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
console.log(counts.size);
