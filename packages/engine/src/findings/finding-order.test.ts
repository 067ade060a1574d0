import fc from "fast-check";
import { expect, test } from "vitest";
import { chargesFromLines } from "../charges-from-lines.js";
import { planOf } from "../plan/plan.js";
import { lineCheck, lines, rule, rulebook } from "../testing/rules.js";
import { FindingOrder } from "./finding-order.js";
import type { Raised } from "./raised.js";
import { nothingMore } from "./raised.js";

test("a patient's findings are in the order of their lines, and those of a line in that of their rules, few or many", () => {
  const ids = Array.from({ length: 9 }, (_, at) => `R-${at}`);
  const charges = chargesFromLines([{ patient: "P1", date: "2026-03-02", code: "77290" }]);
  const all = ids.map((id) => rule(id, { checks: [lineCheck(lines("77290"))] }));
  const { rules } = planOf(rulebook(all), charges.files, new Map());
  const order = new FindingOrder(rules.length);
  const found = fc.uniqueArray(fc.tuple(fc.nat(99), fc.nat(8)), { maxLength: 120, selector: (one) => one.join() });
  fc.assert(
    fc.property(found, fc.nat(1000), (drawn, start) => {
      const raised = drawn.flatMap(([line, at]): Raised[] => {
        const plan = rules[at];
        const version = plan?.versions[0];
        if (plan === undefined || version === undefined) return [];
        return [{ ...nothingMore, line: start + line, rule: plan, version, row: -1 }];
      });
      const expected = raised.toSorted((one, other) => one.line - other.line || one.rule.index - other.rule.index);
      expect(order.of(raised, start, start + 100)).toEqual(expected);
    }),
  );
});
