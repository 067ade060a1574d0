/** The declarations and the rules that the edits of this folder start from. */

/** What stands in every rulebook here, before the rules. */
export const declarations = `authority NCCI "NCCI" version "2026"
authority LCD "LCD"
payer Medicare = "MCR", "MEDICARE PART B*"
payer Aetna = "AETNA*"
payer Cigna = "CIGNA"
payers Commercial = Aetna, Cigna
setting hospital = place 19, 22, bill 13
setting freestanding = place 11
modifiers Bypass = 59, XE, XS
modifiers Sides = LT, RT
codes Simulation = 77280, 77285, 77290
codes Planning = 77295, 77301, 77306..77307
codes Delivery = 77385..77386 until 2025-12-31, 77402, 77412
codes Care = Simulation, Planning, Delivery
diagnoses Covered = C61, C50
episode Course of Delivery ends after 30 days idle
field tumor_site text
table Most
  | code  | units |
  | 77300 | 10    |
  | 77334 | 4     |
table Pairs
  | one   | two   | effective date | deleted date | indicator |
  | 77301 | 77280 | 2020-01-01 |            | 1         |
  | 77301 | 77290 | 2020-01-01 | 2024-12-31 | 0         |
`;

export const bundle = `rule R "t"
  for Medicare in hospital
  effective 2024-01-01 to 2026-12-31
  because NCCI "simulation"
  bundle Simulation into 77301 that follows within 30 days in the same Course
  unless modifier in Bypass on either line
  deny as CARC 97 "{code} is part of {other.code}"
  suggest remove
`;

export const requires = `rule R "t"
  because LCD
  each Delivery requires Planning within 60 days before
  hold "{code} has no plan"
`;

export const limit = `rule R "t"
  because LCD
  limit 77427 to 1 unit for every 5 days of Delivery counting a remainder of 3 or more per Course
  deny "{count} of {allowed}"
`;

export const units = `rule R "t"
  because LCD
  limit Simulation to 3 units per day and provider
  deny "{count} of {allowed}"
`;

export const covered = `rule R "t"
  for Medicare, Aetna
  because LCD
  each 77301 requires diagnosis in Covered
  deny "{code} is not covered"
`;

export const plain = `rule R "t"
  for Commercial
  because LCD
  forbid Planning
  when units > 2 and place is 22
  deny "{code}"
`;

export const rows = `rule R "t"
  for each row of Most
  because LCD
  limit row.code to row.units units per day
  deny "{count}"
`;

export const pairs = `rule R "t"
  for each row of Pairs
  effective row.effective to row.deleted
  because NCCI
  bundle row.two into row.one on the same day by the same provider
  unless row.indicator = 1 and modifier in Bypass on either line
  deny "{code}"
`;

export const overridden = `${bundle}
override R for Aetna effective 2025-01-01
  because LCD
  bundle Simulation into 77301 that follows within 14 days
`;
