/**
 * Is a condition true of every line, or of none? Decided by trying: each field that the condition names takes every
 * value that can make a difference (blank, the numbers written, those between them), and the condition is read for each.
 * More is tried than can be, never less: what is called always true is. Where there is too much to try, nothing is said.
 */
import { parseIsoDate } from "@edict/rulebook";
import type { ComparisonCondition, Condition, MembershipCondition, PresenceCondition } from "../ast/nodes.js";
import type { Book } from "../names/book.js";
import type { FieldFacts } from "../names/fields.js";
import { fieldNamed } from "../names/fields.js";
import type { OperandFacts } from "../names/operands.js";
import { operandsOf } from "../names/operands.js";
import type { ListedCondition } from "./condition-list.js";
import { onOneLine } from "../source/source.js";

/** What a condition is of all lines. */
export type Truth = "always" | "never" | "open";

/** States that are tried at most. */
const mostStates = 4096;

/** Whether a condition is true always, never, or as the case may be. */
export function truthOf(book: Book, { source, node, table }: ListedCondition): Truth {
  const fields = new Map<string, Variable>();
  const read = compileCondition(node);
  const variables = [...fields.values()];
  const total = variables.reduce((product, variable) => product * stateCount(variable), 1);
  // A set of forty diagnoses is forty questions: they are counted before any state is made.
  if (total > mostStates) return "open";
  for (const variable of variables) variable.states = statesOf(variable);
  let sawTrue = false;
  let sawFalse = false;
  for (let index = 0; index < total && !(sawTrue && sawFalse); index++) {
    let rest = index;
    for (const variable of variables) {
      variable.now = variable.states[rest % variable.states.length] ?? null;
      rest = Math.floor(rest / variable.states.length);
    }
    if (read()) sawTrue = true;
    else sawFalse = true;
  }
  return sawTrue && sawFalse ? "open" : sawTrue ? "always" : "never";

  function compileCondition(condition: Condition): () => boolean {
    switch (condition.kind) {
      case "and": {
        const parts = condition.of.map(compileCondition);
        return () => parts.every((part) => part());
      }
      case "or": {
        const parts = condition.of.map(compileCondition);
        return () => parts.some((part) => part());
      }
      case "not": {
        const part = compileCondition(condition.of);
        return () => !part();
      }
      case "membership":
      case "comparison":
      case "presence": {
        if (condition.side !== "either") return compileLeaf(condition, condition.side ?? "subject");
        const [subject, other] = [compileLeaf(condition, "subject"), compileLeaf(condition, "other")];
        return () => subject() || other();
      }
    }
  }

  function compileLeaf(
    condition: MembershipCondition | ComparisonCondition | PresenceCondition,
    side: string,
  ): () => boolean {
    if (condition.kind === "comparison") return compileComparison(condition, side);
    const facts = fieldNamed(book.declared, condition.field.text);
    if (facts === null) return unknown(side, textOf(condition));
    const variable = variableOf(facts, side);
    if (condition.kind === "presence") {
      const missing = condition.is === "missing";
      return () => (variable.now === null) === missing;
    }
    const tests = condition.values.map((value): (() => boolean) => {
      const written = source.text.slice(value.start, value.end);
      const constant = facts.holds === "plain" ? plainConstant(facts, value, written) : null;
      return constant === null ? flag(variable, written) : compare(variable, "=", constant);
    });
    return () => tests.some((test) => test());
  }

  function compileComparison(condition: ComparisonCondition, side: string): () => boolean {
    const { left, right } = operandsOf(book, source, condition, table);
    const straight = left.kind === "field" ? constantOf(right) : null;
    if (left.kind === "field" && straight !== null && left.facts.holds === "plain") {
      return compare(variableOf(left.facts, side), condition.comparison, straight);
    }
    const turned = right.kind === "field" ? constantOf(left) : null;
    if (right.kind === "field" && turned !== null && right.facts.holds === "plain") {
      return compare(variableOf(right.facts, side), mirrored[condition.comparison], turned);
    }
    return unknown(side, textOf(condition));
  }

  function variableOf(facts: FieldFacts, side: string): Variable {
    const key = `${side} ${facts.name}`;
    const known = fields.get(key);
    if (known !== undefined) return known;
    const variable: Variable = { facts, constants: new Set(), flags: [], states: [], now: null };
    fields.set(key, variable);
    return variable;
  }

  /** A comparison that is true or false for reasons of its own. */
  function unknown(side: string, text: string): () => boolean {
    const facts: FieldFacts = { name: text, type: "text", holds: "plain" };
    return flag(variableOf(facts, `of its own ${side}`), text);
  }

  function textOf(condition: ComparisonCondition | MembershipCondition | PresenceCondition): string {
    return onOneLine(source, condition);
  }
}

