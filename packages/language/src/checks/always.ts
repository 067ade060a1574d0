/** Conditions that take all effect from a rule: an `unless` that always holds, a `when` that never does. */
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import type { RuleVersion } from "../names/versions.js";
import { stretchOf } from "../source/source.js";
import { conditionsOf } from "./condition-list.js";
import { truthOf } from "./truth.js";

/** Reports such conditions; a rule that can find nothing would look like a clean file. */
export function checkAlways(book: Book, version: RuleVersion): void {
  const statement = version.clauses.statement?.node;
  const readsRows = statement?.kind === "requires" && statement.requires.kind === "row";
  for (const condition of conditionsOf(book, version)) {
    const at = stretchOf(condition.source, condition.node);
    switch (condition.role) {
      case "unless":
        if (truthOf(book, condition) === "always") book.diagnostics.push(report(rules, "unless-always-true", at, {}));
        break;
      case "when":
        if (truthOf(book, condition) === "never") book.diagnostics.push(report(rules, "when-never-true", at, {}));
        break;
      case "requires":
        if (!readsRows && truthOf(book, condition) === "always") {
          book.diagnostics.push(report(rules, "requirement-always-true", at, {}));
        }
        break;
      case "having":
        break;
    }
  }
}
