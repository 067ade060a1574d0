// The rules that engines of conditions can say too: they look at one line at a time. A limit of units, a list of covered
// diagnoses, a place. As parameters, and as text in Edict; the peers say them in their own words.
import { rulesOf } from "./rulebook.mjs";

const { coverages, settings } = rulesOf(28);

export const coverage = coverages.find(({ id }) => id === "R-06");
export const setting = settings.find(({ id }) => id === "R-25");
export const limitRule = "R-05L";

/** A payer as the rulebook of the benchmark declares Medicare. */
export const isMedicare = (payer) => payer === "MEDICARE" || payer.startsWith("MEDICARE PART B");

export function lineRulebookText() {
  const head = (id, title) => `rule ${id} "${title}"\n  effective 2020-01-01\n  because BENCH\n`;
  return `authority BENCH "Invented for the benchmark"

payer Medicare = "MEDICARE", "MEDICARE PART B*"
setting hospital = place 19, 22

table Limits from "limits.csv"
  code code, units number

${head(limitRule, "units of a line")}  for each row of Limits
  forbid row.code
  when units > row.units
  deny "{code} on {date}"

${head(coverage.id, "coverage")}  for Medicare
  each ${coverage.codes.join(", ")} requires diagnosis in ${coverage.diagnoses.join(", ")}
  deny "{code} on {date}"

${head(setting.id, "setting")}  in hospital
  forbid ${setting.codes.join(", ")}
  deny "{code} on {date}"
`;
}
