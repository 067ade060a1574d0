/** The engine on a random case, with its findings gathered; and its answer as bytes. */
import type { ReferenceAccount } from "../reference/index.js";
import type { Finding, TableData } from "@edict/rulebook";
import { chargesFromLines, evaluate, tableData } from "@edict/engine";
import type { Case, RandomRulebook } from "../random/index.js";

/** What an evaluator answers. */
export type Answer = Pick<ReferenceAccount, "findings" | "notEvaluated" | "rules">;

/** The engine's answer. */
export function runEngine(drawn: Case): Answer {
  const { rulebook, lines, files } = drawn;
  const findings: Finding[] = [];
  const account = evaluate({
    rulebook,
    charges: chargesFromLines(lines, files, rulebook.fields),
    tables: fileTables(drawn),
    onFindings: (some) => findings.push(...some),
  });
  if (account.findings !== findings.length) throw new Error("the engine counts other findings than it hands over");
  return { findings, notEvaluated: account.notEvaluated, rules: account.rules };
}

/** The rows of a case's tables that stand in files. */
export function fileTables({ rulebook, tables }: RandomRulebook): ReadonlyMap<string, TableData> {
  return new Map(
    rulebook.tables
      .filter((table) => table.source.kind === "file")
      .map((table) => {
        const rows = tables.get(table.name) ?? [];
        return [table.name, tableData({ ...table, source: { kind: "rows", rows } })];
      }),
  );
}

/** An answer as bytes, one finding or account on a line so that a difference is one line. */
export function asBytes({ findings, notEvaluated, rules }: Answer): string {
  return [...findings, ...notEvaluated, ...rules].map((one) => JSON.stringify(one)).join("\n");
}
