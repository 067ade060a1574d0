/**
 * What the names of a rulebook mean, in one form only: two rulebooks that say the same with other names, in another
 * order or in other pieces give the same answers here.
 */
import type { CodeChoice, CodeSpan, DiagnosisSpan, Duration, ModifierSpan, Rulebook } from "@edict/rulebook";
import type { DatedSet } from "./dated-set.js";
import { codesSet, diagnosesSet, emptySet, everything, minus, modifiersSet } from "./dated-set.js";
import type { Patterns, SettingMeaning } from "./patterns.js";
import { payerPatterns, settingMeaning, sorted } from "./patterns.js";
import type { KnownRows, RowsId, TableRows } from "./rows.js";
import { rowsOfTable } from "./rows.js";

/** Lines by their code: the set, less what the row at hand takes out, and what it puts in. */
export interface NormalCodes {
  readonly set: DatedSet;
  readonly columns: readonly string[];
  /** What is out, where the row puts codes in: else it is already out of `set`. */
  readonly except: DatedSet;
  readonly exceptColumns: readonly string[];
}

export interface NormalEpisode {
  readonly codes: NormalCodes;
  readonly ends: { readonly kind: "idle" | "lasts"; readonly length: Duration };
}

/** A rulebook, asked. */
export class Book {
  private readonly codeSets: ReadonlyMap<string, readonly CodeSpan[]>;
  private readonly diagnosisSets: ReadonlyMap<string, readonly DiagnosisSpan[]>;
  private readonly modifierSets: ReadonlyMap<string, readonly ModifierSpan[]>;
  private readonly sets = new Map<string, DatedSet>();
  private readonly written = new Map<string, TableRows>();

  /** `files` has the rows of the tables that stand in files; `known` is one for all rulebooks that are compared. */
  constructor(
    readonly rulebook: Rulebook,
    private readonly files: ReadonlyMap<string, TableRows>,
    private readonly known: KnownRows,
  ) {
    this.codeSets = byName(rulebook.codes);
    this.diagnosisSets = byName(rulebook.diagnoses);
    this.modifierSets = byName(rulebook.modifiers);
  }

  codes(sets: readonly string[], spans: readonly CodeSpan[]): DatedSet {
    return this.kept("codes", sets, spans, () => codesSet([...spans, ...gathered(this.codeSets, sets)]));
  }

  diagnoses(sets: readonly string[], spans: readonly DiagnosisSpan[]): DatedSet {
    return this.kept("diagnoses", sets, spans, () => diagnosesSet([...spans, ...gathered(this.diagnosisSets, sets)]));
  }

  modifiers(sets: readonly string[], spans: readonly ModifierSpan[]): DatedSet {
    return this.kept("modifiers", sets, spans, () => modifiersSet([...spans, ...gathered(this.modifierSets, sets)]));
  }

  choice({ any, sets, spans, columns, except }: CodeChoice): NormalCodes {
    const inside = any ? everything : this.codes(sets, spans);
    const outside = except === null ? emptySet : this.codes(except.sets, except.spans);
    return {
      set: minus(inside, outside),
      columns: sorted(columns),
      except: columns.length === 0 ? emptySet : outside,
      exceptColumns: sorted(except?.columns ?? []),
    };
  }

  /** Payers, groups, or texts that stand for themselves. */
  payers(names: readonly string[]): Patterns {
    return payerPatterns(names, this.rulebook.payers, this.rulebook.payerGroups);
  }

  settings(names: readonly string[]): SettingMeaning {
    return settingMeaning(names, this.rulebook.settings);
  }

  episode(name: string): NormalEpisode {
    const episode = named(this.rulebook.episodes, name);
    const { ends } = episode;
    return {
      codes: this.choice(episode.codes),
      ends: { kind: ends.kind, length: ends.kind === "idle" ? ends.after : ends.length },
    };
  }

  /** What a rule reads of a table. */
  rows(name: string, columns: readonly string[]): RowsId {
    return this.known.idOf(this.table(name), columns);
  }

  private table(name: string): TableRows {
    const before = this.files.get(name) ?? this.written.get(name);
    if (before !== undefined) return before;
    const table = named(this.rulebook.tables, name);
    if (table.source.kind === "file") throw new Error("the rows of every table that stands in a file are handed in");
    const rows = rowsOfTable(table, table.source.rows);
    this.written.set(name, rows);
    return rows;
  }

  private kept(kind: string, sets: readonly string[], spans: readonly unknown[], make: () => DatedSet): DatedSet {
    const key = JSON.stringify([kind, sets, spans]);
    const before = this.sets.get(key);
    if (before !== undefined) return before;
    const set = make();
    this.sets.set(key, set);
    return set;
  }
}

function byName<Span>(
  sets: readonly { readonly name: string; readonly spans: readonly Span[] }[],
): ReadonlyMap<string, readonly Span[]> {
  return new Map(sets.map(({ name, spans }) => [name, spans]));
}

function gathered<Span>(sets: ReadonlyMap<string, readonly Span[]>, names: readonly string[]): readonly Span[] {
  return names.flatMap((name) => sets.get(name) ?? []);
}

function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const found = items.find((item) => item.name === name);
  if (found === undefined) throw new Error("a rulebook that was read declares every name that it uses");
  return found;
}
