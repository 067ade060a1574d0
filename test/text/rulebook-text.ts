/** The declarations of a compiled rulebook said in the language. */
import type { Cell, Episode, Rulebook, Table } from "@edict/rulebook";
import { NoSentence } from "./no-sentence.js";
import type { Helpers } from "./sets-text.js";
import { codeSpanText, diagnosisSpanText, modifierSpanText } from "./sets-text.js";
import { choiceText, durationText } from "./statement-text.js";

type Rows = ReadonlyMap<string, readonly (readonly Cell[])[]>;

/** Every declaration but rules; `isUsed` says which of them a rule names. */
export function declarationTexts(
  book: Rulebook,
  rows: Rows,
  isUsed: (name: string) => boolean,
  helpers: Helpers,
): string[] {
  const used = <T extends { readonly name: string }>(all: readonly T[]): T[] => all.filter(({ name }) => isUsed(name));
  return [
    ...book.codes.map(({ name, spans }) => `codes ${name} = ${spans.map(codeSpanText).join(", ")}`),
    ...book.diagnoses.map(({ name, spans }) => `diagnoses ${name} = ${spans.map(diagnosisSpanText).join(", ")}`),
    ...book.modifiers.map(({ name, spans }) => `modifiers ${name} = ${spans.map(modifierSpanText).join(", ")}`),
    // The name is an alias of itself, so that a payer without another says the same.
    ...book.payers.map(
      ({ name, aliases }) => `payer ${name} = ${[name, ...aliases].map((one) => JSON.stringify(one)).join(", ")}`,
    ),
    ...book.payerGroups.map(({ name, members }) => `payers ${name} = ${members.join(", ")}`),
    // A cell or a text of a rule may name a setting too.
    ...book.settings.map(settingText),
    ...book.fields.map(({ name, type }) => `field ${name} ${type}`),
    ...used(book.episodes).map((episode) => episodeText(episode, helpers)),
    ...book.authorities.map(({ name, title, version }) => {
      return `authority ${name} ${JSON.stringify(title)}${version === null ? "" : ` version ${JSON.stringify(version)}`}`;
    }),
    ...book.tables.map((table) => tableText(table, rows)),
  ];
}

function settingText({ name, places, bills }: Rulebook["settings"][number]): string {
  if (places.length + bills.length === 0) throw new NoSentence("a setting of nothing");
  const parts = [
    ...(places.length === 0 ? [] : [`place ${places.join(", ")}`]),
    ...(bills.length === 0 ? [] : [`bill ${bills.join(", ")}`]),
  ];
  return `setting ${name} = ${parts.join(", ")}`;
}

function episodeText({ name, codes, ends }: Episode, helpers: Helpers): string {
  if (codes.any) throw new NoSentence("an episode of any code");
  const set = choiceText(codes, helpers);
  return ends.kind === "idle"
    ? `episode ${name} of ${set} ends after ${durationText(ends.after)} idle`
    : `episode ${name} starts with ${set} lasts ${durationText(ends.length)}`;
}

function tableText({ name, columns, source }: Table, rows: Rows): string {
  const lines = source.kind === "rows" ? source.rows : (rows.get(name) ?? []);
  const header = columns.map((column) => `${column.name} ${column.type}`);
  return [`table ${name}`, ...[header, ...lines].map((cells) => `| ${cells.map(cellText).join(" | ")} |`)].join("\n  ");
}

function cellText(cell: Cell): string {
  return cell === null ? "" : String(cell);
}
