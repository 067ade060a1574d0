/** What a declaration is called in lists, and where that stands. */
import type { Declaration, Node } from "../ast/nodes.js";

/** What a declaration is called: its name, the rule that it changes, its title. */
export function titleOf(node: Declaration): string {
  if ("name" in node) return node.name.text;
  switch (node.kind) {
    case "override":
    case "waive":
      return `${node.kind} ${node.rule.text}`;
    case "test":
      return node.title.text;
    case "use":
      return `use ${node.path.text}`;
  }
}

/** The place of what a declaration is called. */
export function nameOf(node: Declaration): Node {
  if ("name" in node) return node.name;
  switch (node.kind) {
    case "override":
    case "waive":
      return node.rule;
    case "test":
      return node.title;
    case "use":
      return node.path;
  }
}
