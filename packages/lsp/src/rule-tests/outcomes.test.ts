import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OpenRulebook } from "../rulebooks/open-rulebook.js";
import { folderRoot } from "../rulebooks/roots.js";
import { knownOutcomes, outcomesOf } from "./outcomes.js";

async function withRulebook(
  files: { readonly [name: string]: string },
  run: (rulebook: OpenRulebook) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "edict-tests-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    await run(new OpenRulebook(folderRoot(folder), { textAt: () => null, namesIn: () => [] }, () => false));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rule = `table T from "t.csv"
  code code
rule R "t"
  for each row of T
  forbid row.code
  deny
test "one"
  2026-03-02 77280
  expect R on 77280 2026-03-02
`;

test("tests are run with the rows of table files, once for a state, and left where nobody wants them any more", async () => {
  await withRulebook({ "rules.edict": rule, "t.csv": "code\n77280\n" }, async (rulebook) => {
    const checked = await rulebook.checked();
    if (checked === null) throw new Error("nothing changes while the test runs");
    let turns = 0;
    expect(await outcomesOf(rulebook, checked, () => ++turns < 2)).toBeNull();
    expect(knownOutcomes(checked)).toBeNull();
    const outcomes = await outcomesOf(rulebook, checked, () => true);
    expect([...(outcomes?.values() ?? [])].map(({ passed }) => passed)).toEqual([true]);
    expect(knownOutcomes(checked)).toBe(outcomes);
    expect(await outcomesOf(rulebook, checked, () => false)).toBe(outcomes);
  });
});

test("nothing is told of a rulebook with an error, or with a table whose file cannot hold it", async () => {
  for (const table of ["code\nnone\n", "other\n77280\n"]) {
    await withRulebook({ "rules.edict": rule, "t.csv": table }, async (rulebook) => {
      const checked = await rulebook.checked();
      if (checked === null) throw new Error("nothing changes while the test runs");
      expect(await outcomesOf(rulebook, checked, () => true)).toBeNull();
    });
  }
});
