import { expect, test } from "vitest";
import type { Statement } from "../../ast/nodes.js";
import { analysed } from "../testing/analysed.js";
import { signatureAt } from "./signature-at.js";

/** The form that is shown, with the part at the caret in brackets. */
function shown(clause: string): string | null {
  const { analysis, path, offset } = analysed(`rule R-1 "t"\n  for Medicare\n  ${clause}`);
  const found = signatureAt(analysis, path, offset);
  const form = found?.forms[found.active];
  if (form === undefined) return null;
  const part = form.active === null ? undefined : form.parts[form.active];
  if (part === undefined) return form.label;
  return `${form.label.slice(0, part.start)}[${form.label.slice(part.start, part.end)}]${form.label.slice(part.end)}`;
}

/** One sentence of each kind of statement: a new kind does not compile without one. */
const sentences: { readonly [K in Statement["kind"]]: string } = {
  bundle: "bundle A into <|>B on the same day",
  forbid: "forbid A with <|>B on the same day",
  requires: "each A requires <|>B on the same day",
  sequence: "sequence A, then <|>B",
  limit: "limit A to <|>1 unit per day",
  expect: "expect A at least <|>1 unit per day",
  replace: "replace A with <|>77301",
};

test("every statement has its forms, and shows the second part of one", () => {
  for (const sentence of Object.values(sentences)) {
    const { analysis, path, offset } = analysed(`rule R-1 "t"\n  ${sentence}\n  deny`);
    const found = signatureAt(analysis, path, offset);
    expect({ sentence, part: found?.forms[found.active]?.active }).toEqual({ sentence, part: 1 });
  }
});

test("the part that is being written", () => {
  expect(shown("bundle <|>")).toBe("bundle [A] into B SCOPE");
  expect(shown("bundle Simu<|>")).toBe("bundle [A] into B SCOPE");
  expect(shown("bundle A into <|>")).toBe("bundle A into [B] SCOPE");
  expect(shown("bundle A into B <|>")).toBe("bundle A into B [SCOPE]");
  expect(shown("bundle A into B on the same day <|>\n  deny")).toBe("bundle A into B [SCOPE]");
  expect(shown("bundle 1<|>, 2 into 3 on the same day\n  deny")).toBe("bundle [A] into B SCOPE");
  expect(shown("limit A to <|>")).toBe("limit A to [N] PER");
  expect(shown("limit A to 1 unit <|>")).toBe("limit A to N [PER]");
  expect(shown("limit A to 1 unit per <|>")).toBe("limit A to N [PER]");
  expect(shown("replace A with <|>")).toBe("replace A with [CODE]");
  expect(shown("sequence A, then <|>")).toMatch(/^sequence A, then \[B\]/);
});

test("the form that fits what is written", () => {
  expect(shown("each A requires at least <|>")).toBe("each A requires at least [N] of B SCOPE");
  expect(shown("each A requires a row of <|>")).toBe("each A requires a row of [TABLE] where CONDITION");
  expect(shown("each A requires not <|>")).toBe("each A requires [CONDITION]");
  expect(shown("limit A to 1 unit for every 5 days of <|>")).toMatch(/for every M of \[B\] counting/);
  expect(shown("limit A to 1 unit for every 5 days of B counting a remainder of <|>")).toMatch(/remainder of \[K\]/);
});

test("outside of a statement there is none", () => {
  expect(shown("because <|>")).toBe(null);
  expect(shown("bundle A into B on the same day\n  deny <|>")).toBe(null);
  expect(shown('bundle A into B on the same day\n  deny "<|>"')).toBe(null);
});
