/** The accounts of threads that had parts of the same run, added up. */
import type { Account, RuleTime } from "@edict/engine";
import type { Stage } from "../output/stages.js";
import type { ThreadAccount } from "./thread-messages.js";

/** What one thread would say. Which rules could not be evaluated, and which rows of their tables, is the same for all. */
export function addAccounts(accounts: readonly Account[]): Account {
  const [first, ...others] = accounts;
  if (first === undefined) throw new Error("a run has one thread or more");
  const rules = first.rules.map((rule, index) => {
    const own = [rule, ...others.flatMap((other) => other.rules[index] ?? [])];
    if (own.length !== accounts.length || own.some((each) => each.rule !== rule.rule)) {
      throw new Error("all threads have the same rules in the same order");
    }
    return {
      ...rule,
      subjects: sum(own, ({ subjects }) => subjects),
      findings: sum(own, ({ findings }) => findings),
      outsideEpisodes: sum(own, ({ outsideEpisodes }) => outsideEpisodes),
    };
  });
  return { findings: sum(accounts, ({ findings }) => findings), notEvaluated: first.notEvaluated, rules };
}

/** The time that all threads took together. */
export function addTimes(accounts: readonly ThreadAccount[]): {
  readonly times: readonly RuleTime[];
  readonly stages: ReadonlyMap<Stage, number>;
} {
  const [first] = accounts;
  const times = (first?.rules ?? []).map(({ rule }, index) => ({
    rule,
    milliseconds: sum(accounts, ({ rules }) => rules[index]?.milliseconds ?? 0),
  }));
  const stages = new Map<Stage, number>();
  for (const account of accounts) {
    for (const [stage, spent] of account.stages) stages.set(stage, (stages.get(stage) ?? 0) + spent);
  }
  return { times, stages };
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}
