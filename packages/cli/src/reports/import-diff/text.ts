/** The changes of a table for people: the first of them, the rules that they have to do with, and how many there are. */
import type { DiffSide } from "@edict/charges";
import { counted, formatDate, noDate, tallied, thousands } from "@edict/rulebook";
import { columns } from "../../output/columns.js";
import { safeText } from "../../output/safe-text.js";
import { placeCells, saidCells } from "./cells.js";
import type { DiffAccount, MakeDiffReport, TouchedRule } from "./report.js";
import { changeKinds } from "./report.js";

const listedByDefault = 50;
const listedCodes = 8;

export const textDiff: MakeDiffReport = ({ out, diff, limit }) => {
  const { shape, since } = diff;
  const most = limit ?? listedByDefault;
  const listed: (readonly string[])[] = [["change", ...shape.keys, "from", "to", "was", "now"]];
  let all = 0;
  out.write(`${sideWords(diff.old)}\n${sideWords(diff.new)}\n`);
  if (since !== noDate) out.write(`compared from ${formatDate(since)} on, the first day of which both know\n`);
  return {
    change: (change) => {
      if (all++ >= most) return;
      listed.push([...placeCells(change), saidCells(change.was, shape), saidCells(change.now, shape)]);
    },
    end: (account) => {
      if (listed.length > 1) out.write(`\n${columns(listed).map(safeText).join("\n")}\n`);
      if (all > most) out.write(`${tallied(all - most, "more change")} not listed; --limit lists more\n`);
      if (account.rules !== null) out.write(`\n${rulesWords(account.rules)}`);
      out.write(`\n${totalWords(account, shape.keys.length === 1 ? "code" : "pair")}\n`);
    },
  };
};

function sideWords({ name, rows, record }: DiffSide): string {
  const last = record?.releases.at(-1);
  const release = last?.release ?? last?.effective ?? null;
  const what = [record?.kind ?? null, record?.setting ?? null, release].filter((word) => word !== null).join(" ");
  return `${safeText(name)}: ${tallied(rows, "row")}${what === "" ? "" : ` of ${safeText(what)}`}`;
}

function rulesWords(rules: readonly TouchedRule[]): string {
  if (rules.length === 0) return "no rule names a code that changed\n";
  const lines = rules.flatMap(({ rule, changes, between, codes, tables }) => {
    const place = `${safeText(rule.at.file)}:${rule.at.line}`;
    const reads = tables.map((table) => `reads ${table}, which is one of these tables`);
    const both = between === 0 ? "" : `, ${thousands(between)} of them between two codes of its own`;
    const shown = codes.slice(0, listedCodes).map(({ code, roles }) => `${code} (${roles.join(", ")})`);
    const more = codes.length > listedCodes ? [counted(codes.length - listedCodes, "more code")] : [];
    const named = codes.length === 0 ? [] : [`${tallied(changes, "change")}${both}: ${[...shown, ...more].join(", ")}`];
    return [...reads, ...named].map((line) => `  ${rule.id} at ${place}: ${line}`);
  });
  return `rules to look at:\n${lines.join("\n")}\n`;
}

function totalWords({ keys, changes }: DiffAccount, noun: string): string {
  const counts = changeKinds.map((kind) => `${thousands(changes.get(kind) ?? 0)} ${kind}`);
  return (
    `${tallied(keys.old, noun)} before and ${thousands(keys.new)} now, ${thousands(keys.same)} of them the same\n` +
    `changes: ${counts.join(", ")}`
  );
}
