/** The changes of a table as one JSON document, written as they come. */
import type { DiffSide, TableChange } from "@edict/charges";
import type { Cell } from "@edict/rulebook";
import { formatDate, noDate } from "@edict/rulebook";
import type { MakeDiffReport, TouchedRule } from "./report.js";
import { changeKinds } from "./report.js";

export const jsonDiff: MakeDiffReport = ({ out, diff, limit }) => {
  const { kind, since, shape } = diff;
  const head = { kind, old: sideOf(diff.old), new: sideOf(diff.new), since: dayOf(since) };
  out.write(`${JSON.stringify(head).slice(0, -1)},"changes":[`);
  let listed = 0;
  return {
    change: (change, rules) => {
      if (listed >= (limit ?? Infinity)) return;
      const names = rules === null ? {} : { rules };
      out.write(`${listed++ === 0 ? "" : ","}\n${JSON.stringify({ ...changeOf(change), ...names })}`);
    },
    end: ({ keys, changes, rules }) => {
      const counts = Object.fromEntries(changeKinds.map((of) => [of, changes.get(of) ?? 0]));
      const tail = { keys, counts, rules: rules?.map(ruleOf) ?? null };
      out.write(`\n],${JSON.stringify(tail).slice(1)}\n`);
    },
  };

  function changeOf(change: TableChange): object {
    const said = (rows: TableChange["was"]): object[] => rows.map((says) => named(shape.values, says));
    return {
      change: change.kind,
      ...named(shape.keys, change.key),
      from: dayOf(change.from),
      to: dayOf(change.to),
      was: said(change.was),
      now: said(change.now),
      columns: change.columns,
    };
  }
};

function sideOf({ name, rows, record }: DiffSide): object {
  const releases = record?.releases.map(({ release, effective }) => ({ release, effective })) ?? null;
  return { file: name, rows, setting: record?.setting ?? null, releases };
}

function ruleOf({ rule, changes, between, codes, tables }: TouchedRule): object {
  return { rule: rule.id, title: rule.title, at: rule.at, changes, between, codes, tables };
}

function named(columns: readonly string[], cells: readonly Cell[]): object {
  return Object.fromEntries(columns.map((name, place) => [name, cells[place] ?? null]));
}

function dayOf(day: number): string | null {
  return day === noDate ? null : formatDate(day);
}
