/**
 * Which settings a line is in: the one that its setting column names, where that is filled, else every one that is
 * declared by its place or by the start of its type of bill (`language.md` section 8, ruling 15).
 */
import type { Setting, TextColumn } from "@edict/rulebook";
import type { Fields } from "../columns/fields.js";

/** Whether a line is in one of some settings. */
export type SettingTest = (line: number) => boolean;

export interface Settings {
  readonly declared: (name: string) => boolean;
  readonly test: (names: readonly string[]) => SettingTest;
}

export function settingsOf(settings: readonly Setting[], fields: Fields): Settings {
  const byName = new Map(settings.map((setting) => [setting.name.toLowerCase(), setting]));
  return {
    declared: (name) => byName.has(name.toLowerCase()),
    test: (names) => {
      const meant = names.flatMap((name) => byName.get(name.toLowerCase()) ?? []);
      return settingTest(meant, fields);
    },
  };
}

function settingTest(meant: readonly Setting[], fields: Fields): SettingTest {
  const names = new Set(meant.map((setting) => setting.name.toLowerCase()));
  const places = new Set(meant.flatMap((setting) => setting.places));
  const bills = meant.flatMap((setting) => setting.bills).map(withoutLeadingZero);
  const [settingIds, bySetting] = judged(fields, "setting", (text) => names.has(text.toLowerCase()));
  const [placeIds, byPlace] = judged(fields, "place", (text) => places.has(text));
  const [billIds, byBill] = judged(fields, "bill", (text) => startsWithBill(text, bills));
  return (line) => {
    const setting = settingIds[line] ?? -1;
    if (setting >= 0) return bySetting[setting] === true;
    return byPlace[placeIds[line] ?? -1] === true || byBill[billIds[line] ?? -1] === true;
  };
}

/** Whether a type of bill starts with one of some beginnings, one leading zero aside. */
export function startsWithBill(bill: string, beginnings: readonly string[]): boolean {
  const digits = withoutLeadingZero(bill);
  return beginnings.some((beginning) => digits.startsWith(beginning));
}

export function withoutLeadingZero(bill: string): string {
  return bill.startsWith("0") ? bill.slice(1) : bill;
}

function judged(
  fields: Fields,
  field: string,
  test: (text: string) => boolean,
): [TextColumn["ids"], readonly boolean[]] {
  const column = fields.column(field);
  if (column.kind !== "text") throw new Error(`${field} is a column of texts in every charge file`);
  return [column.ids, column.values.map(test)];
}
