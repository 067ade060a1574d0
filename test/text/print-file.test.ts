/** What is printed means what was written, and printing it again changes nothing. */
import { expect, test } from "vitest";
import { readCases } from "../conformance/read-cases.js";
import { readPages } from "../diagnostics/pages.js";
import { memoryHost } from "../hosts/memory-host.js";
import { paths, read } from "../tidy/tree.js";
import { bothWays, printed } from "./printed.js";

const texts: readonly (readonly [string, string])[] = [
  ...readCases().map(({ name, rules }) => [name, rules] as const),
  // A page may show an edict.json.
  ...readPages().flatMap(({ code, language, prefer }) =>
    prefer === null || language !== "edict" ? [] : [[`${code}.md`, prefer] as const],
  ),
];

/** The rulebooks that stand in files. */
const books: readonly (readonly [string, ReadonlyMap<string, string>])[] = ["rules", "examples"].map((folder) => {
  const files = paths.filter((path) => path.startsWith(`${folder}/`) && /\.(?:edict|csv)$/.test(path));
  return [folder, new Map(files.map((path) => [path, read(path)]))] as const;
});

test.each([...texts.map(([name, text]) => [name, new Map([["a.edict", text]])] as const), ...books])(
  "%s means the same when it is printed",
  (_, files) => {
    const roots = [...files.keys()].filter((path) => path.endsWith(".edict"));
    const both = bothWays(roots, memoryHost(new Map([["pairs.csv", ""], ...files])));
    expect(both).not.toBeNull();
    expect(both?.asPrinted).toBe(both?.asWritten);
    for (const path of roots) {
      const once = printed(files.get(path) ?? "");
      expect(printed(once)).toBe(once);
    }
  },
);

test("each kind of declaration in its layout", () => {
  const text = `use "../codes"

# What simulation is.
codes Simulation = 77280, 77285..77290 until 2025-12-31 except 77285

payers Government = Medicare, Medicaid

setting hospital = place 19, 22, bill 13

episode Course of Simulation ends after 1 day idle

authority NCCI-IX "a \\"manual\\"" version "2026" url "https://example.org/"

table MaxUnits
  | code code | units |
  | 77300     | 10    |
  | 77334     | 1,000 |

table Pairs from "pairs.csv"
  column1 code, why text from "Rationale"

table ValidCodes lists valid codes effective row.added to row.ended from "pairs.csv"
  code code, added date, ended date

table Own lists valid codes effective to row.ended
  | code  | ended      |
  | 77300 | 2026-12-31 |

layout Export
  date      from "DOS" as "MM/DD/YYYY"
  diagnoses from "DX1", "DX2" split by ","

rule RO-101 "IMRT planning includes simulation"
  for Medicare in hospital
  effective 2024-01-01 to 2026-12-31
  because NCCI-IX "a detail"
  bundle (Simulation, 77295) having (modifier is 26 or units > 1)
    into 77301 that follows within 1 to 30 days in the same Course
  when amount >= $5,000.50
  unless modifier in 59, XU on either line
  deny as CARC 97 RARC N20 "{code}"
  suggest modifier XS

waive RO-101 for Aetna effective 2026-07-01
  because NCCI-IX

test "a pair"
  given payer Medicare, place 22, starting 2026-03-02
  day 1             77290
  weekdays 2 to 10  77427-26 x2  diagnosis C61, Z51.0 amount $450
  expect RO-101 on 77290 day 1
  expect nothing else
`;
  expect(printed(text)).toBe(text);
});
