/** `--profile`: where the time of a run went, by stage and by rule. Times are of one run on one machine, so that they stand on standard error alone. */
import type { RuleTime } from "@edict/engine";
import type { RuleAccount } from "@edict/rulebook";
import { thousands } from "@edict/rulebook";
import { columns } from "../output/columns.js";
import type { StageTimes } from "../output/stages.js";
import { stages } from "../output/stages.js";

/** The stages, and then the rules, those that took longest first. */
export function profileText(spent: StageTimes, times: readonly RuleTime[], accounts: readonly RuleAccount[]): string {
  const whole = stages.reduce((sum, stage) => sum + spent.of(stage), 0);
  const table = columns(
    [...stages.map((stage) => [stage, milliseconds(spent.of(stage))]), ["in all", milliseconds(whole)]],
    new Set([1]),
  );
  const known = new Map(accounts.map((account) => [account.rule, account]));
  const sorted = [...times].sort((left, right) => right.milliseconds - left.milliseconds);
  const rules = sorted.map(({ rule, milliseconds: took }) => {
    const account = known.get(rule);
    return [rule, milliseconds(took), thousands(account?.subjects ?? 0), thousands(account?.findings ?? 0)];
  });
  const ruleTable = columns([["rule", "time", "lines looked at", "findings"], ...rules], new Set([1, 2, 3]));
  return [...table, "", ...ruleTable].map((line) => `${line}\n`).join("");
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}
