/** A replay and changed tables as parts of the document of a comparison. */
import type { HouseRule, ShownAmount, ShownCount, ShownTurned } from "@edict/review";
import type { TableChange } from "@edict/charges";
import { formatDate, noDate } from "@edict/rulebook";
import type { ReplaySaid } from "../../replay/replay-said.js";
import type { ChangedTable } from "../../sides/changed-tables.js";
import { changeKinds } from "../import-diff/report.js";

export function replayRecord(said: ReplaySaid): object {
  const { corpus, rows, rejected, readTwice, notCompared, findings, cells, total } = said;
  return {
    corpus: { sha256: corpus.sha256, files: corpus.files },
    rows: countRecord(rows),
    rejected: countRecord(rejected),
    readTwice,
    notCompared: notCompared.map(({ rule, needs }) => ({ rule, needs })),
    findings: Object.fromEntries(
      findings.map(({ turn, findings: count, smallCells }) => [turn, { findings: count, smallCells }]),
    ),
    cells: cells.map(({ rule, turn, ...turned }) => ({ rule, turn, ...turnedRecord(turned) })),
    total: total === null ? null : turnedRecord(total),
  };
}

export function tableRecord({ name, shape, keys, changes, examples, readBy, house, naming }: ChangedTable): object {
  const of = (standing: HouseRule["standing"]): readonly object[] =>
    house
      .filter((one) => one.standing === standing)
      .map(({ rule, pairs, examples: some, sameScope }) => ({ rule, pairs, examples: some, sameScope }));
  return {
    table: name,
    keys: { columns: shape.keys, base: keys.old, head: keys.new, same: keys.same },
    values: shape.values,
    changes: Object.fromEntries(changeKinds.map((kind) => [kind, changes.get(kind) ?? 0])),
    examples: examples.map(changeRecord),
    readBy,
    redundant: of("redundant"),
    ended: of("ended"),
    reverse: of("reverse"),
    naming: naming.map(({ rule, changes: count, between }) => ({ rule: rule.id, changes: count, between })),
  };
}

function changeRecord({ kind, key, from, to, was, now }: TableChange): object {
  const day = (one: number): string | null => (one === noDate ? null : formatDate(one));
  return { change: kind, key, from: day(from), to: day(to), base: was, head: now };
}

function turnedRecord({ lines, claims, patients, amount }: ShownTurned): object {
  return {
    findings: lines === null ? null : countRecord(lines),
    claims: claims === null ? null : countRecord(claims),
    patients: countRecord(patients),
    amount: amount === null ? null : amountRecord(amount),
  };
}

function countRecord(count: ShownCount): object {
  switch (count.kind) {
    case "exact":
      return { exact: count.count };
    case "about":
      return { about: count.count };
    case "fewer":
      return { fewerThan: count.than };
  }
}

function amountRecord({ kind, amount, ofAllLines }: ShownAmount): object {
  return kind === "exact" ? { exact: amount, ofAllLines } : { about: amount, ofAllLines };
}
