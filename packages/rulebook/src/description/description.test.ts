import { expect, test } from "vitest";
import { choice, list, nullable, record, text, union, wholeFrom } from "./description.js";

interface Pair {
  readonly left: string;
  readonly right: number | null;
}

type Step = { readonly kind: "go"; readonly far: number } | { readonly kind: "stop" };

test("the keys stand in the order of the description, the kind first", () => {
  expect(record<Pair>("Pair", { left: text("text"), right: nullable(wholeFrom(0)) }).form).toMatchObject({
    keys: [{ key: "left" }, { key: "right" }],
  });
  const step = union<Step>("Step", { go: { far: wholeFrom(0) }, stop: {} }).form;
  expect(step.kind === "union" ? step.cases.get("go")?.keys.map(({ key }) => key) : []).toEqual(["kind", "far"]);
});

test("a description that does not cover its type does not compile", () => {
  // @ts-expect-error a key is missing
  record<Pair>("Pair", { left: text("text") });
  // @ts-expect-error a key is not of the type
  record<Pair>("Pair", { left: text("text"), right: nullable(wholeFrom(0)), more: text("text") });
  // @ts-expect-error null is forgotten
  record<Pair>("Pair", { left: text("text"), right: wholeFrom(0) });
  // @ts-expect-error a text is not a list of texts
  record<{ readonly all: readonly string[] }>("All", { all: text("text") });
  // @ts-expect-error one of two words is forgotten
  record<{ readonly word: "a" | "b" }>("Word", { word: choice("a") });
  // @ts-expect-error a case is missing
  union<Step>("Step", { go: { far: wholeFrom(0) } });
  expect(list(text("text")).form.kind).toBe("list");
});
