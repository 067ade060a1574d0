/** Whatever findings say: what the kernel writes of them is what the portable path writes, and what `JSON.stringify` does. */
import type { Charges, MessagePart, Suggestion, TextColumn } from "@edict/rulebook";
import { textAt } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chargesFromLines } from "../../charges-from-lines.js";
import type { RulePlan } from "../../plan/rule-plan.js";
import { planOf, takeBatch } from "../../plan/plan.js";
import { columns, lineCheck, lines, rule, rulebook, table } from "../../testing/rules.js";
import { findingOf } from "../finding.js";
import type { FindingWriter, WriteBytes } from "../finding-writer.js";
import { FindingLines } from "../line-values.js";
import { PortableJson } from "../portable-json.js";
import type { Raised } from "../raised.js";
import { nothingMore } from "../raised.js";
import { makeKernel } from "./kernel.js";
import { KernelJson } from "./kernel-json.js";

const numRuns = Number(process.env["EDICT_FUZZ"] ?? 300);
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const plain = fc.string({ unit: fc.constantFrom("a", "B", "7", "-", " ", "'", "~"), maxLength: 40 });
const odd = fc.string({
  unit: fc.constantFrom('"', "\\", "\n", "\u0000", "é", "字", "😀", "\ud83d", "\ude00", "a", "\u007f", "\u00a0"),
});
const text = fc.oneof({ weight: 4, arbitrary: plain }, odd);
const number = fc.oneof(
  fc.nat(1000),
  fc.integer({ min: 0, max: 2e9 }).map((cents) => cents / 100),
  fc.constantFrom(0.1, 0.125, 1e9, 999999999, 1e21, 1e-7, 2 ** 53, 0.015, 1.005, 0.29, Infinity),
);

const line = fc.record({
  patient: fc.constantFrom("P1", "P2", 'P"3', "Pé"),
  date: fc.constantFrom("2026-03-02", "2024-02-29", "0001-01-01", "9999-12-31", "1970-01-01", "2037-05-20"),
  code: fc.constantFrom("77290", "77301", "G6015", "99213", "00001"),
  modifiers: fc.array(text, { maxLength: 2 }),
  units: fc.oneof(fc.nat(9), number.filter(Number.isFinite)),
  file: fc.constantFrom("a.csv", 'b"\n.csv', "ü.csv"),
  row: fc.nat(),
  fields: fc.record(
    { line: text, claim: text, payer: text, amount: fc.oneof(number, fc.double({ noDefaultInfinity: true })) },
    { requiredKeys: [] },
  ),
});

const part: fc.Arbitrary<MessagePart> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text }),
  fc.record({ kind: fc.constant("row" as const), column: fc.constant("code") }),
  fc.record({
    kind: fc.constant("placeholder" as const),
    name: fc.constantFrom("code", "date", "units", "other.code", "other.date", "days", "count", "allowed"),
  }),
  fc.record({ kind: fc.constant("placeholder" as const), name: fc.constant("payer" as const) }),
);

const suggestion: fc.Arbitrary<Suggestion | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom<Suggestion>({ kind: "remove" }, { kind: "units" }, { kind: "replace-row", column: "code" }),
  text.map((said) => ({ kind: "text" as const, text: said })),
);

/** Some rules, of which only what they say of themselves matters. */
const rules = fc.array(
  fc.record({ message: fc.array(part, { maxLength: 4 }), suggest: suggestion, detail: text, carc: text }),
  { minLength: 1, maxLength: 4 },
);

/** How the texts that lines have of their own are kept: interned, or as bytes, or as bytes one behind another. */
const kept = fc.constantFrom("texts", "bytes", "bytes in order");

/** What makes findings of the lines of a patient: numbers that are taken modulo what there is. */
const seed = fc.record({
  line: fc.nat(),
  rule: fc.nat(),
  row: fc.integer({ min: -1, max: 1 }),
  nearest: fc.integer({ min: -1 }),
  others: fc.array(fc.nat(), { maxLength: 6 }),
  count: fc.oneof(fc.constant(null), fc.nat(1e6), fc.constantFrom(Infinity, NaN)),
  allowed: fc.oneof(fc.constant(null), fc.integer({ min: -10_000, max: 1e8 })),
});

