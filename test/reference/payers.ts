/** Of which payers is a line, and in which settings (rulings 5, 6 and 15)? Case never counts. */
import type { Rulebook } from "@edict/rulebook";
import { textOf } from "./fields.js";
import type { Line } from "./lines.js";

/** True where the line is of one of the declared payers. */
export function isOfPayer(rulebook: Rulebook, line: Line, names: readonly string[]): boolean {
  const text = textOf(line, "payer");
  if (text === null) return false;
  const payers = rulebook.payers.filter((payer) => names.includes(payer.name));
  return payers.some((payer) => [payer.name, ...payer.aliases].some((alias) => covers(alias, text)));
}

/**
 * True where the line's payer is what a text of the rule, or a cell, says: the name of a declared payer or group stands
 * for it, any other text must equal the line's payer, and may end in `*`.
 */
export function isOfPayerText(rulebook: Rulebook, line: Line, text: string): boolean {
  const own = textOf(line, "payer");
  if (own === null) return false;
  const payers = rulebook.payers.filter((payer) => sameText(payer.name, text)).map((payer) => payer.name);
  const groups = rulebook.payerGroups.filter((group) => sameText(group.name, text));
  if (payers.length + groups.length === 0) return covers(text, own);
  return isOfPayer(rulebook, line, [...payers, ...groups.flatMap((group) => group.members)]);
}

/** True where the line is in the declared setting of that name. A `setting` column wins over place and bill. */
export function isInSetting(rulebook: Rulebook, line: Line, name: string): boolean {
  const setting = rulebook.settings.find((declared) => sameText(declared.name, name));
  if (setting === undefined) return false;
  const own = textOf(line, "setting");
  if (own !== null) return sameText(own, setting.name);
  const [place, bill] = [textOf(line, "place"), textOf(line, "bill")];
  if (place !== null && setting.places.includes(place)) return true;
  return bill !== null && setting.bills.some((prefix) => billStartsWith(bill, prefix));
}

/** The line is in the declared setting of that name, or its setting column says that text (ruling 48). */
export function isOfSettingText(rulebook: Rulebook, line: Line, text: string): boolean {
  return isInSetting(rulebook, line, text) || sameText(textOf(line, "setting") ?? "", text);
}

/** A type of bill starts with some digits, one leading zero of both aside. */
export function billStartsWith(bill: string, prefix: string): boolean {
  return bill.replace(/^0/, "").startsWith(prefix.replace(/^0/, ""));
}

function covers(alias: string, text: string): boolean {
  if (!alias.endsWith("*")) return sameText(alias, text);
  return text.toLowerCase().startsWith(alias.slice(0, -1).toLowerCase());
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
