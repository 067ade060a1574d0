/** What `edict diff` says of dates that are closed, and of days that nobody meant. */
import { expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";

const { put, edict } = commandLine();

const rules = `
authority HOUSE "House policy" version "2024"
authority NOTICE "Notice of March"
payer Medicare = "MEDICARE"
payer Aetna = "AETNA"
codes Sim = 77290
rule R "One plan a day"
  effective 2024-01-01
  because HOUSE "plans"
  bundle Sim into 77301 on the same day
  deny
`;

async function diff(head: string, ...options: string[]) {
  put({ "old/a.edict": rules, "new/a.edict": head });
  return edict("diff", "old", "new", ...options);
}

const closed = ["--closed-through", "2026-09-30"];
const gained = rules.replace("Sim = 77290", "Sim = 77290, 77280");

test("a change that reaches closed dates is set apart, and fails where nobody is named for it", async () => {
  const { code, out, err } = await diff(gained, ...closed);
  expect(out).toContain(
    `1 rule gives other results for dates that are closed, until 2026-09-30; 1 of them without naming who says so
  R: from 2024-01-01 to 2026-09-30: stricter; no authority is named for it
`,
  );
  expect(err).toBe("edict: closed dates get other results, and a rule names nobody for it\n");
  expect(code).toBe(1);
  expect((await diff(gained, ...closed, "--fail-on", "closed")).code).toBe(1);
  expect((await diff(gained, ...closed, "--format", "markdown")).out).toContain(
    "**1 rule gives other results for dates that are closed, until 2026-09-30; 1 of them without naming who says so.**\n\n- `R` from 2024-01-01",
  );
  expect((await diff(gained, ...closed, "--format", "sarif")).out).toContain('"level": "error"');
});

test("what begins after the closed dates is a change and no more", async () => {
  const later = rules.replace("Sim = 77290", "Sim = 77290, 77280 from 2026-10-01");
  const { code, out, err } = await diff(later, ...closed);
  expect(out).not.toContain("closed");
  expect([code, err]).toEqual([1, ""]);
  expect((await diff(later, ...closed, "--fail-on", "closed")).code).toBe(0);
  const dayBefore = rules.replace("Sim = 77290", "Sim = 77290, 77280 from 2026-09-30");
  expect((await diff(dayBefore, ...closed, "--fail-on", "closed")).out).toContain("R: on 2026-09-30: stricter");
});

test.each([
  [
    "another authority",
    gained.replace('because HOUSE "plans"', 'because HOUSE "plans"\n  because NOTICE "from 2024 on"'),
  ],
  ["another place in the same one", gained.replace('HOUSE "plans"', 'HOUSE "plans, as corrected in March"')],
  ["another version of it", gained.replace('version "2024"', 'version "2026"')],
  ["that of a waiver", `${rules}waive R for Aetna\n  because NOTICE\n`],
])("a rule that names %s for the change does not fail", async (_, head) => {
  const { code, out } = await diff(head, ...closed, "--fail-on", "closed");
  expect(out).toMatch(/; each names who says so\n {2}R: .*; named for it: (?:HOUSE|NOTICE)/);
  expect(code).toBe(0);
});

test("a rule that is taken away, and findings that say something else, are changes of closed dates too", async () => {
  expect((await diff(rules.slice(0, rules.indexOf("rule R")), ...closed)).out).toContain(
    "R: from 2024-01-01 to 2026-09-30: looser; no authority",
  );
  expect((await diff(rules.replace("  deny", "  hold"), ...closed)).out).toContain(
    "R: what findings say, from 2024-01-01 to 2026-09-30; no authority",
  );
  const cited = rules.replace("  because HOUSE", "  because NOTICE\n  because HOUSE");
  const { out } = await diff(cited, ...closed);
  expect(out).toContain("says otherwise: authority");
  expect(out).not.toContain("closed");
});

const overridden = (from: string, to: string): string => `${rules}
override R for Aetna effective 2024-01-01 to ${to}
  bundle Sim into 77301 that follows within 3 days
override R for Aetna effective ${from} to 2027-12-31
  bundle Sim into 77301 that follows within 5 days
`;

test("days between two overrides on which the rule holds as written are listed", async () => {
  put({ "old/a.edict": overridden("2026-01-01", "2025-12-31"), "new/a.edict": overridden("2026-02-01", "2025-12-31") });
  const { out } = await edict("diff", "old", "new");
  expect(out).toContain(
    "  gap between overrides from 2026-01-01 to 2026-01-31 for Aetna: the rule holds as written between days on which it is overridden\n",
  );
  put({ "old/a.edict": overridden("2026-02-01", "2025-12-31") });
  expect((await edict("diff", "old", "new")).out).not.toContain("gap");
});

test("days on which a rule is off between days on which it holds are listed, and those of a waiver are not", async () => {
  const until = rules.replace("effective 2024-01-01", "effective 2024-01-01 to 2025-12-31");
  const { out } = await diff(`${until}override R effective 2026-02-01\n  bundle Sim into 77301 on the same day\n`);
  expect(out).toContain("  gap from 2026-01-01 to 2026-01-31: the rule is off between days on which it holds\n");
  expect((await diff(`${rules}waive R effective 2026-01-01 to 2026-01-31\n`)).out).not.toContain("gap");
});

test("a date that is none, and closed dates that nobody named, are wrong usage", async () => {
  expect((await diff(rules, "--closed-through", "2026-02-30")).code).toBe(2);
  expect((await diff(rules, "--fail-on", "closed")).err).toContain("say it with --closed-through");
});
