/** What can be renamed: a declaration, or a column of a table. */
import type { Target } from "../names-at.js";

/** The thing that gets another name. */
export type Renamed = Extract<Target, { readonly kind: "declared" | "column" }>;

/** What can be renamed of what is named; a reason else. */
export function renamedOf(target: Target | null): Renamed | { readonly kind: "no-name"; readonly reason: string } {
  switch (target?.kind) {
    case "declared":
    case "column":
      return target;
    case "field":
      return { kind: "no-name", reason: `${target.name} is a field that every line has, and keeps its name` };
    case "value":
      return { kind: "no-name", reason: `${target.text} is no name of this rulebook, and keeps its letters` };
    case "alias":
      return { kind: "no-name", reason: `this is what charge lines say; rename ${target.payer} where its name stands` };
    case "use":
    case "table-file":
    case "url":
      return { kind: "no-name", reason: "this is where something is, and no name" };
    case undefined:
      return { kind: "no-name", reason: "nothing that is declared is named here" };
  }
}
