/** Checks of a compiled rulebook as the statements that lower to them. */
import type {
  Amount,
  Check,
  CodeChoice,
  CompanionCheck,
  CountCheck,
  Duration,
  LineCheck,
  Lines,
  Scope,
  Window,
} from "@edict/rulebook";
import { conditionText } from "./condition-text.js";
import { NoSentence } from "./no-sentence.js";
import type { Helpers } from "./sets-text.js";

export function statementText(check: Check, helpers: Helpers): string {
  switch (check.kind) {
    case "line":
      return lineText(check, helpers);
    case "companion":
      return companionText(check, helpers);
    case "count":
      return countText(check, helpers);
  }
}

function lineText({ pick, subject, requires }: LineCheck, helpers: Helpers): string {
  const codes = linesText(subject, helpers);
  if (requires === null) {
    if (pick !== "each") throw new NoSentence("forbid looks at each line");
    return `forbid ${codes}`;
  }
  if (requires.kind === "row")
    return `${pick} ${codes} requires a row of ${requires.table} where ${conditionText(requires.where, helpers)}`;
  return `${pick} ${codes} requires ${conditionText(requires, helpers)}`;
}

function companionText({ pick, subject, companion, scope, finds }: CompanionCheck, helpers: Helpers): string {
  const [one, other] = [linesText(subject, helpers), linesText(companion, helpers)];
  const inPairs = finds.kind === "present" || finds.kind === "at-least";
  const where = scopeText(scope, inPairs);
  if (inPairs && pick !== "each") throw new NoSentence("a pair has each line as its subject");
  switch (finds.kind) {
    case "present":
      return `bundle ${one} into ${other} ${where}`;
    case "at-least":
      return `forbid ${one} with at least ${amountText(finds.amount)} ${finds.measure} of ${other} ${where}`;
    case "absent":
      return `${pick} ${one} requires ${other} ${where}`;
    case "fewer-than":
      return `${pick} ${one} requires at least ${amountText(finds.amount)} ${finds.measure} of ${other} ${where}`;
  }
}

function countText({ finds, subject, measure, allowance, per, allLines }: CountCheck, helpers: Helpers): string {
  const { amount, forEvery } = allowance;
  const ratio =
    forEvery === null
      ? []
      : [
          `for every ${amountText(forEvery.amount)} ${forEvery.measure} of ${linesText(forEvery.lines, helpers)}`,
          ...(forEvery.remainder === null ? [] : [`counting a remainder of ${amountText(forEvery.remainder)} or more`]),
          ...(forEvery.atLeast === null ? [] : [`but at least ${amountText(forEvery.atLeast)}`]),
        ];
  const { by } = per;
  const group = by.kind === "episode" ? by.episode : by.kind === "window" ? durationText(by.length) : by.kind;
  return [
    finds === "more" ? "limit" : "expect",
    linesText(subject, helpers),
    finds === "more" ? "to" : "at least",
    `${amountText(amount)} ${measure}`,
    ...ratio,
    `per ${[group, ...per.and].join(" and ")}`,
    ...(allLines ? ["all lines"] : []),
  ].join(" ");
}

/** A set of codes as a statement names it. */
export function choiceText({ any, sets, spans, columns, except }: CodeChoice, helpers: Helpers): string {
  const cells = columns.map((column) => `row.${column}`);
  const out = except === null ? [] : [...helpers.codes(except), ...except.columns.map((column) => `row.${column}`)];
  if (any) return out.length === 0 ? "any code" : `any code except ${out.join(", ")}`;
  if (except !== null && cells.length + except.columns.length > 0) throw new NoSentence("except, of a cell");
  const all = [...helpers.codes({ sets, spans }, out), ...cells];
  if (all.length === 0) throw new NoSentence("no code at all");
  return all.join(", ");
}

function linesText({ codes, having }: Lines, helpers: Helpers): string {
  const text = choiceText(codes, helpers);
  if (having === null) return text;
  return `${/,| except /.test(text) ? `(${text})` : text} having (${conditionText(having, helpers)})`;
}

function scopeText({ windows, episode, same }: Scope, inPairs: boolean): string {
  const fields = same.map((field) => {
    if (field === "claim") return "on the same claim";
    return field === "provider" ? "by the same provider" : `with the same ${field}`;
  });
  const words = windows.map((window) => windowText(window, inPairs));
  return [...words, ...(episode === null ? [] : [`in the same ${episode}`]), ...fields].join(" ");
}

function windowText({ direction, min, max }: Window, inPairs: boolean): string {
  const distance = max === null ? "" : `within ${distanceText(min, max)}`;
  if (direction === "either") {
    if (max === null) throw new NoSentence("any distance either way");
    return distance;
  }
  if (max === null && min.count > 0) throw new NoSentence("a lower bound alone");
  const follows = { before: "that precedes", after: "that follows" }[direction];
  return (inPairs ? `${follows} ${distance}` : `${distance} ${direction}`).trim();
}

function distanceText(min: Duration, max: Duration): string {
  if (min.count === 0) return durationText(max);
  if (min.unit !== max.unit) throw new NoSentence("bounds in two units");
  return `${min.count} to ${durationText(max)}`;
}

export function durationText({ count, unit }: Duration): string {
  return `${count} ${unit}`;
}

function amountText(amount: Amount): string {
  return amount.kind === "number" ? String(amount.value) : `row.${amount.column}`;
}
