import { test } from "vitest";
import { expectFound } from "../testing/lint-tester.js";

test("a message that names no code", () => {
  const rule = (message: string): string =>
    `rule R-1 "1"\n  bundle 77280..77290, 77295 into 77301 on the same day\n  deny ${message}\n`;
  expectFound("message-without-code", rule('<|"not paid apart"|>'));
  expectFound("message-without-code", rule('"{code} is not paid apart"'));
  expectFound("message-without-code", rule('"part of {other.code}"'));
  expectFound("message-without-code", rule('"77295 is not paid apart"'));
  expectFound("message-without-code", rule(""));
});

test("a message that is the title", () => {
  expectFound("message-repeats-title", 'rule R-1 "One plan a day"\n  forbid 77301\n  deny <|"one plan a day."|>\n');
  expectFound("message-repeats-title", 'rule R-1 "One plan a day"\n  forbid 77301\n  deny "one plan a day, {date}"\n');
});

test("a message that worklists cut", () => {
  const message = (length: number): string => `"{code} ${"x".repeat(length - 7)}"`;
  expectFound("long-message", `rule R-1 "1"\n  forbid 77301\n  deny <|${message(201)}|>\n`);
  expectFound("long-message", `rule R-1 "1"\n  forbid 77301\n  deny ${message(200)}\n`);
});
