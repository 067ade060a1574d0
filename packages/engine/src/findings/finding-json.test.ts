import type { MessagePart } from "@edict/rulebook";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { chargesFromLines } from "../charges-from-lines.js";
import { findingsOf, startEvaluation } from "../evaluate.js";
import { companionCheck, lineCheck, lines, rule, rulebook, sameDay, scope } from "../testing/rules.js";
import { FindingJson } from "./finding-json.js";
import { makeKernel } from "./kernel/kernel.js";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Anything that can stand in a text: quotes, line ends, letters of all lengths, halves of pairs. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', "\\", "\n", "\u0000", "é", "字", "😀", "\ud83d", "\ude00", "a", "\u007f") }),
  fc.string(),
);

const part: fc.Arbitrary<MessagePart> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text }),
  fc.record({
    kind: fc.constant("placeholder" as const),
    name: fc.constantFrom("code", "date", "units", "payer", "other.code", "other.date", "days"),
  }),
);

const line = fc.record({
  patient: text,
  date: fc.constantFrom("2026-03-02", "0999-12-31"),
  code: fc.constantFrom("77290", "77301"),
  modifiers: fc.array(text, { maxLength: 2 }),
  units: fc.oneof(fc.nat(9), fc.double({ min: 0, noNaN: true }), fc.constantFrom(0.1, 2.5, 1e21, 1e-7, 2 ** 53)),
  file: fc.constantFrom("a.csv", 'b"\n.csv', "ü.csv"),
  row: fc.nat(),
  fields: fc.record(
    {
      line: text,
      claim: text,
      payer: text,
      amount: fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ max: 1e9 }).map((cents) => cents / 100),
      ),
    },
    { requiredKeys: [] },
  ),
});

test("findings from columns are the bytes of JSON.stringify, whatever the texts and numbers are", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.array(part), text, (drawn, message, detail) => {
      const bundle = rule("R-1", {
        checks: [companionCheck(lines("77290"), lines("77301"), scope(sameDay))],
        because: [{ authority: "A", detail }],
        outcome: { severity: "deny", carc: "97", rarc: null, message },
        suggest: { kind: "text", text: detail },
      });
      const request = { rulebook: rulebook([bundle]), charges: chargesFromLines(drawn), tables: new Map() };
      const expected = findingsOf(request).map((finding) => `${JSON.stringify(finding)}\n`);
      expect(written(request)).toBe(expected.join(""));
    }),
    { numRuns: 500 },
  );
});

test("findings of more than the buffer holds come in whole lines", () => {
  const long = "x".repeat(300_000);
  const drawn = Array.from({ length: 12 }, (_, at) => ({
    patient: `${long}${String(at % 2)}`,
    date: "2026-03-02",
    code: at % 3 === 0 ? "77301" : "77290",
  }));
  const bundle = rule("R-1", { checks: [companionCheck(lines("77290"), lines("77301"), scope(sameDay))] });
  const request = { rulebook: rulebook([bundle]), charges: chargesFromLines(drawn), tables: new Map() };
  const expected = findingsOf(request).map((finding) => `${JSON.stringify(finding)}\n`);
  const pieces: string[] = [];
  expect(written(request, pieces)).toBe(expected.join(""));
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.every((piece) => piece.endsWith("}\n"))).toBe(true);
});

test("where there is no WebAssembly, the same is written", () => {
  const drawn = Array.from({ length: 9 }, (_, at) => ({ patient: `P${at % 2}`, date: "2026-03-02", code: "77290" }));
  const forbidden = rule("R-1", { checks: [lineCheck(lines("77290"))] });
  const request = { rulebook: rulebook([forbidden]), charges: chargesFromLines(drawn), tables: new Map() };
  const expected = written(request);
  vi.stubGlobal("WebAssembly", undefined);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  expect(makeKernel()).toBe(null);
  expect(written(request)).toBe(expected);
});

function written(
  { rulebook: rules, charges, tables }: Omit<Parameters<typeof findingsOf>[0], "onFindings">,
  pieces: string[] = [],
): string {
  const json = new FindingJson((bytes) => pieces.push(decoder.decode(bytes)));
  const evaluation = startEvaluation({ rulebook: rules, files: charges.files, tables });
  evaluation.batch(charges, (found) => {
    found.writeTo(json);
  });
  json.flush();
  return pieces.join("");
}
