import { test } from "vitest";
import { expectFound } from "../testing/lint-tester.js";

test("two rules of one title", () => {
  expectFound(
    "title-twice",
    'rule R-1 "One plan"\n  forbid 77301\n  deny\nrule R-2 <|"one plan"|>\n  forbid 77295\n  deny\n',
  );
});

test("words of what is not finished", () => {
  const later = ["T", "BD"].join("");
  expectFound("unfinished-words", `rule R-1 "1"\n  forbid 77301\n  deny <|"{code}: ${later}"|>\n`);
  expectFound("unfinished-words", `rule R-1 "1"\n  forbid 77301\n  deny "{code}: not ${later.toLowerCase()}"\n`);
});
