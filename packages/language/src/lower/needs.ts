/** The columns that a rule needs (ruling 33): what its clauses name, and those of every override and waiver. */
import type { Check, Clauses, Condition, Need, Operand, Reach, Setting, Values } from "@edict/rulebook";

/** Settings by name: they can be told from the columns that they are declared by. */
export type SettingLookup = ReadonlyMap<string, Setting>;

/** Each need once: first of the reaches, then of the clauses, as written and as overridden. */
export function needsOf(
  settings: SettingLookup,
  reaches: readonly Reach[],
  clauses: readonly Clauses[],
): readonly Need[] {
  const needs = [
    ...reaches.flatMap((reach) => needsOfReach(settings, reach)),
    ...clauses.flatMap((one) => needsOfClauses(settings, one)),
  ];
  return [...new Map(needs.map((anyOf) => [anyOf.join("\n"), { anyOf }])).values()];
}

type Columns = readonly string[];

function needsOfReach(settings: SettingLookup, reach: Reach): readonly Columns[] {
  return [
    ...(reach.payers.length === 0 ? [] : field("payer")),
    ...reach.settings.map((name) => columnsOfSetting(settings, name)),
  ];
}

function columnsOfSetting(settings: SettingLookup, name: string): Columns {
  const setting = settings.get(name);
  const places = setting === undefined || setting.places.length === 0 ? [] : ["place"];
  const bills = setting === undefined || setting.bills.length === 0 ? [] : ["bill"];
  return ["setting", ...places, ...bills];
}

function needsOfClauses(settings: SettingLookup, { checks, when, unless }: Clauses): readonly Columns[] {
  return [
    ...checks.flatMap((check) => needsOfCheck(settings, check)),
    ...needsOfCondition(settings, when),
    ...needsOfCondition(settings, unless),
  ];
}

function needsOfCheck(settings: SettingLookup, check: Check): readonly Columns[] {
  const subject = needsOfCondition(settings, check.subject.having);
  switch (check.kind) {
    case "line":
      return [...subject, ...needsOfCondition(settings, check.requires)];
    case "companion": {
      const counts = "measure" in check.finds && check.finds.measure === "units";
      return [
        ...subject,
        ...needsOfCondition(settings, check.companion.having),
        ...check.scope.same.flatMap(field),
        ...(counts ? field("units") : []),
      ];
    }
    case "count": {
      const { forEvery } = check.allowance;
      const counts = check.measure === "units" || forEvery?.measure === "units";
      return [
        ...subject,
        ...needsOfCondition(settings, forEvery?.lines.having ?? null),
        ...(check.per.by.kind === "claim" ? field("claim") : []),
        ...check.per.and.flatMap(field),
        ...(counts ? field("units") : []),
      ];
    }
  }
}

function needsOfCondition(settings: SettingLookup, condition: Condition | null): readonly Columns[] {
  switch (condition?.kind) {
    case undefined:
      return [];
    case "all":
    case "any":
      return condition.of.flatMap((part) => needsOfCondition(settings, part));
    case "not":
      return needsOfCondition(settings, condition.of);
    case "in":
      return needsOfValues(settings, condition.field, condition.values);
    case "compare":
      return [condition.left, condition.right].flatMap(needsOfOperand);
    case "presence":
      return field(condition.field);
    case "row":
      return needsOfCondition(settings, condition.where);
  }
}

/** A cell may name any setting, and be told by any column. */
function needsOfValues(settings: SettingLookup, name: string, values: Values): readonly Columns[] {
  if (values.kind !== "settings") return field(name);
  if (values.columns.length > 0) return [["setting", "place", "bill"]];
  return values.names.map((setting) => columnsOfSetting(settings, setting));
}

function needsOfOperand(operand: Operand): readonly Columns[] {
  return operand.kind === "field" ? field(operand.field) : [];
}

/** `patient`, `date` and `code` are always there. */
function field(name: string): readonly Columns[] {
  switch (name) {
    case "patient":
    case "date":
    case "code":
      return [];
    case "age":
      return [["age", "birth"]];
    case "primary diagnosis":
      return [["diagnoses"]];
    default:
      return [[name]];
  }
}
