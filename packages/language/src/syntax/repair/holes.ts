/** Takes out of a declaration what stands for something missing: nodes of no length. */
import type { Node } from "../../ast/nodes.js";
import type { BareDeclaration } from "../grammar/declarations.js";

/** The declaration without its holes. */
export function withoutHoles(declaration: BareDeclaration): BareDeclaration {
  switch (declaration.kind) {
    case "codes":
    case "diagnoses":
    case "modifiers":
    case "episode":
      return {
        ...declaration,
        set: { ...declaration.set, items: filled(declaration.set.items), except: filled(declaration.set.except) },
      };
    case "payer":
      return { ...declaration, aliases: filled(declaration.aliases) };
    case "payers":
      return { ...declaration, members: filled(declaration.members), except: filled(declaration.except) };
    case "setting":
      return {
        ...declaration,
        parts: filled(declaration.parts.map((part) => ({ ...part, values: filled(part.values) }))),
      };
    case "table":
      if (declaration.source.kind === "written-table") return declaration;
      return { ...declaration, source: { ...declaration.source, columns: filled(declaration.source.columns) } };
    default:
      return declaration;
  }
}

function filled<N extends Node>(nodes: readonly N[]): readonly N[] {
  return nodes.filter((node) => node.end > node.start);
}
