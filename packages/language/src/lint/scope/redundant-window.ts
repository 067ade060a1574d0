/** On the same day every window that has the day itself in it holds: one of the two was meant. */
import { partsOf } from "../../names/statement-parts.js";
import { onOneLine, stretchOf } from "../../source/source.js";
import { lineOf } from "../fixes/whole-lines.js";
import { versionLint } from "../lint.js";

export const redundantWindow = versionLint(
  {
    code: "redundant-window",
    severity: "warning",
    message: (p: { window: string }) => `${p.window} adds nothing to on the same day; keep the one that was meant`,
  },
  (_, { clauses: { statement } }, found) => {
    if (statement === null) return;
    const { source, node } = statement;
    const { scopes } = partsOf(node);
    if (!scopes.some(({ kind }) => kind === "same-day")) return;
    for (const scope of scopes) {
      // A window that leaves the day out holds on no day at all, which is reported elsewhere.
      if (scope.kind !== "window" || (scope.within?.min ?? 0) > 0) continue;
      const at = stretchOf(source, scope);
      const window = onOneLine(source, scope);
      const fixes = [{ title: `leave ${window} away`, edits: [{ at: lineOf(at), text: "" }] }];
      found(at, { window }, { fixes });
    }
  },
);
