/** The columns that a rule needs, and those that some file lacks (`language.md` section 8, ruling 9; our rulings 33 and 34). */
import type {
  Check,
  Clauses,
  Condition,
  Group,
  Lines,
  Need,
  Operand,
  Reach,
  Rule,
  Rulebook,
  Scope,
  Values,
} from "@edict/rulebook";
import type { PlainFile } from "./lines.js";

/** Of each entry of a rule's needs that some file cannot meet, all its columns. */
export function missingColumns(needs: readonly Need[], files: readonly PlainFile[]): string[] {
  const missing = needs.filter(({ anyOf }) => !files.every((file) => anyOf.some((column) => file.fields.has(column))));
  return [...new Set(missing.flatMap(({ anyOf }) => anyOf))];
}

/** What a rule needs, of its own clauses and of every override and waiver; each need once. */
export function needsOf(rulebook: Rulebook, rule: Omit<Rule, "needs">): Need[] {
  const reaches = [
    rule.clauses,
    ...rule.overrides.flatMap(({ reach, clauses }) => [reach, clauses]),
    ...rule.waivers.map(({ reach }) => reach),
  ];
  const clauses = [rule.clauses, ...rule.overrides.map((override) => override.clauses)];
  const needs = [
    ...reaches.flatMap((reach) => needsOfReach(rulebook, reach)),
    ...clauses.flatMap((one) => needsOfClauses(rulebook, one)),
  ];
  return needs.filter((need, at) => needs.findIndex((first) => first.anyOf.join() === need.anyOf.join()) === at);
}

function needsOfReach(rulebook: Rulebook, { payers, settings }: Reach): Need[] {
  return [...(payers.length > 0 ? field("payer") : []), ...settings.flatMap((name) => needOfSetting(rulebook, name))];
}

/** The `setting` column, or one of those that the setting is declared by. */
function needOfSetting(rulebook: Rulebook, name: string): Need[] {
  const setting = rulebook.settings.find((declared) => declared.name === name);
  const places = setting !== undefined && setting.places.length > 0 ? ["place"] : [];
  const bills = setting !== undefined && setting.bills.length > 0 ? ["bill"] : [];
  return [{ anyOf: ["setting", ...places, ...bills] }];
}

function needsOfClauses(rulebook: Rulebook, { checks, when, unless }: Clauses): Need[] {
  return [
    ...checks.flatMap((check) => needsOfCheck(rulebook, check)),
    ...needsOfCondition(rulebook, when),
    ...needsOfCondition(rulebook, unless),
  ];
}

function needsOfCheck(rulebook: Rulebook, check: Check): Need[] {
  switch (check.kind) {
    case "line":
      return [...needsOfLines(rulebook, check.subject), ...needsOfCondition(rulebook, check.requires)];
    case "companion":
      return [
        ...needsOfLines(rulebook, check.subject),
        ...needsOfLines(rulebook, check.companion),
        ...needsOfScope(check.scope),
        ...("measure" in check.finds && check.finds.measure === "units" ? field("units") : []),
      ];
    case "count":
      return [
        ...needsOfLines(rulebook, check.subject),
        ...(check.allowance.forEvery === null ? [] : needsOfLines(rulebook, check.allowance.forEvery.lines)),
        ...needsOfGroup(check.per),
        ...(check.measure === "units" || check.allowance.forEvery?.measure === "units" ? field("units") : []),
      ];
  }
}

function needsOfLines(rulebook: Rulebook, { having }: Lines): Need[] {
  return needsOfCondition(rulebook, having);
}

function needsOfScope({ same }: Scope): Need[] {
  return same.flatMap(field);
}

function needsOfGroup({ by, and }: Group): Need[] {
  return [...(by.kind === "claim" ? field("claim") : []), ...and.flatMap(field)];
}

function needsOfCondition(rulebook: Rulebook, condition: Condition | null): Need[] {
  switch (condition?.kind) {
    case undefined:
      return [];
    case "all":
    case "any":
      return condition.of.flatMap((part) => needsOfCondition(rulebook, part));
    case "not":
      return needsOfCondition(rulebook, condition.of);
    case "in":
      return needsOfValues(rulebook, condition.field, condition.values);
    case "compare":
      return [condition.left, condition.right].flatMap(needsOfOperand);
    case "presence":
      return field(condition.field);
    case "row":
      return needsOfCondition(rulebook, condition.where);
  }
}

/** `setting is …` can be told from place and bill. A cell may name any setting. */
function needsOfValues(rulebook: Rulebook, name: string, values: Values): Need[] {
  if (values.kind !== "settings") return field(name);
  if (values.columns.length > 0) return [{ anyOf: ["setting", "place", "bill"] }];
  return values.names.flatMap((setting) => needOfSetting(rulebook, setting));
}

function needsOfOperand(operand: Operand): Need[] {
  return operand.kind === "field" ? field(operand.field) : [];
}

/** `patient`, `date` and `code` are always there. */
function field(name: string): Need[] {
  switch (name) {
    case "patient":
    case "date":
    case "code":
      return [];
    case "age":
      return [{ anyOf: ["age", "birth"] }];
    case "primary diagnosis":
      return [{ anyOf: ["diagnoses"] }];
    default:
      return [{ anyOf: [name] }];
  }
}
