/**
 * Which settings a line is in: the one that its setting column names, where that is filled, else every one that is
 * declared by its place or by the start of its type of bill (`language.md` section 8, ruling 15).
 */
import type { Setting } from "@edict/rulebook";
import { valueTest } from "../columns/by-value.js";
import type { Fields } from "../columns/fields.js";
import { remembered } from "../columns/fields.js";

/** Whether a line is in one of some settings. */
export type SettingTest = (line: number) => boolean;

export interface Settings {
  readonly declared: (name: string) => boolean;
  readonly test: (names: readonly string[]) => SettingTest;
}

export function settingsOf(settings: readonly Setting[], fields: Fields): Settings {
  const byName = new Map(settings.map((setting) => [setting.name.toLowerCase(), setting]));
  const tests = new Map<string, SettingTest>();
  return {
    declared: (name) => byName.has(name.toLowerCase()),
    test: (names) =>
      remembered(tests, JSON.stringify(names), () => {
        const meant = names.flatMap((name) => byName.get(name.toLowerCase()) ?? []);
        return settingTest(meant, fields);
      }),
  };
}

function settingTest(meant: readonly Setting[], fields: Fields): SettingTest {
  const names = new Set(meant.map((setting) => setting.name.toLowerCase()));
  const places = new Set(meant.flatMap((setting) => setting.places));
  const bills = meant.flatMap((setting) => setting.bills).map(withoutLeadingZero);
  const setting = fields.text("setting");
  const bySetting = valueTest(setting, (text) => names.has(text.toLowerCase()));
  const byPlace = valueTest(fields.text("place"), (text) => places.has(text));
  const byBill = valueTest(fields.text("bill"), (text) => startsWithBill(text, bills));
  return (line) => ((setting.ids[line] ?? -1) >= 0 ? bySetting(line) : byPlace(line) || byBill(line));
}

/** Whether a type of bill starts with one of some beginnings, one leading zero aside. */
export function startsWithBill(bill: string, beginnings: readonly string[]): boolean {
  const digits = withoutLeadingZero(bill);
  return beginnings.some((beginning) => digits.startsWith(beginning));
}

export function withoutLeadingZero(bill: string): string {
  return bill.startsWith("0") ? bill.slice(1) : bill;
}
