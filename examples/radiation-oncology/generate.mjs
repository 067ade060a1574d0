// Writes charges.csv: invented courses of radiation oncology, the same bytes every time. Most are billed as the rules
// want them; every eleventh course or so has one mistake planted in it, and a few rows cannot be read at all.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const rows = [];
let state = 20_260_301;
/** A whole number from 0 up to but not including `below`; its own arithmetic, so that every machine draws the same. */
const draw = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const payers = ["MEDICARE PART B", "AETNA PPO", "BLUE SHIELD", "UHC"];
const amounts = {
  77290: 512.4,
  77301: 2210,
  77412: 310,
  77386: 640,
  77427: 195.5,
  77336: 92,
  77373: 1480,
  77522: 1150,
  77770: 690,
  77295: 480,
};
const at = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const firstDay = Date.UTC(2025, 0, 6) / 86_400_000;

function course(number) {
  const kind = number % 5;
  const planted = number % 11 === 5;
  // What is planted must meet the payer and the setting of its rule.
  const hospital = planted && kind !== 3 ? kind !== 4 : draw(3) > 0;
  const payer = payers[planted && kind !== 3 ? 0 : planted ? 1 : draw(4)];
  const monday = firstDay + 7 * draw(80);
  const provider = `PR${1 + draw(4)}`;
  const bill = (day, code, more = {}) =>
    rows.push([
      `P${String(number).padStart(4, "0")}`,
      `C${number}-${Math.floor((day - monday) / 30) + 1}`,
      at(day),
      code,
      more.modifier ?? "",
      more.units ?? 1,
      more.diagnosis ?? (kind === 3 ? "C71.9" : "C61"),
      payer,
      hospital ? "22" : "11",
      hospital ? "131" : "",
      provider,
      kind === 3 && !more.open ? `AU${number}` : "",
      ((amounts[code] ?? 150) * Math.abs(more.units ?? 1)).toFixed(2),
    ]);
  const weekdays = (from, count) =>
    Array.from({ length: count }, (_, index) => from + index + 2 * Math.floor(index / 5));
  bill(monday, "77290");
  const start = monday + 42;
  bill(monday + (planted && kind === 1 ? 20 : 35), "77301");
  if (kind === 0 || kind === 1) {
    const code = kind === 0 || at(start) >= "2025-11-01" ? "77412" : "77386";
    const days = weekdays(start, 10 + 5 * draw(4));
    for (const [index, day] of days.entries()) {
      bill(day, code);
      if (index % 5 === 4) bill(day, "77427");
      if (index % 5 === 2) bill(day, "77336");
    }
    if (planted && kind === 0) bill(days[days.length - 1], "77427", { modifier: "26" });
  } else if (kind === 2) {
    for (let fraction = 0; fraction < (planted ? 6 : 5); fraction++) bill(start + 2 * fraction, "77373");
  } else if (kind === 3) {
    for (const day of weekdays(start, 20)) bill(day, "77522", { open: planted && day === start });
  } else {
    for (let fraction = 0; fraction < 3; fraction++)
      bill(start + 7 * fraction, "77770", planted && fraction === 1 ? { units: 9 } : {});
  }
  if (number % 9 === 4) {
    // Billed by mistake, and taken back.
    bill(start, "77295");
    bill(start, "77295", { units: -1 });
  }
}

for (let number = 1; number <= 130; number++) course(number);
const spare = ["C900", "2026-03-02", "77290", "", 1, "C61", "UHC", "22", "131", "PR1", "", "512.40"];
const changed = (index, value) => spare.map((cell, place) => (place === index ? value : cell));
rows.push(["P0900", ...changed(1, "2026-02-30")]);
rows.push(["P0901", ...changed(2, "7729")]);
rows.push(["P0902", ...changed(4, -1)]);
rows.push(["", ...spare]);

const header = [
  "MRN",
  "Claim ID",
  "DOS",
  "CPT",
  "Modifiers",
  "Units",
  "Diagnoses",
  "Payer",
  "POS",
  "Type of Bill",
  "Provider",
  "Authorization",
  "Amount",
];
writeFileSync(
  process.argv[2] ?? fileURLToPath(new URL("charges.csv", import.meta.url)),
  [header, ...rows].map((row) => row.join(",")).join("\n") + "\n",
);
