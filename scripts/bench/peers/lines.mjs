// What the engines of conditions get: the first lines of the charge file as objects, already read, each with the limit of
// its code. Reading is not timed for them; for Edict it is.
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";

/** The arguments of such a peer: node PEER.mjs CHARGES LIMITS LINES OUT */
export function linesOf([charges, limits, count, out]) {
  const most = new Map(
    readFileSync(limits, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split(","))
      .map(([code, units]) => [code, Number(units)]),
  );
  const [, ...rows] = firstRows(charges, Number(count) + 1);
  const lines = rows.map((row, index) => {
    const [, , , , code, , units, diagnoses, payer, place] = row.split(",");
    // Three characters each, since the rule's list covers whatever begins with one of its diagnoses.
    const listed = diagnoses === "" ? [] : diagnoses.split(" ").map((diagnosis) => diagnosis.slice(0, 3));
    return { row: index + 2, code, units: Number(units), limit: most.get(code), diagnoses: listed, payer, place };
  });
  return { lines, out };
}

function firstRows(path, count) {
  const file = openSync(path, "r");
  const bytes = Buffer.alloc(count * 256);
  const length = readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  return bytes.toString("utf8", 0, length).split("\n", count);
}

/** Runs `judge` over all lines three times, writes what it found, and prints the lines a second of the best time. */
export async function measure({ lines, out }, judge) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    const keys = await judge(lines);
    best = Math.min(best, performance.now() - started);
    writeFileSync(out, keys.map((key) => `${key}\n`).join(""));
  }
  console.log(Math.round(lines.length / (best / 1000)));
}
