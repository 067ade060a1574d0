/** Proves that a contestant found what Edict found: the same lines by the same rules. */
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";

/** `rule,row` of every finding that Edict wrote as ndjson, sorted. */
export async function findingsOf(path) {
  const keys = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const finding = JSON.parse(line);
    keys.push(`${finding.rule},${finding.subject.row}`);
  }
  return keys.sort();
}

/** `rule,row` lines of a peer, sorted. */
export const keysOf = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((key) => key !== "")
    .sort();

/** Throws where the two differ. Returns how many there are. */
export function sameFindings(ours, theirs, who) {
  const missing = without(theirs, ours);
  const extra = without(ours, theirs);
  if (missing.length + extra.length > 0 || ours.length !== theirs.length) {
    const some = (keys) => keys.slice(0, 5).join(" ");
    throw new Error(
      `findings differ: only from ${who}: ${some(missing)}; only from Edict: ${some(extra)} (${ours.length} and ${theirs.length})`,
    );
  }
  return ours.length;
}

function without(keys, others) {
  const known = new Set(others);
  return keys.filter((key) => !known.has(key));
}

/** What tells the bytes of a file from others. */
export async function digestOf(path) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
