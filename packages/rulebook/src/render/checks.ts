/** The three kernels' checks in a few words each. */
import type { Duration } from "../calendar.js";
import type { Allowance, Amount, Check, CompanionTest, Group, Lines, Scope, Window } from "../checks.js";
import type { CodeChoice } from "../sets.js";
import { renderCondition, renderRange } from "./conditions.js";

/** One check: its kernel, whom it chooses, and when it raises a finding. */
export function renderCheck(check: Check): string {
  switch (check.kind) {
    case "line":
      return [
        `line ${check.pick} ${renderLines(check.subject)}`,
        check.requires === null ? "" : ` requires ${renderCondition(check.requires)}`,
      ].join("");
    case "companion":
      return [
        `companion ${check.pick} ${renderLines(check.subject)} ${renderFinds(check.finds)}`,
        `${renderLines(check.companion)} ${renderScope(check.scope)}`,
      ].join(" ");
    case "count":
      return [
        `count ${check.finds} ${renderLines(check.subject)} than ${renderAllowance(check.allowance, check.measure)}`,
        renderGroup(check.per),
        ...(check.allLines ? ["all lines"] : []),
      ].join(" ");
  }
}

function renderLines({ codes, having }: Lines): string {
  return renderChoice(codes) + (having === null ? "" : ` having (${renderCondition(having)})`);
}

function renderChoice({ any, except, ...rest }: CodeChoice): string {
  const chosen = [...(any ? ["any code"] : []), ...renderSource(rest)].join("+") || "nothing";
  return except === null ? chosen : `${chosen} except ${renderSource(except).join("+")}`;
}

function renderSource(source: Pick<CodeChoice, "sets" | "spans" | "columns">): string[] {
  return [
    ...source.sets,
    ...source.spans.map((span) => renderRange(span.first, span.last, span.from, span.until)),
    ...source.columns.map((column) => `row.${column}`),
  ];
}

function renderFinds(finds: CompanionTest): string {
  switch (finds.kind) {
    case "present":
    case "absent":
      return finds.kind;
    case "at-least":
    case "fewer-than":
      return `${finds.kind} ${renderAmount(finds.amount)} ${finds.measure} of`;
  }
}

function renderScope({ windows, episode, same }: Scope): string {
  const parts = [
    ...windows.map(renderWindow),
    ...(episode === null ? [] : [episode]),
    ...same.map((field) => `same ${field}`),
  ];
  return `[${parts.join(", ")}]`;
}

function renderWindow({ direction, min, max }: Window): string {
  if (max === null) return min.count === 0 ? direction : `${direction} ${renderDuration(min)}..`;
  if (min.count === 0 && max.count === 0) return "same day";
  const low = min.unit === max.unit || min.count === 0 ? String(min.count) : renderDuration(min);
  return `${direction} ${low}..${renderDuration(max)}`;
}

function renderDuration({ count, unit }: Duration): string {
  return `${count} ${unit}`;
}

function renderAllowance({ amount, forEvery }: Allowance, measure: string): string {
  const base = `${renderAmount(amount)} ${measure}`;
  if (forEvery === null) return base;
  return [
    `${base} for every ${renderAmount(forEvery.amount)} ${forEvery.measure} of ${renderLines(forEvery.lines)}`,
    forEvery.remainder === null ? "" : ` remainder ${renderAmount(forEvery.remainder)}`,
    forEvery.atLeast === null ? "" : ` at least ${renderAmount(forEvery.atLeast)}`,
  ].join("");
}

function renderAmount(amount: Amount): string {
  return amount.kind === "number" ? String(amount.value) : `row.${amount.column}`;
}

function renderGroup({ by, and }: Group): string {
  const base = by.kind === "episode" ? by.episode : by.kind === "window" ? renderDuration(by.length) : by.kind;
  return `per ${[base, ...and].join(" and ")}`;
}
