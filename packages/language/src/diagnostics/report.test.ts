import { define } from "@edict/rulebook";
import { expect, test } from "vitest";
import { stretchOf } from "../source/source.js";
import { report } from "./report.js";

const catalogue = define({
  "unknown-colour": { severity: "error", message: (p: { name: string }) => `unknown colour ${p.name}` },
  "too-grey": { severity: "warning", message: () => "that is too grey" },
});
const source = { path: "a.edict", text: "one\ntwo three" };

test("a report carries place, span, message, the other side and fixes", () => {
  const diagnostic = report(
    catalogue,
    "unknown-colour",
    stretchOf(source, { start: 8, end: 13 }),
    { name: "three" },
    {
      related: [{ at: stretchOf(source, { start: 0, end: 3 }), text: "the first one" }],
      fixes: [{ title: "write red", edits: [{ at: stretchOf(source, { start: 8, end: 13 }), text: "red" }] }],
    },
  );
  expect(diagnostic).toEqual({
    code: "unknown-colour",
    severity: "error",
    message: "unknown colour three",
    at: { file: "a.edict", line: 2, column: 5 },
    span: { file: "a.edict", start: 8, end: 13 },
    related: [{ at: { file: "a.edict", line: 1, column: 1 }, text: "the first one" }],
    fixes: [{ title: "write red", edits: [{ span: { file: "a.edict", start: 8, end: 13 }, text: "red" }] }],
  });
});

test("wrong parameters do not compile", () => {
  const at = stretchOf(source, { start: 0, end: 0 });
  const wrong = [
    // @ts-expect-error the message needs a name
    () => report(catalogue, "unknown-colour", at, { nam: "x" }),
    // @ts-expect-error no such code
    () => report(catalogue, "unknown-color", at, { name: "x" }),
  ];
  expect(wrong).toHaveLength(2);
  expect(report(catalogue, "too-grey", at, {}).severity).toBe("warning");
});
