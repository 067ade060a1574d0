/** A statement → checks of the three kernels. One file for each statement. */
import type { Statement } from "../ast/nodes.js";
import type { LoweringPlace } from "./from-codes.js";
import { fromBundle } from "./statements/bundle.js";
import { fromExpect, fromLimit } from "./statements/count.js";
import { fromForbid } from "./statements/forbid.js";
import type { LoweredStatement } from "./statements/lowered.js";
import { fromReplace } from "./statements/replace.js";
import { fromRequires } from "./statements/requires.js";
import { fromSequence } from "./statements/sequence.js";

/** Whatever the statement's kind. */
export function fromStatement(place: LoweringPlace, statement: Statement): LoweredStatement {
  switch (statement.kind) {
    case "bundle":
      return fromBundle(place, statement);
    case "forbid":
      return fromForbid(place, statement);
    case "requires":
      return fromRequires(place, statement);
    case "sequence":
      return fromSequence(place, statement);
    case "limit":
      return fromLimit(place, statement);
    case "expect":
      return fromExpect(place, statement);
    case "replace":
      return fromReplace(place, statement);
  }
}
