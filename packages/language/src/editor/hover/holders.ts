/** Which sets hold a code, diagnosis or modifier, and which rules ask about a code, by their own lists or by a set's. */
import type { Analysis } from "../../analyse.js";
import type { SetItem } from "../../ast/nodes.js";
import { itemsOf, partsOf } from "../../names/statement-parts.js";
import type { Block } from "../../names/sets/settle.js";
import { always } from "../../names/sets/settle.js";
import type { SetKind } from "../../names/sets/blocks.js";
import { blockOf, isValue } from "../../names/sets/blocks.js";
import { versionsOf } from "../../names/versions.js";

/** A set that holds a value, and the stretch of its days that does. */
export interface Holder {
  readonly set: string;
  readonly block: Block;
}

/** The sets of a kind that hold a value, one entry for each stretch of days. */
export function setsHolding({ book }: Analysis, of: SetKind, value: string): readonly Holder[] {
  const at = positionOf(of, value);
  if (at === null) return [];
  return [...book.sets[of]].flatMap(([set, { blocks }]) =>
    blocks.filter((block) => covers(of, block, at)).map((block) => ({ set, block })),
  );
}

/** The ids of the rules whose statement, as written or as overridden, asks about a code. `any code` asks about all and is left out. */
export function rulesNaming(analysis: Analysis, code: string): readonly string[] {
  const at = positionOf("codes", code);
  if (at === null) return [];
  const holding = new Set(setsHolding(analysis, "codes", code).map(({ set }) => set));
  const holds = ({ value }: SetItem): boolean => {
    switch (value.kind) {
      case "word":
        return isValue("codes", value.text) ? value.text === code : holding.has(value.text);
      case "range-literal": {
        const block = blockOf("codes", value.first.text, value.last.text, always);
        return typeof block !== "string" && covers("codes", block, at);
      }
      case "row-reference":
        return false;
    }
  };
  return analysis.book.rules
    .filter((parts) =>
      versionsOf(parts).some(
        ({ clauses: { statement } }) =>
          statement !== null &&
          partsOf(statement.node).codes.some(
            (codes) => itemsOf(codes).length > 0 && codes.items.some(holds) && !codes.except.some(holds),
          ),
      ),
    )
    .map(({ rule }) => rule.node.name.text);
}

function positionOf(of: SetKind, value: string): string | null {
  const block = isValue(of, value) ? blockOf(of, value, value, always) : "not-possible";
  return typeof block === "string" ? null : block.start;
}

/** A diagnosis is covered by a wider one too, and the blocks of codes do not reach into one another's. */
function covers(of: SetKind, block: Block, at: string): boolean {
  return of === "modifiers" ? block.start === at : block.start <= at && at < block.end;
}
