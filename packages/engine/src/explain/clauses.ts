/** `for`, `in`, `effective`, `when` and `unless` of one line, each with the values that it reads. */
import type { DateBound, Effective } from "@edict/rulebook";
import type { ExplanationStep } from "../explanation.js";
import { compileCondition } from "../conditions/condition.js";
import { cellText, columnOfTable } from "../columns/cells.js";
import type { Judged } from "./judged.js";
import { conditionText, step } from "./judged.js";
import { dateOf, valueWords } from "./words.js";

/** The clauses by which the rule reaches the line; those that the rule has not are left out. */
export function reachSteps(judged: Judged): ExplanationStep[] {
  const { version, line, names, row } = judged;
  const { clauses, reach } = version;
  const steps: ExplanationStep[] = [];
  const value = (field: string): string => `${field} is ${valueWords(names.fields.column(field), field, line)}`;
  if (clauses.payers.length > 0) {
    steps.push(step("for", reach.payer(line), `for ${clauses.payers.join(", ")}; ${value("payer")}`));
  }
  if (clauses.settings.length > 0) {
    const read = ["setting", "place", "bill"].map(value).join(", ");
    steps.push(step("in", reach.setting(line), `in ${clauses.settings.join(", ")}; ${read}`));
  }
  if (clauses.effective !== null) {
    const holds = reach.dates(line) && (reach.rowDates === null || reach.rowDates(line, row));
    const date = dateOf(names.charges, line);
    steps.push(
      step("effective", holds, `${effectiveWords(clauses.effective, judged)}; the date of service is ${date}`),
    );
  }
  return steps;
}

/** `when` and `unless`, where they speak of the line alone. */
export function conditionSteps(judged: Judged): ExplanationStep[] {
  const { version, names, line, row } = judged;
  const { when, unless } = version.clauses;
  const steps: ExplanationStep[] = [];
  if (when !== null) {
    const holds = compileCondition(when, names, version.table).test(line, -1, row);
    steps.push(step("when", holds, `when ${conditionText(when, -1, judged)}`));
  }
  if (unless !== null) {
    const holds = compileCondition(unless, names, version.table).test(line, -1, row);
    steps.push(step("unless", !holds, `unless ${conditionText(unless, -1, judged)}`));
  }
  return steps;
}

function effectiveWords(effective: Effective, judged: Judged): string {
  const from = effective.from === null ? "" : ` ${boundWords(effective.from, judged)}`;
  const to = effective.to === null ? "" : ` to ${boundWords(effective.to, judged)}`;
  return `effective${from}${to}`;
}

function boundWords(bound: DateBound, judged: Judged): string {
  if (bound.kind === "date") return bound.date;
  const cell = judged.row < 0 ? null : cellText(columnOfTable(judged.version.table, bound.column), judged.row);
  return `row.${bound.column} (${cell ?? "open"})`;
}
