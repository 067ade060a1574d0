/** Where a condition is broken: before each `and` and `or`, and within its parentheses and its lists of values. */
import { walk } from "../ast/children.js";
import type { Condition, MembershipCondition } from "../ast/nodes.js";
import type { Box, Run } from "./boxes.js";
import type { LaidTokens } from "./laid-tokens.js";
import { valueBoxes } from "./list-boxes.js";

/** The boxes of a condition; its tokens, with any parentheses round it, are those of `run`. */
export function conditionBoxes(tokens: LaidTokens, condition: Condition, run: Run): readonly Box[] {
  const lists = [...walk(condition)].flatMap((node) => (isMembership(node) ? valueBoxes(tokens, node.values) : []));
  return [...groupBoxes(tokens, run), ...lists];
}

interface Group {
  readonly first: number;
  readonly breaks: number[];
}

/** One box for what stands outside of parentheses, and one for the inside of each pair. */
function groupBoxes({ tokens }: LaidTokens, { first, last }: Run): readonly Box[] {
  const boxes: Box[] = [];
  const outside: Group = { first, breaks: [] };
  const open: Group[] = [];
  for (let at = first; at <= last; at++) {
    const text = tokens[at]?.text;
    const group = open.at(-1) ?? outside;
    if (text === "(") open.push({ first: at + 1, breaks: [] });
    else if (text === ")") {
      open.pop();
      if (group !== outside && group.breaks.length > 0)
        boxes.push({
          first: group.first,
          last: at,
          breaks: new Set([group.first, ...group.breaks, at]),
          deeper: 2,
          closing: at,
        });
    } else if ((text === "and" || text === "or") && tokens[at - 1]?.text !== ".") group.breaks.push(at);
  }
  return outside.breaks.length === 0 ? boxes : [{ first, last, breaks: new Set(outside.breaks), deeper: 2 }, ...boxes];
}

function isMembership(node: { readonly kind: string }): node is MembershipCondition {
  return node.kind === "membership";
}
