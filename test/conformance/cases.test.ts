/** Sends each conformance case through every stage: text, rulebook, its JSON, both evaluators, the command. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCharges } from "@edict/charges";
import { main } from "@edict/cli";
import { evaluate } from "@edict/engine";
import { compile } from "@edict/language";
import type { Finding, Rulebook } from "@edict/rulebook";
import { printRulebook, readRulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import type { PlainLine } from "../reference/index.js";
import { referenceEvaluate } from "../reference/index.js";
import { readCases } from "./read-cases.js";

for (const { name, rules, charges, findings } of readCases()) {
  test(`case ${name}`, async () => {
    const rulebook = compiled(rules);
    const folder = mkdtempSync(join(tmpdir(), "edict-case-"));
    try {
      writeFileSync(join(folder, "c.csv"), charges);
      writeFileSync(join(folder, "a.edict"), rules);
      const { layouts, fields } = rulebook;
      const read = await readCharges({ files: ["c.csv"], folder, layouts, layout: null, fields, set: new Map() });
      expect(read.rejected).toEqual([]);
      const engine: Finding[] = [];
      const tables = new Map<string, never>();
      const account = evaluate({ rulebook, charges: read.charges, tables, onFindings: (some) => engine.push(...some) });
      // A rule that was not evaluated would find nothing, whatever a case says.
      expect(account.notEvaluated).toEqual([]);
      expect(engine.map(short)).toEqual(findings);
      if (read.netted === 0) expect(byReference(rulebook, charges)).toBe(asText(engine));
      let out = "";
      await main(["run", "a.edict", "--charges", "c.csv", "--format", "ndjson"], {
        cwd: folder,
        stdout: { write: (text) => (out += text) },
        stderr: { write: () => true, isTTY: false },
        stdoutIsTTY: false,
        env: {},
      });
      expect(out.trimEnd()).toBe(asText(engine));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

/** The rulebook, after a way through its JSON. */
function compiled(rules: string): Rulebook {
  const { rulebook, diagnostics } = compile(["a.edict"], memoryHost(new Map([["a.edict", rules]])));
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  if (rulebook === null) throw new Error("rules without errors have no rulebook");
  const printed = printRulebook(rulebook);
  const back = readRulebook(JSON.parse(printed));
  if (!("rulebook" in back)) throw new Error(back.problems.join("; "));
  expect(printRulebook(back.rulebook)).toBe(printed);
  return back.rulebook;
}

function byReference(rulebook: Rulebook, charges: string): string {
  const [head = "", ...rows] = charges.trimEnd().split("\n");
  const fields = head.split(",");
  const lines = rows.map((row, index) =>
    plainLine(new Map(row.split(",").map((cell, at) => [fields[at] ?? "", cell])), index + 2),
  );
  const known = new Set([...fields, ...(fields.includes("diagnoses") ? ["primary diagnosis"] : [])]);
  return asText(
    referenceEvaluate({ rulebook, lines, files: [{ name: "c.csv", fields: known }], tables: new Map() }).findings,
  );
}

function plainLine(cells: ReadonlyMap<string, string>, row: number): PlainLine {
  const own = new Set(["patient", "date", "code", "modifiers", "units", "diagnoses"]);
  const list = (field: string): readonly string[] => (cells.get(field) ?? "").split(" ").filter((part) => part !== "");
  const units = cells.get("units") ?? "";
  return {
    file: "c.csv",
    row,
    patient: cells.get("patient") ?? "",
    date: cells.get("date") ?? "",
    code: cells.get("code") ?? "",
    modifiers: list("modifiers"),
    units: units === "" ? 1 : Number(units),
    diagnoses: list("diagnoses"),
    fields: Object.fromEntries(
      [...cells]
        .filter(([field, cell]) => !own.has(field) && cell !== "")
        .map(([field, cell]) => [field, field === "amount" ? Number(cell) : cell]),
    ),
  };
}

function short({ rule, subject, others }: Finding): string {
  return `${rule} row ${subject.row}${others.length === 0 ? "" : ` with ${others.map(({ row }) => row).join(" ")}`}`;
}

function asText(findings: readonly Finding[]): string {
  return findings.map((finding) => JSON.stringify(finding)).join("\n");
}
