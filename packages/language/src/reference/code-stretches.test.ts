import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAt } from "@edict/rulebook";
import { blocksOfSpans } from "../naming/code-uses.js";
import { codeStretches } from "./code-stretches.js";

function span(first: string, last = first, until: string | null = null) {
  return { first, last, from: null, until };
}

test("codes are cut where what holds them changes", () => {
  const stretches = codeStretches([
    { owner: "Range", blocks: blocksOfSpans([span("77400", "77410"), span("G6003", "G6004", "2025-12-31")]) },
    { owner: "Rule", blocks: blocksOfSpans([span("77402")]) },
  ]);
  expect(stretches.map(({ first, last, size, held }) => [first, last, size, held.map(({ owner }) => owner)])).toEqual([
    ["77400", "77401", 2, ["Range"]],
    ["77402", "77402", 1, ["Range", "Rule"]],
    ["77403", "77410", 8, ["Range"]],
    ["G6003", "G6004", 2, ["Range"]],
  ]);
});

test("each code is in one stretch, and held by those that hold it", () => {
  const spans = fc
    .tuple(fc.nat(60), fc.nat(9))
    .map(([low, size]) => span(codeAt("#", 77000 + low), codeAt("#", 77000 + low + size)));
  fc.assert(
    fc.property(fc.array(fc.array(spans), { maxLength: 5 }), (sets) => {
      const stretches = codeStretches(sets.map((set, owner) => ({ owner, blocks: blocksOfSpans(set) })));
      for (let at = 77000; at < 77080; at++) {
        const code = codeAt("#", at);
        const within = ({ first, last }: { readonly first: string; readonly last: string }): boolean =>
          first <= code && code <= last;
        const owners = sets.flatMap((set, owner) => (set.some(within) ? [owner] : []));
        const here = stretches.filter(within);
        expect(here.map(({ held }) => held.map(({ owner }) => owner))).toEqual(owners.length === 0 ? [] : [owners]);
      }
    }),
  );
});
