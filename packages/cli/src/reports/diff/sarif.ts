/** `--format sarif`: a result for each changed rule, on its line in head; one that is no more has none to stand on. */
import type { ClosedChange, RuleChange, Verdict } from "@edict/review";
import type { SarifLevel } from "../sarif-log.js";
import { physicalLocation, sarifLog, startOf } from "../sarif-log.js";
import { closedWords } from "./closed-words.js";
import type { DiffReport } from "./report.js";
import { changeWords, nameCauseWords, spanWords, verdictWords } from "./span-words.js";

/** What a reviewer has to look at more closely stands higher. */
const levels: { readonly [V in Verdict]: SarifLevel } = {
  same: "note",
  stricter: "note",
  looser: "note",
  "both ways": "note",
  "moved in time": "note",
  unknown: "warning",
};

export const sarifDiff: DiffReport = ({ review: { changes }, closed }, io) => {
  const closedOf = new Map(closed?.changes.map((change) => [change.id, change]) ?? []);
  const rules = changes.map(({ id, base, head }) => ({
    id,
    shortDescription: { text: (head ?? base)?.title ?? id },
  }));
  io.stdout.write(
    sarifLog({ rules, results: changes.map((change, at) => resultOf(change, at, closedOf.get(change.id) ?? null)) }),
  );
};

function resultOf(change: RuleChange, ruleIndex: number, closed: ClosedChange | null): object {
  const { id, head, verdict, spans, causes } = change;
  const said = [
    `${id}: ${changeWords(change)}`,
    ...spans.map((span) => `${spanWords(span)}: ${span.verdict}, ${verdictWords[span.verdict]}`),
    ...causes.flatMap((cause) => (cause.kind === "name" ? [nameCauseWords(cause)] : [])),
    ...(closed === null ? [] : [`other results for closed dates, ${closedWords(closed)}`]),
  ];
  return {
    ruleId: id,
    ruleIndex,
    level: closed?.named.length === 0 ? "error" : levels[verdict],
    message: { text: said.join("; ") },
    locations: head === null ? [] : [{ physicalLocation: physicalLocation(head.at.file, startOf(head.at)) }],
    // Where the rule moves within its file, it is the same result.
    partialFingerprints: { "edictDiff/v1": JSON.stringify([id, change.kind, verdict]) },
  };
}
