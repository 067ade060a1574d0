/** The outline of a file: its declarations with what they consist of. */
import { counted } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import type {
  Clause,
  Declaration,
  Node,
  OverrideDeclaration,
  RuleDeclaration,
  WaiveDeclaration,
} from "../ast/nodes.js";
import { isStatement } from "../names/versions.js";
import type { Source } from "../source/source.js";
import { nameOf, titleOf } from "./called.js";
import { nameOf as columnPlace } from "./mentions/of-table.js";

/** One entry of an outline. */
export interface OutlineEntry {
  readonly kind: Declaration["kind"] | "clause" | "statement" | "column" | "entry" | "expectation";
  readonly title: string;
  readonly detail: string;
  readonly whole: Node;
  /** Lies within `whole`. */
  readonly name: Node;
  readonly parts: readonly OutlineEntry[];
}

/** The outline of a file, in the order of the text; empty for a file that is not of the rulebook. */
export function documentSymbols(analysis: Analysis, path: string): readonly OutlineEntry[] {
  const file = analysis.files.get(path);
  return (file?.node.declarations ?? []).flatMap((node) => (file === undefined ? [] : [entryOf(file.source, node)]));
}

function entryOf(source: Source, node: Declaration): OutlineEntry {
  const name = nameOf(node);
  const title = titleOf(node);
  return {
    kind: node.kind,
    // An editor shows no entry without a title.
    title: title.trim() === "" ? node.kind : title,
    detail: detailOf(source, node),
    whole: bare(node),
    name: name.end > name.start ? bare(name) : { start: node.start, end: node.start },
    parts: partsOf(source, node),
  };
}

function detailOf(source: Source, node: Declaration): string {
  switch (node.kind) {
    case "rule":
    case "authority":
      return node.title.text;
    case "override":
    case "waive":
      return node.clauses
        .filter(({ kind }) => kind === "for" || kind === "in" || kind === "effective")
        .map((clause) => oneLine(source, clause))
        .join(" ");
    case "field":
      return node.type;
    case "episode":
      return node.ends === "idle" ? "ends after days idle" : "lasts for a time";
    case "table":
      return node.source.kind === "file-table" ? node.source.path.text : counted(node.source.rows.length, "row");
    case "payer":
      return node.aliases.map(({ text }) => text).join(", ");
    case "codes":
    case "diagnoses":
    case "modifiers":
    case "payers":
    case "setting":
    case "layout":
    case "use":
    case "test":
      return "";
  }
}

function partsOf(source: Source, node: Declaration): readonly OutlineEntry[] {
  switch (node.kind) {
    case "rule":
    case "override":
    case "waive":
      return clausesOf(source, node);
    case "table":
      return node.source.kind === "file-table"
        ? node.source.columns.map((column) => part("column", column.name.text, column.type, column, column.name))
        : node.source.columns.flatMap((column) => {
            const name = columnPlace(source, column);
            return name === null ? [] : [part("column", column.name, column.type ?? "", column, name)];
          });
    case "layout":
      return node.entries.map((entry) =>
        part("entry", entry.field.text, entry.headers.map(({ text }) => text).join(", "), entry, entry.field),
      );
    case "test":
      return node.expectations.map((expectation) =>
        part("expectation", oneLine(source, expectation), "", expectation, expectation),
      );
    case "codes":
    case "diagnoses":
    case "modifiers":
    case "payer":
    case "payers":
    case "setting":
    case "field":
    case "episode":
    case "authority":
    case "use":
      return [];
  }
}

function clausesOf(
  source: Source,
  { clauses }: RuleDeclaration | OverrideDeclaration | WaiveDeclaration,
): readonly OutlineEntry[] {
  return clauses.map((clause) =>
    part(isStatement(clause) ? "statement" : "clause", keywordOf(source, clause), oneLine(source, clause), clause, {
      start: clause.start,
      end: clause.start + keywordOf(source, clause).length,
    }),
  );
}

/** The word that a clause starts with. */
function keywordOf(source: Source, { start, end, kind }: Clause): string {
  return /^[A-Za-z]+/.exec(source.text.slice(start, end))?.[0] ?? kind;
}

/** A stretch on one line, cut where it is long. */
function oneLine(source: Source, { start, end }: Node): string {
  const text = source.text
    .slice(start, end)
    .replace(/\s*#[^\n]*/g, "")
    .replace(/\s+/g, " ");
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const longest = 80;

function part(kind: OutlineEntry["kind"], title: string, detail: string, whole: Node, name: Node): OutlineEntry {
  return { kind, title, detail, whole: bare(whole), name: bare(name), parts: [] };
}

function bare({ start, end }: Node): Node {
  return { start, end };
}
