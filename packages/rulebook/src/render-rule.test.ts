import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRulebook } from "./read-rulebook.js";
import { renderRule } from "./render-rule.js";

test("each rule of the example is one line", () => {
  const read = readRulebook(JSON.parse(readFileSync(new URL("../example.json", import.meta.url), "utf8")));
  const rules = "rulebook" in read ? read.rulebook.rules : [];
  expect(rules.map(renderRule)).toEqual([
    "NCCI-PTP for Medicare row.effective..row.deleted row of PtpEdits: companion each row.column2 present row.column1 [same day, same provider] unless row.indicator = 1 and modifiers in NcciBypass on either -> deny 97 M15",
    "RO-101 for Medicare in hospital 2024-01-01..2026-12-31: companion each Simulation present 77301 [after 0..30 days, Course] unless modifiers in NcciBypass on either -> deny 97 suggest remove" +
      " | override for Aetna ~ for Aetna in hospital 2024-01-01..2026-12-31: companion each Simulation present 77301 [after 0..14 days] unless modifiers in NcciBypass on either -> deny 97 suggest remove" +
      " | waive for Medicare 2026-07-01..",
    "RO-201: count more 77427 having (not modifiers in NcciBypass) than 1 units for every 5 days of Delivery remainder 3 at least 1 per Course and provider -> hold suggest units",
    "RO-202 row of MaxUnits: count more row.code than row.units units per 1 months all lines -> review",
    'RO-301: line first any code except Simulation requires diagnoses in ProtonCovered, C69<C6: or a row of MaxUnits where (code = row.code) or authorization is present; companion last Delivery fewer-than 2 lines of Simulation [before 1 days.., same claim] when payer in Aetna, "Other*" and setting in hospital and bill in 13 and code in Delivery, 77301 and tumor_site in "prostate" and amount >= 5000.5 -> advise suggest "look at the record"',
  ]);
});
