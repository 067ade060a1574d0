import { expect, test } from "vitest";
import { analysed } from "../editor/testing/analysed.js";
import { catalogues } from "../diagnostics/catalogues.js";
import { families, lints } from "./families.js";
import { lint, settled } from "./run-lints.js";
import type { SettableSeverity } from "./settings/settings.js";

const text = `
authority A "Manual" version "1" url "https://a.org"
codes Late = 77301 from 2199-01-01
payer Aetna = "AETNA"

rule R-1 "One plan a day"
  effective 2026-01-01
  limit 77301 to 1 unit per day
  deny as CARC 151 "{code} on {date}"
  suggest units
`;

function said(set: { readonly [code: string]: SettableSeverity }, whole = true): readonly string[] {
  const settings = { lint: new Map(Object.entries(set)) };
  const analysis = analysed(text).analysis;
  const diagnostics = whole ? lint(analysis, () => settings) : settled(analysis, () => settings);
  const codes = ["missing-because", "unlikely-date", "unused-authority", "unused-set"];
  return diagnostics.flatMap(({ code, severity }) => (codes.includes(code) ? [`${severity} ${code}`] : []));
}

test("the warnings of the checks and the lints come in one order", () => {
  expect(said({})).toEqual([
    "warning unused-authority",
    "warning unused-set",
    "warning unlikely-date",
    "warning missing-because",
  ]);
});

test("a project's severities hold for both", () => {
  expect(said({ "unused-authority": "info", "unlikely-date": "off", "missing-because": "error" })).toEqual([
    "info unused-authority",
    "warning unused-set",
    "error missing-because",
  ]);
});

test("what a run is told leaves the lints out", () => {
  expect(said({ "unused-set": "off" }, false)).toEqual(["warning missing-because"]);
});

test("a code is unique over all catalogues", () => {
  const codes = Object.values(catalogues).flatMap((catalogue) => Object.keys(catalogue));
  expect(codes.length).toBe(new Set(codes).size);
  expect(Object.values(families).flat()).toEqual(lints);
});
