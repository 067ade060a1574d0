/** Sends each conformance case through every stage, and holds what comes of it to what the page says. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChargesRead } from "@edict/charges";
import { explain, runTests } from "@edict/engine";
import type { Finding, Rulebook, TableData } from "@edict/rulebook";
import { expect, test } from "vitest";
import type { ConformanceCase } from "./read-cases.js";
import { readCases } from "./read-cases.js";
import type { Findings } from "./stages.js";
import { byCommand, byEngine, byReference, chargesOf, rulebookOf, tablesOf } from "./stages.js";

test.each(readCases().map((one) => [one.name, one] as const))("case %s", async (_, one) => {
  const rulebook = rulebookOf(one);
  const folder = mkdtempSync(join(tmpdir(), "edict-case-"));
  try {
    writeFileSync(join(folder, "a.edict"), one.rules);
    for (const [name, text] of one.files) writeFileSync(join(folder, name), text);
    const tables = await tablesOf(rulebook, folder);
    if (one.charges.length > 0) await holdsForCharges(one, rulebook, tables, folder);
    const tests = one.expected.get("tests");
    if (tests !== undefined) expect(testLines(rulebook, tables)).toEqual(tests);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function holdsForCharges(
  one: ConformanceCase,
  rulebook: Rulebook,
  tables: ReadonlyMap<string, TableData>,
  folder: string,
): Promise<void> {
  const expected = (block: string): readonly string[] => one.expected.get(block) ?? [];
  const read = await chargesOf(one, rulebook, folder);
  const engine = byEngine(rulebook, read, tables);
  expect(findingLines(engine.findings, expected("findings"))).toEqual(expected("findings"));
  expect(read.rejected.map(({ row, column, value }) => `row ${row} ${column ?? ""} ${value ?? ""}`.trim())).toEqual(
    expected("rejected"),
  );
  // A rule that was not evaluated finds nothing, whatever a case says; so a case must say that it is not.
  expect(engine.notEvaluated.map(({ rule, needs }) => `${rule} needs ${needs.join(", ")}`)).toEqual(
    expected("not-evaluated"),
  );
  if (one.expected.has("account")) expect([accountLine(read)]).toEqual(expected("account"));
  expect(asText(byReference(rulebook, read, tables))).toBe(asText(engine));
  const asked =
    one.sources.length === 0
      ? ["run", "a.edict", ...one.charges.flatMap((file) => ["--charges", file])]
      : ["reconcile", "a.edict", ...one.sources.flatMap(({ source, file }) => ["--source", `${source}=${file}`])];
  const { out, code } = await byCommand([...asked, ...one.options, "--format", "ndjson"], folder);
  expect(withoutPlaces(out.trimEnd())).toBe(asText({ ...engine, notEvaluated: [] }));
  if (one.expected.has("differences")) expect(differenceLines(out)).toEqual(expected("differences"));
  expect(code).toBe(exitCodeOf(engine, read));
  for (const [block, lines] of one.expected) {
    if (!block.startsWith("explain ")) continue;
    expect(explanationLines(rulebook, read, tables, Number(block.slice("explain ".length)))).toEqual(lines);
  }
}

/** `R-1 row 2 with 3`, and the message where the page has one. */
function findingLines(findings: readonly Finding[], expected: readonly string[]): readonly string[] {
  return findings.map((finding, at) => {
    const { rule, override, subject, others, message } = finding;
    const under = override === null ? "" : ` ${override}`;
    const beside = others.length === 0 ? "" : ` with ${others.map(({ row }) => row).join(" ")}`;
    const short = `${rule}${under} row ${subject.row}${beside}`;
    const written = expected[at] ?? "";
    const said = written.includes(": ") ? `${short}: ${message}` : short;
    return written.includes(" => ") ? `${said} => ${codeProposed(finding)}` : said;
  });
}

/** `R-1 row 2 in treatment, not in charges`, of each line that `edict reconcile` prints. */
function differenceLines(out: string): readonly string[] {
  return out.split("\n").flatMap((text) => {
    if (text === "") return [];
    const difference: DifferenceLine = JSON.parse(text);
    const lacks = [
      ...difference.notIn.map((source) => `not in ${source}`),
      ...difference.fewerIn.map((source) => `too few in ${source}`),
      ...difference.alsoIn.map((source) => `also in ${source}`),
    ];
    return [`${difference.rule} row ${difference.subject.row} ${[`in ${difference.in}`, ...lacks].join(", ")}`];
  });
}

interface DifferenceLine {
  readonly in: string;
  readonly notIn: readonly string[];
  readonly fewerIn: readonly string[];
  readonly alsoIn: readonly string[];
  readonly rule: string;
  readonly subject: { readonly row: number };
}

/** What `edict reconcile` prints is the findings, each with where its line is said before the rest. */
function withoutPlaces(out: string): string {
  return out.replace(/^\{"in":"[^"]*","notIn":[^\]]*\],"fewerIn":[^\]]*\],"alsoIn":[^\]]*\],/gm, "{");
}

function codeProposed({ suggestion }: Finding): string {
  return suggestion?.kind === "replace" ? suggestion.code : "none";
}

function accountLine({ rows, charges, netted, rejected }: ChargesRead): string {
  return `${rows} rows: ${charges.count} evaluated, ${netted} netted, ${rejected.length} rejected`;
}

/** What settles each rule on a line: the last step of its explanation. */
function explanationLines(
  rulebook: Rulebook,
  { charges }: ChargesRead,
  tables: ReadonlyMap<string, TableData>,
  row: number,
): readonly string[] {
  const line = charges.row.indexOf(row);
  const explained = explain({ rulebook, charges, tables, line, rule: null });
  return explained.map(({ rule, verdict, steps }) => `${rule} ${verdict}: ${steps.at(-1)?.text ?? ""}`);
}

function testLines(rulebook: Rulebook, tables: ReadonlyMap<string, TableData>): readonly string[] {
  return runTests(rulebook, tables).flatMap(({ test: own, passed, missing, unexpected }) => [
    `${passed ? "passed" : "failed"} ${own.title}`,
    ...missing.map(({ rule, code, date }) => `missing ${rule} on ${code} ${date}`),
    ...unexpected.map(({ finding: { rule, subject } }) => `unexpected ${rule} on ${subject.code} ${subject.date}`),
  ]);
}

function asText({ findings, notEvaluated }: Findings): string {
  return [...findings, ...notEvaluated].map((one) => JSON.stringify(one)).join("\n");
}

/** Section 7 of the contract: 3 wins over 1. */
function exitCodeOf({ findings, notEvaluated }: Findings, { rejected }: ChargesRead): number {
  if (notEvaluated.length > 0 || rejected.length > 0) return 3;
  return findings.some(({ outcome }) => outcome === "deny") ? 1 : 0;
}
