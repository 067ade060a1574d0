/** What the name of a published file says: which release it is, of which setting, and from which day it holds. */
import { dateExists, dayNumber, formatDate } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { importErrors } from "./diagnostics.js";

/** Each null where the name does not say it. */
export interface NamedRelease {
  /** `2026q3`, `v322r0` or both. */
  readonly release: string | null;
  /** `practitioner`, `hospital` or `equipment`; those of Medicaid begin with `medicaid`. */
  readonly setting: string | null;
  /** The first day on which it holds. */
  readonly effective: number | null;
}

const settings: readonly (readonly [string, RegExp])[] = [
  ["practitioner", /ccipra|practitioner/i],
  ["hospital", /ccioph|hospital/i],
  ["equipment", /dme|durable/i],
];

/** Reads a name, be it the archive's and the text's together. */
export function namedRelease(name: string): NamedRelease {
  const [, year, turned] =
    /(20\d\d)[-_ ]?q([1-4])/i.exec(name) ?? hcpcsQuarter(name) ?? swapped(/q([1-4])[-_ ]?(20\d\d)/i.exec(name));
  const version = /v\d{3}r\d+/i.exec(name)?.[0].toLowerCase();
  const quarter = year === undefined || turned === undefined ? undefined : `${year}q${turned}`;
  const words = [quarter, version].filter((word) => word !== undefined);
  const setting = settings.find(([, pattern]) => pattern.test(name))?.[0];
  const medicaid = /medicaid|mcd/i.test(name) ? "medicaid " : "";
  return {
    release: words.length === 0 ? null : words.join(" "),
    setting: setting === undefined ? null : medicaid + setting,
    effective: writtenDay(name) ?? (quarter === undefined ? null : firstDay(Number(year), Number(turned))),
  };
}

/** The same for several names, which must not gainsay each other. */
export function oneRelease(names: readonly string[]): NamedRelease {
  let known: NamedRelease = { release: null, setting: null, effective: null };
  for (const name of names) {
    const { release, setting, effective } = namedRelease(name);
    known = {
      release: agreed(known.release, release, name, "import-releases-differ"),
      setting: agreed(known.setting, setting, name, "import-settings-differ"),
      effective: sameDay(known.effective, effective, name),
    };
  }
  return known;
}

/** The setting of several names, which must not gainsay each other. */
export function oneSetting(names: readonly string[]): string | null {
  let known: string | null = null;
  for (const name of names) known = agreed(known, namedRelease(name).setting, name, "import-settings-differ");
  return known;
}

function agreed(
  one: string | null,
  other: string | null,
  name: string,
  code: "import-settings-differ" | "import-releases-differ",
): string | null {
  if (one !== null && other !== null && one !== other)
    throw fileError(importErrors, code, { file: name }, { one, other });
  return one ?? other;
}

function sameDay(one: number | null, other: number | null, name: string): number | null {
  const shown = (day: number | null): string | null => (day === null ? null : formatDate(day));
  agreed(shown(one), shown(other), name, "import-releases-differ");
  return one ?? other;
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] {
  return found === null ? [] : [found[0], found[2], found[1]];
}

/** `HCPC2026_JUL_ANWEB.txt`, `july-2026-alpha-numeric-hcpcs-file.zip` */
function hcpcsQuarter(name: string): readonly string[] | null {
  if (!/hcpc/i.test(name)) return null;
  const found = /(20\d\d)[-_ ]?(jan|apr|jul|oct)/i.exec(name);
  const turned = found === null ? /(jan|apr|jul|oct)[a-z]*[-_ ]?(20\d\d)/i.exec(name) : null;
  const [year = "", month = ""] = found === null ? [turned?.[2], turned?.[1]] : [found[1], found[2]];
  return year === "" ? null : [name, year, String(["jan", "apr", "jul", "oct"].indexOf(month.toLowerCase()) + 1)];
}

/** `Eff_10-01-2025` */
function writtenDay(name: string): number | null {
  const found = /eff[_-]?(\d{1,2})-(\d{1,2})-(\d{4})/i.exec(name);
  if (found === null) return null;
  const [month, day, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return dateExists(year, month, day) ? dayNumber(year, month, day) : null;
}

function firstDay(year: number, quarter: number): number {
  return dayNumber(year, quarter * 3 - 2, 1);
}
