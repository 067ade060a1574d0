/** Add-on codes with what is listed for them. A row of a table here is `addon primary from to type`, `.` a blank. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatDate, noDate } from "@edict/rulebook";
import { addOnGroups } from "./add-on-groups.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

const shown = (days: readonly { readonly from: number; readonly to: number }[]): string =>
  days.map(({ from, to }) => [from, to].map((day) => (day === noDate ? "" : formatDate(day))).join(" to ")).join(", ");

async function groups(...rows: readonly string[]): Promise<readonly string[]> {
  const lines = rows.map((row) => row.replaceAll(" ", ",").replaceAll(".", ""));
  writeFileSync(join(folder, "a.csv"), ["addon,primary,effective,deleted,type", ...lines, ""].join("\n"));
  return (await addOnGroups("a.csv", folder)).flatMap(({ code, all, some, primaries }) => [
    `${code}: all ${shown(all)}; some ${shown(some)}`,
    ...primaries.map((primary) => `  ${primary.code} ${shown(primary.days)}`),
  ]);
}

test("primary codes are gathered with their days, and days that follow each other are one stretch", async () => {
  expect(
    await groups(
      "77293 77295 2014-01-01 2019-12-31 1",
      "77293 77295 2020-01-01 . 1",
      "77293 77301 2015-01-01 . 1",
      "0394T 77402 . 2020-12-31 1",
      "0394T 77402 2022-01-01 . 1",
    ),
  ).toEqual([
    "0394T: all  to 2020-12-31, 2022-01-01 to ; some ",
    "  77402  to 2020-12-31, 2022-01-01 to ",
    "77293: all 2014-01-01 to ; some ",
    "  77295 2014-01-01 to ",
    "  77301 2015-01-01 to ",
  ]);
});

test("where others may be primary too, not all are listed, and where none is, nothing is said", async () => {
  expect(
    await groups(
      "77001 . 2014-01-01 . 2",
      "77002 77301 2014-01-01 . 3",
      "77003 77301 2014-01-01 . 1",
      "77003 . 2020-01-01 2020-12-31 2",
    ),
  ).toEqual([
    "77001: all ; some ",
    "77002: all ; some 2014-01-01 to ",
    "  77301 2014-01-01 to ",
    "77003: all 2014-01-01 to 2019-12-31, 2021-01-01 to ; some 2020-01-01 to 2020-12-31",
    "  77301 2014-01-01 to ",
  ]);
});
