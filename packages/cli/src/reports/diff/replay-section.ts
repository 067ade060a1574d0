/** A replay in words: the charges that turn, by rule. */
import type { ShownAmount, ShownCount, ShownTurned } from "@edict/review";
import { tallied, thousands } from "@edict/rulebook";
import { money } from "../../output/money.js";
import type { NotCompared } from "../../replay/replay-charges.js";
import type { ReplaySaid } from "../../replay/replay-said.js";
import type { Section } from "./section.js";

/** `most`: of so many cells at most the table tells. */
export function replaySection(said: ReplaySaid, most = Infinity): Section {
  const { cells, total, to } = said;
  const rows = cells.slice(0, most).map(({ rule, turn, ...turned }) => [rule, turn, ...turnedCells(turned)]);
  const all = total !== null && cells.length > 1 ? [["all", "", ...turnedCells(total)]] : [];
  return {
    heading: "Charges that turn",
    before: [corpusWords(said), findingsWords(said)],
    table: cells.length === 0 ? null : [["rule", "", "findings", "claims", "patients", "amount"], ...rows, ...all],
    after: [
      ...(cells.length > most
        ? [`The table has no room for ${thousands(cells.length - most)} more; edict diff tells all.`]
        : []),
      ...notes(said),
      ...said.notCompared.map(notComparedWords),
      ...(to === "author" ? cells.flatMap((cell) => exampleWords(cell)) : []),
    ],
  };
}

/** `1,204`, `about 1,210`, `fewer than 11`. */
export function countWords(count: ShownCount): string {
  switch (count.kind) {
    case "exact":
      return thousands(count.count);
    case "about":
      return `about ${thousands(count.count)}`;
    case "fewer":
      return `fewer than ${count.than}`;
  }
}

function turnedCells({ lines, claims, patients, amount }: ShownTurned): readonly string[] {
  const optional = (count: ShownCount | null): string => (count === null ? "" : countWords(count));
  return [optional(lines), optional(claims), countWords(patients), amount === null ? "" : amountWords(amount)];
}

function amountWords({ kind, amount }: ShownAmount): string {
  return kind === "exact" ? money(amount) : `about ${money(amount).replace(/\.00$/, "")}`;
}

function corpusWords({ corpus, rows, rejected }: ReplaySaid): string {
  const none = rejected.kind === "exact" && rejected.count === 0;
  const out = none ? "" : `; ${countWords(rejected)} of them rejected, at which neither version looked`;
  return `Both versions over ${countWords(rows)} rows of ${tallied(corpus.files, "charge file")}${out}. sha-256 of the charges: ${corpus.sha256}.`;
}

/** What turned, in a sentence; a rule with few patients is only said to be there. */
export function findingsWords({ findings, notCompared }: Pick<ReplaySaid, "findings" | "notCompared">): string {
  const parts = findings.flatMap(({ turn, findings: count, smallCells }) => {
    if (count === 0 && smallCells === 0) return [];
    const few = `of ${smallCells === 1 ? "a rule" : tallied(smallCells, "rule")} with fewer than 11 patients`;
    if (count === 0) return [`some ${turn}, ${few}`];
    return [`${tallied(count, "finding")} ${turn}${smallCells === 0 ? "" : `, and more ${few}`}`];
  });
  if (parts.length > 0) return `${sentence(parts.join("; "))}.`;
  return notCompared.length === 0 ? "No finding turns." : "No finding turns in the rules that are compared.";
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function notes({ cells, total, readTwice }: ReplaySaid): readonly string[] {
  const shown = [...cells, ...(total === null ? [] : [total])].flatMap(({ amount }) => amount ?? []);
  const small = cells.filter(({ lines }) => lines === null).length;
  return [
    ...(total !== null && cells.length > 1 && small > 0 ? ["All is without what is of fewer than 11 patients."] : []),
    ...(shown.some(({ ofAllLines }) => !ofAllLines) ? ["Some lines have no amount; the others are added up."] : []),
    ...(readTwice
      ? [
          "The versions declare layouts or fields otherwise; each read the files in its own way, and found the same lines.",
        ]
      : []),
  ];
}

function notComparedWords({ rule, needs }: NotCompared): string {
  return needs === null
    ? `${rule} is not compared: it compares sources, and no file says the source of its lines.`
    : `${rule} is not compared: a version could not evaluate it, since the files lack ${needs.join(", ")}.`;
}

function exampleWords({ rule, turn, examples, lines }: ReplaySaid["cells"][number]): readonly string[] {
  const files = [...new Set(examples.map(({ file }) => file))];
  const places = files.map((file) => {
    const rows = examples.filter((one) => one.file === file).map(({ row }) => row);
    return `${rows.length === 1 ? "row" : "rows"} ${rows.join(", ")} of ${file}`;
  });
  const more = lines?.kind === "exact" && lines.count > examples.length ? ", and more" : "";
  return [`${rule} ${turn}: ${places.join("; ")}${more}`];
}
