/** Declarations → the named lists of a rulebook, each sorted by the bytes of the names. */
import type {
  Authority,
  CodeSet,
  Declared,
  DiagnosisSet,
  Episode,
  Field,
  Layout,
  ModifierSet,
  Payer,
  PayerGroup,
  Setting,
  Table,
} from "@edict/rulebook";
import type { SettingDeclaration, WrittenTable } from "../ast/nodes.js";
import type { Book } from "../names/book.js";
import { cellOf } from "../names/cells.js";
import type { NamedDeclaration, NamedKind, Placed } from "../names/declared.js";
import { allOf } from "../names/declared.js";
import type { Blocks, SetKind } from "../names/sets/blocks.js";
import { codeSpans, diagnosisSpans, modifierSpans } from "../names/sets/blocks.js";
import type { TableFacts } from "../names/tables.js";
import { placeAt } from "../source/source.js";
import { fieldOf } from "./from-condition.js";
import { fromItems } from "./from-codes.js";
import { fromDuration } from "./from-scope.js";

export function fromCodeSets(book: Book): readonly CodeSet[] {
  return each(book, "codes", (placed) => ({ ...head(placed), spans: codeSpans(blocksOf(book, "codes", placed)) }));
}

export function fromDiagnosisSets(book: Book): readonly DiagnosisSet[] {
  return each(book, "diagnoses", (placed) => ({
    ...head(placed),
    spans: diagnosisSpans(blocksOf(book, "diagnoses", placed)),
  }));
}

export function fromModifierSets(book: Book): readonly ModifierSet[] {
  return each(book, "modifiers", (placed) => ({
    ...head(placed),
    spans: modifierSpans(blocksOf(book, "modifiers", placed)),
  }));
}

export function fromPayers(book: Book): readonly Payer[] {
  return each(book, "payer", (placed) => ({
    ...head(placed),
    aliases: unique(placed.node.aliases.map(({ text }) => text)),
  }));
}

export function fromPayerGroups(book: Book): readonly PayerGroup[] {
  return each(book, "payers", (placed) => ({
    ...head(placed),
    members: book.payers.get(placed.node.name.text) ?? [],
  }));
}

export function fromSettings(book: Book): readonly Setting[] {
  return each(book, "setting", (placed) => ({
    ...head(placed),
    places: valuesBy(placed.node, "place"),
    bills: unique(valuesBy(placed.node, "bill").map((text) => text.replace(/^0/, ""))),
  }));
}

export function fromFields(book: Book): readonly (Field & Declared)[] {
  return each(book, "field", (placed) => ({ ...head(placed), type: placed.node.type }));
}

export function fromEpisodes(book: Book): readonly Episode[] {
  return each(book, "episode", (placed) => {
    const { set, ends, duration } = placed.node;
    const length = fromDuration(duration);
    return {
      ...head(placed),
      codes: fromItems(book, { any: false, items: set.items, except: set.except }),
      ends: ends === "idle" ? { kind: "idle", after: length } : { kind: "lasts", length },
    };
  });
}

export function fromAuthorities(book: Book): readonly Authority[] {
  return each(book, "authority", (placed) => ({
    ...head(placed),
    title: placed.node.title.text,
    version: placed.node.version?.text ?? null,
    url: placed.node.url?.text ?? null,
  }));
}

export function fromLayouts(book: Book): readonly Layout[] {
  return each(book, "layout", (placed) => ({
    ...head(placed),
    entries: placed.node.entries.map(({ field, headers, as, splitBy }) => ({
      field: fieldOf({ book }, { ...field, kind: "field-reference" }).name,
      from: headers.map(({ text }) => text),
      as: as?.text ?? null,
      splitBy: splitBy?.text ?? null,
    })),
  }));
}

export function fromTables(book: Book): readonly Table[] {
  return each(book, "table", (placed) => {
    const { name, source: rows } = placed.node;
    const facts = book.tables.get(name.text);
    if (facts === undefined) throw new Error(`the table ${name.text} is declared, so it has facts`);
    return {
      ...head(placed),
      columns: facts.columns.map((column) => ({ name: column.name, type: column.type, header: column.header })),
      source:
        rows.kind === "file-table"
          ? { kind: "file", path: rows.path.text, at: placeAt(placed.source, rows.start) }
          : { kind: "rows", rows: rowsOf(facts, rows) },
    };
  });
}

function rowsOf(
  { columns, name }: TableFacts,
  { rows }: WrittenTable,
): readonly (readonly (string | number | null)[])[] {
  return rows.map((row) =>
    columns.map(({ type }, index) => {
      const cell = cellOf(type, row.cells[index]?.text ?? "");
      if (cell === undefined) throw new Error(`a cell of ${name} does not fit its column, which the checks report`);
      return cell;
    }),
  );
}

function each<K extends NamedKind, R>(
  book: Book,
  kind: K,
  lower: (placed: Placed<Extract<NamedDeclaration, { readonly kind: K }>>) => R,
): readonly R[] {
  return allOf(book.declared, kind).map(lower);
}

function head({ source, node }: Placed<NamedDeclaration>): Declared {
  return { name: node.name.text, doc: node.doc, at: placeAt(source, node.start) };
}

function blocksOf(book: Book, kind: SetKind, { node }: Placed<NamedDeclaration>): Blocks {
  return book.sets[kind].get(node.name.text)?.blocks ?? [];
}

function valuesBy({ parts }: SettingDeclaration, by: "place" | "bill"): readonly string[] {
  return unique(parts.flatMap((part) => (part.by === by ? part.values.map(({ text }) => text) : [])));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
