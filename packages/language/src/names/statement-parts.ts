/**
 * What a statement consists of, whatever its kind: its sets, scope words, amounts, episodes, fields and conditions. The
 * checks look through these lists and need not know ten statements.
 */
import type {
  CodeExpression,
  Condition,
  FieldReference,
  NameReference,
  NumberLiteral,
  Quantity,
  RowReference,
  ScopeWord,
  SetItem,
  Statement,
  Word,
} from "../ast/nodes.js";

export interface StatementParts {
  /** The subjects' choices first, in the order as written. */
  readonly codes: readonly CodeExpression[];
  readonly scopes: readonly ScopeWord[];
  /** Whether companions must stand in a scope that is written. */
  readonly needsScope: boolean;
  /** `bundle` and `forbid … with`: `when` and `unless` are read of pairs. */
  readonly pair: boolean;
  readonly quantities: readonly Quantity[];
  readonly amounts: readonly (NumberLiteral | RowReference)[];
  readonly episodes: readonly NameReference[];
  readonly fields: readonly FieldReference[];
  /** `requires CONDITION`; `table` where its rows are read. */
  readonly condition: { readonly of: Condition; readonly table: NameReference | null } | null;
  /** The code that `replace` proposes. */
  readonly replacement: Word | RowReference | null;
  /** `limit` and `expect`: it counts and has an allowance. */
  readonly counts: boolean;
}

const none: StatementParts = {
  codes: [],
  scopes: [],
  needsScope: false,
  pair: false,
  quantities: [],
  amounts: [],
  episodes: [],
  fields: [],
  condition: null,
  replacement: null,
  counts: false,
};

/** The parts of a statement. */
export function partsOf(statement: Statement): StatementParts {
  switch (statement.kind) {
    case "bundle":
      return { ...companions([statement.subject, statement.into], statement.scopes, null), pair: true };
    case "forbid":
      return statement.with === null
        ? { ...none, codes: [statement.subject] }
        : {
            ...companions([statement.subject, statement.with.codes], statement.with.scopes, statement.with.atLeast),
            pair: true,
          };
    case "requires": {
      const { requires } = statement;
      switch (requires.kind) {
        case "companion":
          return companions([statement.subject, requires.codes], requires.scopes, requires.atLeast);
        case "condition":
          return { ...none, codes: [statement.subject], condition: { of: requires.condition, table: null } };
        case "row":
          return { ...none, codes: [statement.subject], condition: { of: requires.condition, table: requires.table } };
      }
      break;
    }
    case "sequence":
      return {
        ...none,
        codes: [statement.opening, ...statement.links.map((link) => link.codes)],
        episodes: statement.episode === null ? [] : [statement.episode],
      };
    case "limit":
    case "expect": {
      const { forEvery, quantity, per } = statement;
      const quantities = [quantity, ...(forEvery === null ? [] : [forEvery.quantity])];
      const further = [forEvery?.remainder ?? null, forEvery?.atLeast ?? null].filter((amount) => amount !== null);
      return {
        ...none,
        codes: [statement.subject, ...(forEvery === null ? [] : [forEvery.codes])],
        quantities,
        amounts: [...quantities.map(({ amount }) => amount), ...further],
        episodes: per.by.kind === "episode" ? [per.by.episode] : [],
        fields: per.and,
        counts: true,
      };
    }
    case "replace":
      return { ...none, codes: [statement.subject], replacement: statement.with };
  }
}

/** The items of a choice of codes, those after `except` too. */
export function itemsOf(codes: CodeExpression): readonly SetItem[] {
  return [...codes.items, ...codes.except];
}

function companions(
  codes: readonly CodeExpression[],
  scopes: readonly ScopeWord[],
  atLeast: Quantity | null,
): StatementParts {
  return {
    ...none,
    codes,
    scopes,
    needsScope: true,
    quantities: atLeast === null ? [] : [atLeast],
    amounts: atLeast === null ? [] : [atLeast.amount],
    episodes: scopes.flatMap((scope) => (scope.kind === "same-episode" ? [scope.episode] : [])),
    fields: scopes.flatMap((scope) => (scope.kind === "same-field" ? [scope.field] : [])),
  };
}