test("the kernel, the portable path and JSON.stringify write the same, whatever lines and findings are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.array(seed, { maxLength: 12 }), kept), {
        minLength: 1,
        maxLength: 3,
      }),
      rules,
      (batches, said) => {
        const drawn = batches.map(([all, seeds, how]) => ({ charges: withTexts(chargesFromLines(all), how), seeds }));
        const plans = plansOf(said, drawn[0]?.charges);
        const patients = drawn.flatMap(({ charges, seeds }) =>
          patientsOf(charges).map(([from, to]) => ({
            charges,
            findings: seeds.map((one) => raisedOf(one, plans, from, to)),
          })),
        );
        expectSame(patients);
      },
    ),
    { numRuns },
  );
});

test("patients and findings of more lines than the kernel's memory holds, and windows of several patients, are written alike", () => {
  const sizes = [9000, 9000, 30, 20_000, 16_384, 16_385, 5];
  const all = sizes.flatMap((size, patient) =>
    Array.from({ length: size }, (_, at) => ({
      patient: `P${patient}`,
      date: "2026-03-02",
      code: at % 3 === 0 ? "77301" : "77290",
      row: at + 2,
      fields: { claim: `C${at >> 2}${at % 100 === 0 ? "é" : ""}` },
    })),
  );
  const charges = withTexts(chargesFromLines(all), "bytes in order");
  const plans = plansOf([{ message: [{ kind: "text", text: "seen" }], suggest: null, detail: "", carc: "" }], charges);
  const patients = patientsOf(charges).map(([from, to]) => {
    const every = Array.from({ length: to - from }, (_, at) => at);
    const none = { ...nothingMore, rule: 0, row: -1 };
    const first = { ...none, line: 0, others: every.slice(1) };
    const second = { ...none, line: 7, others: every.slice(3, 5000) };
    return {
      charges,
      findings: [first, second, ...every.map((line) => ({ ...none, line })), second, first].map((one) =>
        raisedOf(one, plans, from, to),
      ),
    };
  });
  expectSame(patients);
});

test.each(["texts", "bytes", "bytes in order"] as const)("texts of any length are written alike, kept as %s", (how) => {
  const lengths = [1, 15, 16, 17, 600, 1365, 1366, 4096, 4097, 12_000, 70_000];
  const texts = lengths.flatMap((length) => ["x".repeat(length), "é".repeat(length), '"'.repeat(length)]);
  const all = [...texts, "y".repeat(3 << 20)].flatMap((text) => [
    { patient: "P1", date: "2026-03-02", code: "77290", file: text },
    { patient: "P1", date: "2026-03-02", code: "77290", fields: { line: text } },
    { patient: "P1", date: "2026-03-02", code: "77290", fields: { claim: text } },
    { patient: "P1", date: "2026-03-02", code: "77290", modifiers: [text] },
    { patient: "P1", date: "2026-03-02", code: text },
    { patient: text, date: "2026-03-02", code: "77290" },
  ]);
  const charges = withTexts(chargesFromLines(all), how);
  const said = texts.map((detail) => ({ message: [codeOfLine], suggest: null, detail, carc: "" }));
  const plans = plansOf(said, charges);
  const patients = patientsOf(charges).map(([from, to]) => {
    const every = Array.from({ length: to - from }, (_, at) => at);
    return {
      charges,
      findings: every.map((at) =>
        raisedOf({ ...nothingMore, line: at, rule: at, nearest: at, row: -1 }, plans, from, to),
      ),
    };
  });
  expectSame(patients);
});

test("more values than the kernel has room for are written alike", () => {
  const all = Array.from({ length: 90_000 }, (_, at) => ({
    patient: `P${at >> 10}`,
    date: "2026-03-02",
    code: `${at}`.padStart(40, "C"),
    modifiers: [`${at}`],
    fields: { line: `${at}` },
  }));
  const charges = chargesFromLines(all);
  const plans = plansOf([{ message: [], suggest: null, detail: "", carc: "" }], charges);
  const none = { ...nothingMore, rule: 0, row: -1 };
  const patients = patientsOf(charges).map(([from, to]) => ({
    charges,
    findings: Array.from({ length: to - from }, (_, line) => raisedOf({ ...none, line }, plans, from, to)),
  }));
  expectSame(patients);
});

