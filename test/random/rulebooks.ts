/** Random rulebooks, valid by construction: `readRulebook` has nothing to say of them. */
import type { Cell, Episode, Payer, PayerGroup, Rulebook, Setting, Table } from "@edict/rulebook";
import { compareBytes, rulebookFormat } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { needsOf } from "../reference/index.js";
import { episodes } from "./checks.js";
import { duration, oneOf, place, someOf } from "./plain.js";
import { authorities } from "./outcomes.js";
import { draft } from "./rules.js";
import { codeChoice, codeSetList, diagnosisSetList, modifierSetList } from "./sets.js";
import { cell } from "./cells.js";
import { columns, declaredFields, payers, settings, tables } from "./vocabulary.js";

/** A rulebook, and the rows of those of its tables that stand in files. */
export interface RandomRulebook {
  readonly rulebook: Rulebook;
  readonly tables: ReadonlyMap<string, readonly (readonly Cell[])[]>;
}

function named<T extends object>(name: string, rest: Arbitrary<T>) {
  return fc.tuple(place, rest).map(([at, own]) => ({ name, doc: null, at, ...own }));
}

/** Medicaid and Medicare share some lines; Aetna and Cigna share none with anybody. */
const aliases = {
  Aetna: ["AETNA*"],
  Cigna: ["CIG*", "cigna hmo"],
  Medicaid: ["MC*", "Medicaid of X"],
  Medicare: ["MEDICARE PART B*", "MCR"],
} as const;

const payerList: Arbitrary<Payer[]> = fc.tuple(
  ...payers.map((name) => named(name, fc.record({ aliases: someOf<string>(aliases[name], 2) }))),
);

const groups: Arbitrary<PayerGroup[]> = fc.tuple(
  named("Government", fc.constant({ members: ["Medicaid", "Medicare"] })),
);

const settingList: Arbitrary<Setting[]> = fc.tuple(
  ...settings.map((name) =>
    named(name, fc.record({ places: someOf(["11", "19", "22"], 2), bills: someOf(["13", "85"], 1) })),
  ),
);

const episodeList: Arbitrary<Episode[]> = fc.tuple(
  ...episodes.map((name) =>
    named(
      name,
      fc.record({
        codes: codeChoice(null),
        ends: fc.oneof(
          duration(0).map((after) => ({ kind: "idle" as const, after })),
          duration(1).map((length) => ({ kind: "lasts" as const, length })),
        ),
      }),
    ),
  ),
);

/** The tables, written or in a file, and the rows of those in files. */
const tableList: Arbitrary<{ readonly table: Table; readonly rows: readonly (readonly Cell[])[] }[]> = fc.tuple(
  ...tables.map((name) =>
    fc
      .tuple(
        place,
        fc.boolean(),
        fc.array(fc.tuple(...columns[name].map((column) => cell(column))), { maxLength: 10, size: "max" }),
      )
      .map(([at, isFile, rows]) => ({
        table: {
          name,
          doc: null,
          at,
          columns: columns[name].map((column) => ({ ...column, header: null })),
          source: isFile ? { kind: "file" as const, path: `data/${name}.csv`, at } : { kind: "rows" as const, rows },
        },
        rows,
      })),
  ),
);

const ids = ["R-1", "R-10", "R-2", "Z-1", "a-1"] as const;

const rules = fc.uniqueArray(fc.record({ id: oneOf(ids), own: draft }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 4,
  size: "max",
});

/** A rulebook with a few rules that may name all of its sets, payers, tables and episodes. */
export const randomRulebook: Arbitrary<RandomRulebook> = fc
  .record({
    codes: codeSetList,
    diagnoses: diagnosisSetList,
    modifiers: modifierSetList,
    payers: payerList,
    payerGroups: groups,
    settings: settingList,
    fields: fc.tuple(...declaredFields.map(({ name, type }) => named(name, fc.constant({ type })))),
    episodes: episodeList,
    authorities: fc.tuple(
      ...authorities.map((name) =>
        named(
          name,
          fc.record({ title: fc.constant("an authority"), version: oneOf([null, "2026"]), url: fc.constant(null) }),
        ),
      ),
    ),
    tables: tableList,
    rules,
  })
  .map(({ tables: drawn, rules: drafts, ...declarations }) => {
    const bare: Rulebook = {
      format: rulebookFormat,
      ...declarations,
      tables: drawn.map(({ table }) => table),
      layouts: [],
      rules: [],
      tests: [],
    };
    const finished = drafts
      .map(({ id, own }) => ({ id, ...own, needs: needsOf(bare, { id, ...own }) }))
      .sort((left, right) => compareBytes(left.id, right.id));
    const inFiles = drawn.filter(({ table }) => table.source.kind === "file");
    return {
      rulebook: { ...bare, rules: finished },
      tables: new Map(inFiles.map(({ table, rows }) => [table.name, rows])),
    };
  });
