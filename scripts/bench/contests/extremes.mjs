/**
 * What is large in one respect alone: a patient of 200,000 lines, a day of 20,000, cells of a megabyte, a set of 100,000
 * codes, 5,000 rules. Each is run in full and at a quarter of that, as whole processes; what grows as it should takes four
 * times as long, net of what the same run takes with next to nothing.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allCodes } from "../codes.mjs";
import { generate } from "../generate.mjs";
import { manyRules } from "../many-rules.mjs";
import { compete, edict, median } from "../measure.mjs";
import { randomSource } from "../random.mjs";

const header = "line,patient,claim,date,code,modifiers,units,diagnoses,payer,place,provider,amount,note";

/** One patient's lines over so many days; `note` is of so many bytes. */
function chargesOf(lines, days, note = 0) {
  const random = randomSource(lines);
  const text = "n".repeat(note);
  const rows = Array.from({ length: lines }, (_, at) => {
    const date = new Date(Date.UTC(2010, 0, 1 + random.between(0, days - 1))).toISOString().slice(0, 10);
    const modifier = random.chance(0.1) ? "59" : "";
    const code = random.chance(0.3) ? random.pick(allCodes.slice(-28)) : random.pick(allCodes);
    return `${at + 2},P1,C${at >> 3},${date},${code},${modifier},1,C61,MEDICARE,22,D${random.between(1, 3)},10.50,${text}`;
  });
  return `${header}\n${rows.join("\n")}\n`;
}

/** A set of so many codes, each written, and a rule that names it. */
function largeSet(count) {
  const codes = Array.from({ length: count }, (_, at) => String(at).padStart(5, "0"));
  return `codes Many = ${codes.join(", ")}\nrule R-1 "many codes"\n  forbid Many\n    when units > 4\n  review\n`;
}

export async function extremes({ folder, rounds, pairs }) {
  const own = join(folder, "extremes");
  mkdirSync(own, { recursive: true });
  const file = (name, text) => {
    writeFileSync(join(own, name), text);
    return join(own, name);
  };
  const paths = await generate(folder, { lines: 100_000, pairs });
  const kinds = [
    {
      name: "lines of one patient, over twenty years",
      sizes: [50_000, 200_000],
      input: (size) => [paths.rules, file(`patient-${size}.csv`, chargesOf(size, 7300))],
      nothing: () => [paths.rules, file("patient.csv", chargesOf(10, 7300))],
    },
    {
      name: "lines of one patient on one day",
      sizes: [5_000, 20_000],
      input: (size) => [paths.rules, file(`day-${size}.csv`, chargesOf(size, 1))],
      nothing: () => [paths.rules, file("day.csv", chargesOf(10, 1))],
    },
    {
      name: "bytes of each of 100 cells",
      sizes: [250_000, 1_000_000],
      input: (size) => [file("cells.edict", largeSet(1)), file(`cells-${size}.csv`, chargesOf(100, 1, size))],
      nothing: () => [file("cells.edict", largeSet(1)), file("cells.csv", chargesOf(100, 1))],
    },
    {
      name: "codes of one set",
      sizes: [25_000, 100_000],
      input: (size) => [file(`set-${size}.edict`, largeSet(size)), paths.charges],
      nothing: () => [file("set.edict", largeSet(1)), paths.charges],
    },
    {
      name: "rules, over 100,000 lines",
      sizes: [1_250, 5_000],
      input: (size) => [file(`rules-${size}.edict`, manyRules(size)), paths.charges],
      nothing: () => [file("rules.edict", manyRules(1)), paths.charges],
    },
  ];
  console.log(
    "\nlarge in one respect: the processor's seconds at a quarter and in full, and growth net of next to nothing",
  );
  for (const { name, sizes, input, nothing } of kinds) {
    const contestants = [nothing(), ...sizes.map(input)].map(([rules, charges]) => ({
      args: [edict, "run", rules, "--charges", charges, "--format", "ndjson", "--threads", "1"],
      output: "/dev/null",
      allowed: [0, 1, 3],
    }));
    await compete(contestants, rounds);
    const [base, less, more] = contestants.map(({ runs }) => median(runs.map(({ processor }) => processor)));
    const growth = (more - base) / (less - base);
    const figures = [base, less, more].map((seconds) => seconds.toFixed(2).padStart(8)).join("");
    console.log(`${name.padEnd(42)} ${sizes.join(" and ").padStart(20)} ${figures}   × ${growth.toFixed(1)}`);
  }
}
