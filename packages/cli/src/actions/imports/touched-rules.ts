/** The rules of a rulebook that changes of a table have to do with, gathered change by change. */
import type { NamingRule } from "@edict/language";
import { rulesNaming } from "@edict/language";
import type { Rulebook } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { TouchedRule } from "../../reports/import-diff/report.js";

interface Touch {
  changes: number;
  between: number;
  readonly codes: Map<string, NamingRule["roles"]>;
}

export class TouchedRules {
  readonly #naming: (code: string) => readonly NamingRule[];
  readonly #touched = new Map<string, Touch>();

  /** `reading`: by the id of a rule, the tables it reads that are themselves compared. */
  constructor(
    private readonly rulebook: Rulebook,
    private readonly reading: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#naming = rulesNaming(rulebook);
  }

  /** Hears of a change of these codes; answers the rules that name one of them, in the order of the rulebook. */
  add(codes: readonly string[]): readonly string[] {
    const named = new Map<string, number>();
    for (const code of new Set(codes)) {
      for (const { rule, roles } of this.#naming(code)) {
        named.set(rule.id, (named.get(rule.id) ?? 0) + 1);
        this.#touchOf(rule.id).codes.set(code, roles);
      }
    }
    for (const [id, count] of named) {
      const touch = this.#touchOf(id);
      touch.changes++;
      if (count > 1) touch.between++;
    }
    return this.rulebook.rules.flatMap(({ id }) => (named.has(id) ? [id] : []));
  }

  /** In the order of the rulebook. */
  all(): readonly TouchedRule[] {
    return this.rulebook.rules.flatMap((rule) => {
      const touch = this.#touched.get(rule.id);
      const tables = this.reading.get(rule.id) ?? [];
      if (touch === undefined && tables.length === 0) return [];
      const { changes, between, codes } = touch ?? { changes: 0, between: 0, codes: new Map<string, never>() };
      const ordered = [...codes].sort(([one], [other]) => compareBytes(one, other));
      return [{ rule, changes, between, codes: ordered.map(([code, roles]) => ({ code, roles })), tables }];
    });
  }

  #touchOf(id: string): Touch {
    const known = this.#touched.get(id) ?? { changes: 0, between: 0, codes: new Map() };
    this.#touched.set(id, known);
    return known;
  }
}
