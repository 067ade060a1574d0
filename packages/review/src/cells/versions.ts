/** A rule as its versions, as written and as each override has it, and which of them holds for a payer, a setting and a day. */
import type { Clauses, Reach, Rule } from "@edict/rulebook";
import type { Book } from "../normal/book.js";
import type { NormalClauses } from "../normal/clauses.js";
import { normalClauses } from "../normal/clauses.js";
import { keyOf } from "../normal/condition.js";
import type { Patterns, SettingMeaning } from "../normal/patterns.js";
import { matches, sorted } from "../normal/patterns.js";
import type { DaysPiece, PayerPiece, SettingPiece } from "./axes.js";
import { daysOf, isInSetting, startsOf } from "./axes.js";

export interface Version {
  /** The override's reach in words; null for the rule as written. */
  readonly override: string | null;
  readonly clauses: Clauses;
  readonly normal: NormalClauses;
}

/** Which clauses of a rule are meant for a line: none, its own, an override's, a waiver's, or those of two of these. */
export type Cover = "off" | "written" | "override" | "waived" | "double";

export interface Versions {
  readonly all: readonly Version[];
  /** The version that a line stands under; null where the rule is off. */
  readonly at: (payer: PayerPiece, setting: SettingPiece, days: DaysPiece) => Version | null;
  /** The version that says what is asked of a line there, also where its clauses do not look at the line; null where the rule is waived. */
  readonly under: (payer: PayerPiece, setting: SettingPiece, days: DaysPiece) => Version | null;
  readonly cover: (payer: PayerPiece, setting: SettingPiece, days: DaysPiece) => Cover;
  /** All patterns, settings and days that some clause tells a difference by. */
  readonly payers: readonly Patterns[];
  readonly settings: readonly SettingMeaning[];
  readonly starts: readonly number[];
  /** Equal for two rules only where they mean the same; a rule that says the same in another order can have another. */
  readonly key: string;
  /** Some override or waiver holds by dates of the row, which no day alone can tell. */
  readonly byRow: boolean;
}

/** What a rule was before it was added, and is after it was removed. */
export const noVersions: Versions = {
  all: [],
  at: () => null,
  under: () => null,
  cover: () => "off",
  payers: [],
  settings: [],
  starts: [],
  key: "",
  byRow: false,
};

interface NormalReach {
  /** Null reaches all. */
  readonly payers: Patterns | null;
  readonly settings: SettingMeaning | null;
  readonly days: DaysPiece;
  readonly starts: readonly number[];
}

export function versionsOf(rule: Rule, book: Book): Versions {
  const version = (clauses: Clauses, override: string | null): Version => ({
    override,
    clauses,
    normal: normalClauses(clauses, book),
  });
  const written = version(rule.clauses, null);
  const overrides = rule.overrides.map(({ label, reach, clauses }) => ({
    reach: normalReach(reach, book),
    own: normalReach(clauses, book),
    version: version(clauses, label),
  }));
  const own = normalReach(rule.clauses, book);
  const waivers = rule.waivers.map(({ reach }) => normalReach(reach, book));
  const reaches = [own, ...waivers, ...overrides.flatMap((one) => [one.reach, one.own])];
  const all = [written, ...overrides.map((one) => one.version)];
  const versionUnder = (payer: PayerPiece, setting: SettingPiece, days: DaysPiece) => {
    const holds = (reach: NormalReach): boolean => isIn(reach, payer, setting, days);
    if (waivers.some(holds)) return null;
    return overrides.find(({ reach }) => holds(reach)) ?? { own, version: written };
  };
  return {
    all,
    at: (payer, setting, days) => {
      const one = versionUnder(payer, setting, days);
      return one !== null && isIn(one.own, payer, setting, days) ? one.version : null;
    },
    under: (payer, setting, days) => versionUnder(payer, setting, days)?.version ?? null,
    cover: (payer, setting, days) => {
      const holds = (reach: NormalReach): boolean => isIn(reach, payer, setting, days);
      const waived = waivers.filter(holds).length;
      const overridden = overrides.filter(({ reach }) => holds(reach)).length;
      if (waived + overridden > 1) return "double";
      if (waived > 0) return "waived";
      return overridden > 0 ? "override" : holds(own) ? "written" : "off";
    },
    payers: reaches.flatMap(({ payers }) => (payers === null ? [] : [payers])),
    settings: reaches.flatMap(({ settings }) => (settings === null ? [] : [settings])),
    starts: reaches.flatMap(({ starts }) => starts),
    key: keyOf([
      own,
      written.normal,
      // No two of them reach the same line, so that their order means nothing.
      sorted(waivers.map((reach, at) => keyOf([reach, rule.waivers[at]?.reach.effective]))),
      sorted(
        overrides.map((one, at) =>
          keyOf([one.reach, one.own, one.version.normal, rule.overrides[at]?.reach.effective]),
        ),
      ),
    ]),
    byRow: [...rule.overrides, ...rule.waivers].some(({ reach }) => readsRow(reach)),
  };
}

function normalReach({ payers, settings, effective }: Reach, book: Book): NormalReach {
  return {
    payers: payers.length === 0 ? null : book.payers(payers),
    settings: settings.length === 0 ? null : book.settings(settings),
    days: daysOf(effective),
    starts: startsOf(effective),
  };
}

function isIn(reach: NormalReach, payer: PayerPiece, setting: SettingPiece, { first, last }: DaysPiece): boolean {
  return (
    (reach.payers === null || (payer.text !== null && matches(reach.payers, payer.text))) &&
    (reach.settings === null || isInSetting(reach.settings, setting)) &&
    first >= reach.days.first &&
    last <= reach.days.last
  );
}

function readsRow({ effective }: Reach): boolean {
  return effective?.from?.kind === "row" || effective?.to?.kind === "row";
}
