/** From file to columns: Edict's reader alone, as a whole and patient by patient, beside what reads the same bytes. */
import { generate } from "../generate.mjs";
import { compete, peer, say } from "../measure.mjs";

export async function reading({ folder, rounds, pairs, lines }) {
  const { charges } = await generate(folder, { lines, pairs });
  console.log(`\nreading ${lines} charge lines of twelve columns`);
  const reader = (name, args) => ({ name, args: [peer(args[0]), charges, ...args.slice(1)], output: "/dev/null" });
  const contestants = [
    reader("Edict's reader, in memory as a whole", ["read-charges", "whole"]),
    reader("Edict's reader, patient by patient", ["read-charges", "batches"]),
    reader("DuckDB's bare read of every column, 1 thread", ["bare-read", "1"]),
    reader("byte scan in Node, 1 thread", ["byte-scan"]),
  ];
  await compete(contestants, rounds);
  say(contestants, "Edict's reader as a part of it");
}