test("lines whose copies find no room are copied from where they stood", () => {
  const file = "f".repeat(2000);
  const all = Array.from({ length: 2600 }, () => ({ patient: "P1", date: "2026-03-02", code: "77290", file }));
  const charges = chargesFromLines(all);
  const plans = plansOf([{ message: [codeOfLine], suggest: null, detail: "", carc: "" }], charges);
  const last = [...all.keys()].slice(2400);
  for (let fresh = 1500; fresh < 2300; fresh += 40) {
    const others = [...all.keys()].slice(1, fresh);
    // What is handed over at once is little at first.
    const before = Array.from({ length: 12 }, () => others.slice(0, 400));
    const findings = [...before, last, [...others, ...last], last.slice(1, 3)].map((named) =>
      raisedOf({ ...nothingMore, line: 0, rule: 0, row: -1, others: named }, plans, 0, all.length),
    );
    expectSame([{ charges, findings }]);
  }
});

test("lines are copied from where they stand, however much was handed over before", () => {
  const all = Array.from({ length: 2000 }, () => ({ patient: "P1", date: "2026-03-02", code: "77290" }));
  const charges = chargesFromLines(all);
  const plans = plansOf([{ message: [codeOfLine], suggest: null, detail: "", carc: "" }], charges);
  const seeds = [0, 1, 2].map((line) => ({
    ...nothingMore,
    line,
    rule: 0,
    row: -1,
    others: [...all.keys()].slice(3 + line),
  }));
  const findings = seeds.map((one) => raisedOf(one, plans, 0, all.length));
  const known = new FindingLines(charges);
  const expected = new TextEncoder().encode(
    findings.map((raised) => `${JSON.stringify(findingOf(raised, known))}\n`).join(""),
  );
  let at = 0;
  let handedOver = 0;
  const writer = new KernelJson(kernel(), (bytes) => {
    for (let from = 0; from < bytes.length;) {
      const length = Math.min(bytes.length - from, expected.length - at);
      if (Buffer.compare(bytes.subarray(from, from + length), expected.subarray(at, at + length)) !== 0)
        expect(decoder.decode(bytes.subarray(from, from + length))).toBe(
          decoder.decode(expected.subarray(at, at + length)),
        );
      from += length;
      at = (at + length) % expected.length;
    }
    handedOver += bytes.length;
  });
  const turns = Math.ceil(1.2e9 / expected.length);
  for (let turn = 0; turn < turns; turn++) writer.patient(findings, charges);
  writer.flush();
  expect(handedOver).toBe(turns * expected.length);
});

const codeOfLine: MessagePart = { kind: "placeholder", name: "code" };

interface PatientOfTest {
  readonly charges: Charges;
  readonly findings: readonly Raised[];
}

function expectSame(patients: readonly PatientOfTest[]): void {
  const expected = patients.flatMap(({ charges, findings }) => {
    const known = new FindingLines(charges);
    return findings.map((raised) => `${JSON.stringify(findingOf(raised, known))}\n`);
  });
  const text = expected.join("");
  expect(
    written((write) => new PortableJson(write), patients) === text,
    "the portable path writes what JSON.stringify does",
  ).toBe(true);
  const byKernel = written((write) => new KernelJson(kernel(), write), patients);
  if (byKernel !== text) expect(byKernel.split("\n")).toEqual(text.split("\n"));
}

function kernel(): NonNullable<ReturnType<typeof makeKernel>> {
  const made = makeKernel();
  if (made === null) throw new Error("the tests run where there is WebAssembly");
  return made;
}

