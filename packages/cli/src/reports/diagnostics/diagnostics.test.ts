import type { Diagnostic } from "@edict/rulebook";
import { expect, test } from "vitest";
import { formErrors } from "../../testing/sarif-form.js";
import { diagnosticsGithub } from "./github.js";
import { diagnosticsSarif } from "./sarif.js";
import { diagnosticText } from "./text.js";

const path = "my rules/a,b:1.edict";
const text = "codes A = 77301,\n  77301\n";
const sources = new Map([[path, { path, text }]]);

const diagnostic: Diagnostic = {
  code: "unlikely-date",
  severity: "info",
  message: "100% wrong:\nsee, here \u001b[2J",
  at: { file: path, line: 1, column: 11 },
  span: { file: path, start: 10, end: 15 },
  related: [{ at: { file: path, line: 1, column: 7 }, text: "of this" }],
  fixes: [
    {
      title: "take it out",
      edits: [
        { span: { file: path, start: 15, end: 24 }, text: "" },
        { span: { file: path, start: 6, end: 7 }, text: "B" },
      ],
    },
  ],
};
const error: Diagnostic = { ...diagnostic, code: "unknown-name", severity: "error", related: [], fixes: [] };

test("an annotation is one line, whatever its path and message hold", () => {
  expect(diagnosticsGithub([diagnostic], sources)).toBe(
    "::notice file=my rules/a%2Cb%3A1.edict,line=1,col=11,endColumn=16,title=unlikely-date::" +
      "100%25 wrong:\\x0asee, here \\x1b[2J\n",
  );
  const hostile = { ...diagnostic, at: { ...diagnostic.at, file: "a\u001b[2J\n::error::b.edict" } };
  expect(diagnosticsGithub([hostile], sources)).toContain(" file=a\\x1b[2J%0A%3A%3Aerror%3A%3Ab.edict,");
  const long = { ...error, span: { file: path, start: 10, end: 24 } };
  expect(diagnosticsGithub([long], sources)).toMatch(/^::error file=\S* \S+,line=1,col=11,endLine=2,title=/);
  expect(diagnosticsGithub([{ ...diagnostic, severity: "warning" }], new Map())).toMatch(/^::warning /);
});

test("a line of megabytes is shown around the place, in the time that this takes", { timeout: 10_000 }, () => {
  const start = 4_000_000;
  const line = `${"x".repeat(start)}77301${"y".repeat(start)}`;
  const far: Diagnostic = {
    ...error,
    at: { file: path, line: 2, column: start + 1 },
    span: { file: path, start: start + 2, end: start + 7 },
  };
  const long = new Map([[path, { path, text: `#\n${line}\r\n# next\n` }]]);
  for (let times = 0; times < 5000; times++) {
    const shown = diagnosticText(far, long, (_, said) => said).split("\n");
    if (times > 0) continue;
    expect(shown[1]).toBe(`  2 | ${"x".repeat(80)}77301${"y".repeat(75)}`);
    expect(shown[2]).toBe(`    | ${" ".repeat(80)}^^^^^`);
  }
});

test("SARIF has the form of version 2.1.0", () => {
  expect(formErrors(diagnosticsSarif([diagnostic, error], sources, null))).toEqual([]);
});

test("SARIF says what, how severe, where, and how to mend it", () => {
  const log = diagnosticsSarif([diagnostic, error], sources, "https://edict.example/pages");
  expect(JSON.parse(log)).toMatchObject({
    runs: [
      {
        tool: {
          driver: {
            rules: [
              {
                id: "unknown-name",
                helpUri: "https://edict.example/pages/unknown-name.md",
                defaultConfiguration: { level: "error" },
                properties: { tags: ["names"] },
              },
              { id: "unlikely-date", defaultConfiguration: { level: "warning" }, properties: { tags: ["dates"] } },
            ],
          },
        },
        results: [
          {
            ruleId: "unlikely-date",
            ruleIndex: 1,
            level: "note",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "my%20rules/a%2Cb%3A1.edict" },
                  region: { startLine: 1, startColumn: 11, endLine: 1, endColumn: 16 },
                },
              },
            ],
            fixes: [
              {
                description: { text: "take it out" },
                artifactChanges: [
                  {
                    replacements: [
                      { deletedRegion: { startLine: 1, startColumn: 16, endLine: 2, endColumn: 8 } },
                      {
                        deletedRegion: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 8 },
                        insertedContent: { text: "B" },
                      },
                    ],
                  },
                ],
              },
            ],
          },
          { ruleId: "unknown-name", ruleIndex: 0, level: "error" },
        ],
      },
    ],
  });
  expect(log).toContain(
    `"relatedLocations": [\n            {\n              "id": 0,\n              "message": {\n                "text": "of this"`,
  );
});

test("a path on a disk is an address of a file", () => {
  const at = {
    ...error,
    at: { file: "/a b/c.edict", line: 1, column: 1 },
    span: { file: "/a b/c.edict", start: 0, end: 0 },
  };
  expect(diagnosticsSarif([at], new Map(), null)).toContain('"uri": "file:///a%20b/c.edict"');
});
