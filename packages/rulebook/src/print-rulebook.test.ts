import { Ajv2020 } from "ajv/dist/2020.js";
import type { Arbitrary } from "fast-check";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDate } from "./calendar.js";
import type { Form, RecordForm } from "./description/description.js";
import { rulebook as description } from "./description/rulebook.js";
import type { TextFormat } from "./description/text-formats.js";
import { printRulebook } from "./print-rulebook.js";
import { checkForm } from "./read/check-form.js";
import { Problems } from "./read/problems.js";
import type { Rulebook } from "./rulebook.js";
import { rulebookSchema } from "./rulebook-schema.js";

/** Texts of each format. */
const texts: { readonly [F in TextFormat]: Arbitrary<string> } = {
  text: fc.string({ unit: "binary" }),
  "text not empty": fc.string({ unit: "binary", minLength: 1 }),
  name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,5}$/),
  date: fc.integer({ min: -700000, max: 2900000 }).map(formatDate),
  code: fc.stringMatching(/^\d{5}$/),
  modifier: fc.stringMatching(/^[0-9A-Z]{2}$/),
  diagnosis: fc.stringMatching(/^[A-Z]\d[0-9A-Z]$/),
  "reason code": fc.stringMatching(/^[A-Z0-9]{1,5}$/),
  digits: fc.stringMatching(/^[0-9]{1,4}$/),
  "relative path": fc.stringMatching(/^[a-z]{1,5}\/[a-z]{1,5}\.csv$/),
};

/** Values of a form, whose names need not resolve; `depth` ends what contains itself. */
function valuesOf(form: Form, depth: number): Arbitrary<unknown> {
  switch (form.kind) {
    case "text":
      return texts[form.format];
    case "number":
      return form.whole ? fc.integer({ min: form.least ?? -9, max: 99 }) : numbers(form.least ?? -1e6);
    case "flag":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...form.of);
    case "list":
      return fc.array(valuesOf(form.of, depth), { minLength: form.least, maxLength: Math.max(form.least, 2) });
    case "nullable":
      return fc.option(valuesOf(form.of, depth), { nil: null });
    case "map":
      return fc.dictionary(texts.text, valuesOf(form.of, depth), { maxKeys: 3 });
    case "either":
      return fc.oneof(...form.of.map((one) => valuesOf(one, depth)));
    case "record":
      return recordsOf(form, depth);
    case "union":
      return fc.oneof(...[...form.cases.values()].map((one) => recordsOf(one, depth)));
    case "delayed":
      return depth > 2
        ? fc.constant({ kind: "presence", field: "claim", is: "missing", on: "subject" })
        : deeper(form.of);
  }

  function deeper(of: () => Form): Arbitrary<unknown> {
    return fc.constant(null).chain(() => valuesOf(of(), depth + 1));
  }
}

function recordsOf(form: RecordForm, depth: number): Arbitrary<unknown> {
  return fc.record(Object.fromEntries(form.keys.map(({ key, of }) => [key, valuesOf(of, depth)])), {
    noNullPrototype: true,
  });
}

// Minus zero is a number that JSON prints as zero.
function numbers(min: number): Arbitrary<number> {
  return fc.double({ min, max: 1e6, noNaN: true }).map((value) => value + 0);
}

function isRulebook(value: unknown): value is Rulebook {
  const problems = new Problems();
  checkForm(description.form, value, null, 0, problems);
  expect(problems.texts).toEqual([]);
  return true;
}

const validate = new Ajv2020({ strictTypes: false }).compile(rulebookSchema);

test("any rulebook prints to JSON that reads back equal, is of the schema and prints to the same bytes", () => {
  fc.assert(
    fc.property(valuesOf(description.form, 0), (value) => {
      if (!isRulebook(value)) return;
      const text = printRulebook(value);
      const back: unknown = JSON.parse(text);
      expect(back).toEqual(value);
      expect(validate(back)).toBe(true);
      if (isRulebook(back)) expect(printRulebook(back)).toBe(text);
    }),
    { numRuns: 100 },
  );
});