type Constant = number | string;

/** A field of one line: what is asked of it, and the state that is being tried; null is blank. */
interface Variable {
  readonly facts: FieldFacts;
  readonly constants: Set<Constant>;
  /** Questions that stand for themselves, such as `modifier is 59`. */
  readonly flags: string[];
  states: readonly State[];
  now: State;
}

type State = { readonly value: Constant | undefined; readonly flags: number } | null;

const mirrored = { "=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function flag(variable: Variable, text: string): () => boolean {
  const known = variable.flags.indexOf(text);
  const index = known >= 0 ? known : variable.flags.push(text) - 1;
  return () => variable.now !== null && Math.floor(variable.now.flags / 2 ** index) % 2 === 1;
}

function compare(variable: Variable, sign: ComparisonCondition["comparison"], constant: Constant): () => boolean {
  variable.constants.add(constant);
  return () => {
    const value = variable.now?.value;
    if (value === undefined) return false;
    switch (sign) {
      case "=":
        return value === constant;
      case "!=":
        return value !== constant;
      case "<":
        return value < constant;
      case "<=":
        return value <= constant;
      case ">":
        return value > constant;
      case ">=":
        return value >= constant;
    }
  };
}

const neverBlank: ReadonlySet<string> = new Set(["patient", "date", "code", "units"]);
const neverNegative: ReadonlySet<string> = new Set(["units", "age"]);

function stateCount(variable: Variable): number {
  return (neverBlank.has(variable.facts.name) ? 0 : 1) + valuesOf(variable).length * flagSets(variable);
}

function statesOf(variable: Variable): readonly State[] {
  const states: State[] = neverBlank.has(variable.facts.name) ? [] : [null];
  for (const value of valuesOf(variable)) {
    for (let set = 0; set < flagSets(variable); set++) states.push({ value, flags: set });
  }
  return states;
}

/** Sixteen questions of one field are more states than are tried anyway. */
function flagSets({ flags }: Variable): number {
  return 2 ** Math.min(flags.length, 16);
}

function valuesOf({ facts, constants }: Variable): readonly (Constant | undefined)[] {
  return constants.size === 0 ? [undefined] : samples(facts, [...constants]);
}

/** A value for each constant and for each gap between, below and above them. */
function samples(facts: FieldFacts, constants: readonly Constant[]): readonly Constant[] {
  const numbers = constants.filter((one) => typeof one === "number").sort((left, right) => left - right);
  if (numbers.length < constants.length) {
    // Texts: each, and what comes right after it; nothing readable comes before the first sign.
    return ["\u0001", ...constants.flatMap((text) => [text, `${text}\u0000`])];
  }
  const around = numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    return [number, next === undefined ? number + 1 : (number + next) / 2];
  });
  return [(numbers[0] ?? 0) - 1, ...around].filter((value) => value >= 0 || !neverNegative.has(facts.name));
}

function constantOf(facts: OperandFacts): Constant | null {
  switch (facts.kind) {
    case "number":
    case "text":
      return facts.value;
    case "date":
      return parseIsoDate(facts.value);
    default:
      return null;
  }
}

function plainConstant(facts: FieldFacts, value: { readonly kind: string }, written: string): Constant | null {
  if (facts.type === "number") return /^[\d.]+$/.test(written) ? Number(written) : null;
  if (facts.type === "date") return parseIsoDate(written);
  if (value.kind === "row-reference") return null;
  return written.replace(/^"|"$/g, "");
}
