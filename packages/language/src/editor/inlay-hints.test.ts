import { expect, test } from "vitest";
import type { InlayHintOptions } from "./inlay-hints.js";
import { inlayHints } from "./inlay-hints.js";
import { analysed } from "./testing/analysed.js";

const all: InlayHintOptions = { numbers: true, dates: true, windows: true };

/** The text with its hints between `«` and `»`. */
function hinted(text: string, options: Partial<InlayHintOptions> = {}): string {
  const { analysis } = analysed(text);
  const within = { start: 0, end: text.length };
  return inlayHints(analysis, "rules.edict", within, { ...all, ...options })
    .toReversed()
    .reduce((so, hint) => `${so.slice(0, hint.offset)}«${hint.text}»${so.slice(hint.offset)}`, text);
}

test("how many numbers a range and a set hold", () => {
  expect(hinted("codes A = 77280..77290")).toBe("codes A = 77280..77290«11 numbers»");
  expect(hinted("codes A = 77280, 77290")).toBe("codes A = 77280, 77290");
  expect(hinted("codes A = 77280..77290, 77290..77291 except 77281")).toBe(
    "codes A = 77280..77290«11 numbers», 77290..77291«2 numbers» except 77281«in all 11 numbers»",
  );
  expect(hinted("codes A = B, 77301 until 2025-12-31, 77301\ncodes B = G6003..G6016 until 2025-12-31")).toBe(
    "codes A = B, 77301 until 2025-12-31, 77301«in all 15 numbers»\ncodes B = G6003..G6016«14 numbers» until 2025-12-31",
  );
  expect(hinted("diagnoses D = C00..C96")).toBe("diagnoses D = C00..C96");
  expect(hinted("codes A = 77290..77280, Nobody")).toBe("codes A = 77290..77280, Nobody");
});

test("a range in a rule, and a window that ends on each day", () => {
  expect(hinted('rule R "t"\n  limit 77427..77431 to 1 unit per 30 days and provider\n  deny')).toBe(
    'rule R "t"\n  limit 77427..77431«5 numbers» to 1 unit per 30 days«the day and the 29 before» and provider\n  deny',
  );
  expect(hinted('rule R "t"\n  limit 77427 to 1 unit per 1 month\n  deny')).not.toContain("«");
});

const timeline = `rule R "t"
  each 77301 requires 77280 within 60 days before
  deny
test "t"
  given starting 2026-03-02
  day 2 77301
  weekdays 15 to 49 77385
  2026-04-04 77336
  expect R on 77301 day 2
`;

test("dates of a timeline, lines that it makes, and the days that a rule looks at", () => {
  expect(hinted(timeline).split("\n").slice(3)).toEqual([
    'test "t"',
    "  given starting 2026-03-02«Mon»",
    "  day 2«Tue 2026-03-03» 77301",
    "  weekdays 15 to 49«25 lines» 77385",
    "  2026-04-04«Sat» 77336",
    "  expect R on 77301 day 2«Tue 2026-03-03»«looks from 2026-01-02 to 2026-03-03»",
    "",
  ]);
});

test("each can be turned off", () => {
  expect(hinted(timeline, { dates: false })).toContain("day 2«looks");
  expect(hinted(timeline, { dates: false, windows: false })).toBe(timeline);
  expect(hinted("codes A = 77280..77290", { numbers: false })).not.toContain("«");
});
