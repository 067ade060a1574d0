/**
 * What a change of a table of pairs means for the rules that are written by hand. A rule that bundles or forbids the pair of
 * a row that is new says what the table says now; one whose pair has ended, or stands in the table the other way round,
 * says what the table does not.
 */
import type { NamingRule } from "@edict/language";
import type { Cell, CodeSpan, CompanionCheck, Reach, Rule, Rulebook } from "@edict/rulebook";
import { compareBytes, formatDate, noDate, parseIsoDate } from "@edict/rulebook";
import { Book } from "../normal/book.js";
import { codesSet, intersection, isEmpty } from "../normal/dated-set.js";
import { KnownRows } from "../normal/rows.js";
import { rulesReading } from "./read-columns.js";

/** `redundant`: the table says it too. `ended`: the table says it no more. `reverse`: the table says it the other way round. */
export const standings = ["redundant", "ended", "reverse"] as const;

export type Standing = (typeof standings)[number];

export interface HouseRule {
  readonly rule: string;
  readonly standing: Standing;
  /** Pairs of codes, each once: the one that the rule looks at, and its companion. */
  readonly pairs: number;
  readonly examples: readonly (readonly [string, string])[];
  /** Whether the rule looks for the companion where the table's rule does, and nowhere else. */
  readonly sameScope: boolean;
}

/** Days on which the rows of a key say something else, as `charges` tells them. */
export interface ChangedKey {
  readonly kind: "added" | "ended" | "changed" | "dates";
  readonly key: readonly Cell[];
  readonly from: number;
  readonly to: number;
}

interface Pairing {
  readonly reach: Reach;
  readonly check: CompanionCheck;
}

interface Found {
  readonly pairs: Map<string, readonly [string, string]>;
  sameScope: boolean;
}

const mostExamples = 3;

/** Hears the changes of one table, and gathers the rules of a rulebook that have to do with them. */
export class HouseRules {
  readonly #book: Book;
  readonly #found = new Map<string, Found>();
  /** Rules that read the pairs of the table, with the places of the two codes among its keys. */
  readonly #readers: readonly (Pairing & { readonly subject: number; readonly companion: number })[];
  readonly #own: ReadonlySet<string>;

  constructor(
    rulebook: Rulebook,
    table: string,
    keys: readonly string[],
    private readonly naming: (code: string) => readonly NamingRule[],
  ) {
    this.#book = new Book(rulebook, new Map(), new KnownRows());
    const reading = rulesReading(rulebook, table);
    this.#own = new Set(reading.map(({ id }) => id));
    this.#readers = reading.flatMap((rule) =>
      pairingsOf(rule).flatMap((pairing) => {
        const [subject, companion] = [pairing.check.subject, pairing.check.companion].map(({ codes }) =>
          codes.columns.length === 1 ? keys.indexOf(codes.columns[0] ?? "") : -1,
        );
        return subject === undefined || companion === undefined || subject < 0 || companion < 0
          ? []
          : [{ ...pairing, subject, companion }];
      }),
    );
  }

  /** Hears of one change. */
  add({ kind, key, from, to }: ChangedKey): void {
    if (kind === "changed" || kind === "dates") return;
    for (const reader of this.#readers) {
      const [subject, companion] = [key[reader.subject], key[reader.companion]];
      if (typeof subject !== "string" || typeof companion !== "string") continue;
      for (const [rule, pairing] of this.#pairing(subject, companion, reader, from, to)) {
        const sameScope = JSON.stringify(pairing.check.scope) === JSON.stringify(reader.check.scope);
        this.#tell(rule, kind === "added" ? "redundant" : "ended", [subject, companion], sameScope);
      }
      if (kind === "ended") continue;
      for (const [rule] of this.#pairing(companion, subject, reader, from, to)) {
        this.#tell(rule, "reverse", [companion, subject], true);
      }
    }
  }

  /** By standing, then by rule. */
  all(): readonly HouseRule[] {
    return standings.flatMap((standing) =>
      [...this.#found]
        .filter(([key]) => key.startsWith(`${standing}\n`))
        .map(([key, { pairs, sameScope }]) => ({
          rule: key.slice(standing.length + 1),
          standing,
          pairs: pairs.size,
          examples: [...pairs.values()].slice(0, mostExamples),
          sameScope,
        }))
        .sort((one, other) => compareBytes(one.rule, other.rule)),
    );
  }

  #tell(rule: string, standing: Standing, pair: readonly [string, string], sameScope: boolean): void {
    const key = `${standing}\n${rule}`;
    const found = this.#found.get(key) ?? { pairs: new Map(), sameScope: true };
    this.#found.set(key, found);
    found.pairs.set(pair.join(), pair);
    found.sameScope &&= sameScope;
  }

  /** Rules written by hand that have these two codes as subject and companion, for somebody whom the table's rule reaches. */
  #pairing(subject: string, companion: string, reader: Pairing, from: number, to: number): [string, Pairing][] {
    const others = new Set(withRole(this.naming(companion), "companion"));
    return withRole(this.naming(subject), "subject")
      .filter((rule) => others.has(rule) && !this.#own.has(rule.id))
      .flatMap((rule) =>
        pairingsOf(rule)
          .filter(
            ({ reach, check }) =>
              meet(reach, reader.reach) &&
              lastsInto(reach, from, to) &&
              this.#holds(check.subject.codes, subject, from, to) &&
              this.#holds(check.companion.codes, companion, from, to),
          )
          .slice(0, 1)
          .map((pairing): [string, Pairing] => [rule.id, pairing]),
      );
  }

  #holds(choice: CompanionCheck["subject"]["codes"], code: string, from: number, to: number): boolean {
    const span: CodeSpan = {
      first: code,
      last: code,
      from: from === noDate ? null : formatDate(from),
      until: to === noDate ? null : formatDate(to),
    };
    return !isEmpty(intersection(this.#book.choice(choice).set, codesSet([span])));
  }
}

/** Where a rule, as written or as overridden, raises a finding because a companion is there. */
function pairingsOf({ clauses, overrides }: Rule): readonly Pairing[] {
  const versions = [
    { reach: clauses, clauses },
    ...overrides.map((override) => ({ reach: override.reach, clauses: override.clauses })),
  ];
  return versions.flatMap(({ reach, clauses: { checks } }) =>
    checks.flatMap((check) =>
      check.kind === "companion" && (check.finds.kind === "present" || check.finds.kind === "at-least")
        ? [{ reach, check }]
        : [],
    ),
  );
}

function withRole(naming: readonly NamingRule[], role: "subject" | "companion"): readonly Rule[] {
  return naming.filter(({ roles }) => roles.includes(role)).map(({ rule }) => rule);
}

function meet(one: Reach, other: Reach): boolean {
  const share = (left: readonly string[], right: readonly string[]): boolean =>
    left.length === 0 || right.length === 0 || left.some((name) => right.includes(name));
  return share(one.payers, other.payers) && share(one.settings, other.settings);
}

function lastsInto({ effective }: Reach, from: number, to: number): boolean {
  const day = (bound: "from" | "to"): number | null => {
    const at = effective?.[bound] ?? null;
    return at?.kind === "date" ? parseIsoDate(at.date) : null;
  };
  const [first, last] = [day("from"), day("to")];
  return (first === null || to === noDate || first <= to) && (last === null || from === noDate || last >= from);
}