function written(make: (write: WriteBytes) => FindingWriter, patients: readonly PatientOfTest[]): string {
  const pieces: string[] = [];
  const writer = make((bytes) => {
    const piece = decoder.decode(bytes);
    expect(piece.endsWith("}\n")).toBe(true);
    pieces.push(piece);
  });
  for (const { charges, findings } of patients) if (findings.length > 0) writer.patient(findings, charges);
  writer.flush();
  return pieces.join("");
}

interface Said {
  readonly message: readonly MessagePart[];
  readonly suggest: Suggestion | null;
  readonly detail: string;
  readonly carc: string;
}

function plansOf(said: readonly Said[], charges: Charges | undefined): readonly RulePlan[] {
  if (charges === undefined) throw new Error("there is a batch at least");
  const rows = table("Codes", columns({ code: "code" }), [["77290"], [null]]);
  const all = said.map(({ message, suggest, detail, carc }, at) =>
    rule(`R-${at}`, {
      table: "Codes",
      checks: [lineCheck(lines("77290"))],
      because: [{ authority: "A", detail }],
      outcome: { severity: "deny", carc, rarc: null, message },
      suggest,
    }),
  );
  const plan = planOf(rulebook(all, { tables: [rows] }), charges.files, new Map());
  takeBatch(plan, charges);
  return plan.rules;
}

type Seed = Omit<Raised, "rule" | "version"> & { readonly rule: number };

function raisedOf(drawn: Seed, plans: readonly RulePlan[], from: number, to: number): Raised {
  const of = (line: number): number => from + (line % (to - from));
  const plan = plans[drawn.rule % plans.length];
  const version = plan?.versions[0];
  if (plan === undefined || version === undefined) throw new Error("there is a rule at least, and each has a version");
  const { row, count, allowed } = drawn;
  const nearest = drawn.nearest < 0 ? -1 : of(drawn.nearest);
  return {
    line: of(drawn.line),
    rule: plan,
    version,
    row,
    nearest,
    others: [...new Set(drawn.others.map(of))],
    count,
    allowed,
  };
}

/** The lines of each patient. */
function patientsOf({ count, patient: { ids } }: Charges): [number, number][] {
  const starts = Array.from({ length: count }, (_, line) => line).filter((line) => ids[line] !== ids[line - 1]);
  return starts.map((from, at) => [from, starts[at + 1] ?? count]);
}

/** The same lines, their own texts kept in another way. */
function withTexts(charges: Charges, how: "texts" | "bytes" | "bytes in order"): Charges {
  if (how === "texts") return charges;
  const fields = new Map(charges.fields);
  for (const name of ["line", "claim"]) {
    const column = charges.fields.get(name);
    if (column?.kind === "text") fields.set(name, asBytes(column, charges.count, how === "bytes in order"));
  }
  return { ...charges, fields };
}

function asBytes(column: TextColumn, count: number, areInOrder: boolean): TextColumn {
  const texts = Array.from({ length: count }, (_, line) => new TextEncoder().encode(textAt(column, line) ?? ""));
  const isPlain = (bytes: Uint8Array): boolean =>
    bytes.length > 0 &&
    bytes[0] !== 0x20 &&
    bytes.at(-1) !== 0x20 &&
    bytes.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c);
  const trimmed = texts.map((bytes) => {
    const text = decoder.decode(bytes).trim();
    return text === "" ? null : text;
  });
  return {
    kind: "text",
    ids: column.ids,
    values: column.values,
    textAt: (line) => trimmed[line] ?? null,
    copyPlain: (line, into, at) => {
      const bytes = texts[line] ?? new Uint8Array();
      if (!isPlain(bytes) || at + bytes.length > into.length) return -1;
      into.set(bytes, at);
      return at + bytes.length;
    },
    ...(areInOrder && {
      copyTexts: (from: number, to: number, into: Uint8Array, at: number, ends: Int32Array) => {
        let end = at;
        for (let line = from; line < to; line++) end += texts[line]?.length ?? 0;
        if (end > into.length) return -1;
        end = at;
        for (let line = from; line < to; line++) {
          const bytes = texts[line] ?? new Uint8Array();
          into.set(bytes, end);
          end += bytes.length;
          ends[line - from] = end;
        }
        return end;
      },
    }),
  };
}
